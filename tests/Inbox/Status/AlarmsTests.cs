using MeliBot.Adapter.Accounts;
using MeliBot.Adapter.Sweep;
using MeliBot.Adapter.Webhooks;
using MeliBot.Delivery.Reading;
using MeliBot.Delivery.Sending;
using MeliBot.Inbox.Status;
using MeliBot.MercadoLibre;

namespace MeliBot.Inbox.Tests;

public class AlarmsTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly Account Seller = new() { UserId = 1, TimeZone = "Etc/UTC", ApplicationId = 1, LinkedAt = Now.AddDays(-1) };

    private static readonly HostStatus Well = new(
        Now, Work(), [], [Standing(Seller)], new BudgetState(20, 0, null, []), 20,
        [new TopicStanding("questions", Now, Now, TopicState.Heard)], [new SweepState("questions", false, Now, Now, 1, 1, 0, 0, null)], new KeyRingStanding(1, Now.AddDays(90), true));

    [Fact]
    public void All_is_well_when_nothing_is_wrong() => Alarms.Of(Well).ShouldBeEmpty();

    [Fact]
    public void A_sweep_that_has_nothing_to_do_here_is_no_alarm() =>
        Alarms.Of(Well with { Sweeps = [new SweepState("missed-feeds", false, Now, null, 0, 0, 0, 0, "No owner is set.", IsSkipped: true)] }).ShouldBeEmpty();

    [Fact]
    public void Each_thing_that_is_wrong_is_told_most_pressing_first() => Alarms.Of(Well with
    {
        Work = Work(oldest: Now.AddMinutes(-6), parked: 1),
        Accounts = [Standing(Seller with { State = AccountState.Reconnect })],
        Topics = [new TopicStanding("questions", null, Now, TopicState.Silent)],
        Budget = new BudgetState(1, 0, null, [0]),
        Sweeps = [new SweepState("questions", false, Now, Now.AddMinutes(-6), 1, 0, 0, 0, "It fails.")],
        PressingClaims = 1,
        Sends = new SendState(true, Now, "Ana", "Wrong prices."),
        Balance = new DeliveryBalance(3, 1, 0, 1),
    }).ShouldBe([Alarm.SendsStopped, Alarm.Missing, Alarm.Reconnect, Alarm.ClaimDue, Alarm.TopicSilent, Alarm.CallsHeldBack, Alarm.SweepFails, Alarm.Behind, Alarm.Parked]);

    [Theory]
    [InlineData(Whereabouts.Missing, 6, true)]
    [InlineData(Whereabouts.Missing, 4, false)]
    [InlineData(Whereabouts.Here, 6, false)]
    [InlineData(Whereabouts.BeforeUs, 6, false)]
    public void An_account_is_behind_when_its_newest_question_is_missing_for_minutes(Whereabouts where, int minutes, bool alarm) =>
        Alarms.Of(Well with { Accounts = [Standing(Seller, new NewestQuestion(Now.AddMinutes(-minutes), where, Now))] }).Contains(Alarm.Behind).ShouldBe(alarm);

    private static AccountStanding Standing(Account account, NewestQuestion? newest = null) => new(account, Now.AddHours(5), true, newest);

    private static DeliveryCounts Work(DateTimeOffset? oldest = null, int parked = 0) => new(oldest is null ? 0 : 1, oldest, 0, 0, 0, 0, 0, parked, 0, 0);
}
