using MeliBot.Adapter.Claims;
using MeliBot.Adapter.Claims.Alarms;
using MeliBot.Adapter.Claims.Chronicle;
using MeliBot.Adapter.Sweep;
using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Leases;
using MeliBot.Delivery.Records;
using MeliBot.Simulator;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.DependencyInjection;
using Newtonsoft.Json.Linq;
using AdapterOptions = MeliBot.Adapter.Claims.ClaimOptions;

namespace MeliBot.Adapter.Tests.Claims;

/// <summary>What is due is pointed out, and what was missed is never missed silently.</summary>
public sealed class ClaimAlarmTests
{
    [Fact]
    public async Task What_is_due_soon_is_pointed_out_at_once_and_goes_to_a_person()
    {
        await using var claim = await StartAsync(Silent, wish => wish with { DueIn = TimeSpan.FromHours(3) });

        var snapshot = await claim.UntilAsync(now => now.Activities.Any(entry => ClaimRoute.Name(entry) == ClaimEventNames.DueSoon));

        snapshot.Owner.ShouldBe(Owner.Waiting);
        snapshot.Activities.Count(entry => ClaimRoute.Name(entry) == ClaimEventNames.DueSoon).ShouldBe(1);
    }

    [Fact]
    public async Task What_is_due_in_days_is_left_to_the_bot()
    {
        await using var claim = await StartAsync(Silent, wish => wish with { DueIn = TimeSpan.FromDays(4) });
        await claim.RecordAsync();
        await claim.SettleAsync();

        var snapshot = await claim.LoadAsync();

        (snapshot.Owner, snapshot.Activities.Any(entry => ClaimRoute.Name(entry) == ClaimEventNames.DueSoon)).ShouldBe((Owner.Bot, false));
    }

    [Fact]
    public async Task An_act_whose_date_is_past_is_an_alarm_and_stands_in_the_record_as_missed()
    {
        await using var claim = await StartAsync(Silent, wish => wish with { NoMandate = true });
        await claim.RecordAsync();

        claim.World.Claims.Require(claim.Id, ClaimActions.SendMessageToComplainant, TimeSpan.FromHours(-1));

        var snapshot = await claim.UntilAsync(now => now.Activities.Any(entry => ClaimRoute.Name(entry) == ClaimEventNames.Overdue));
        snapshot.Owner.ShouldBe(Owner.Waiting);
        await claim.Route.UntilAsync(async () => (await claim.EventsAsync()).Any(happened => happened.Name == ClaimEventKinds.MandatoryMissed));
    }

    [Fact]
    public async Task A_reminder_that_the_bot_set_comes_back_to_it()
    {
        var reminded = new TaskCompletionSource<Activity>();
        await using var claim = await StartAsync(
            async (turn, cancellationToken) =>
            {
                if (turn.Activity.Name == ClaimEventNames.Reminder) reminded.TrySetResult(turn.Activity);
                else if (turn.Activity.Type == ActivityTypes.Message)
                    await turn.SendActivityAsync(new Activity { Type = ActivityTypes.Event, Name = ClaimEventNames.SetReminder, Value = JObject.FromObject(new { at = DateTimeOffset.UtcNow, reason = "Ask the carrier." }) }, cancellationToken);
            },
            wish => wish with { Text = "No llegó." });
        await claim.RecordAsync();

        await claim.LookAsync();

        var activity = await reminded.Task.WaitAsync(TimeSpan.FromSeconds(30));
        ((JObject)activity.Value)["reason"]!.Value<string>().ShouldBe("Ask the carrier.");
    }

    [Fact]
    public async Task An_alarm_that_fails_holds_up_no_other_and_rings_again()
    {
        await using var claim = await StartAsync(Silent, wish => wish with { DueIn = TimeSpan.FromHours(3) }, notices: false);
        var records = claim.Get<IRecordStore>();
        var damaged = new ClaimAlarm(claim.Seller, 999, DateTimeOffset.UnixEpoch, ClaimEventNames.Overdue, "overdue/damaged");
        await records.WriteAsync($"claim:{claim.Seller}", "999", "{", null, default);
        await records.WriteAsync("claim-alarm", damaged.Key, damaged.ToJson(), 0, default);

        await claim.LookAsync();

        await claim.UntilAsync(now => now.Activities.Any(entry => ClaimRoute.Name(entry) == ClaimEventNames.DueSoon));
        (await records.ReadAsync("claim-alarm", damaged.Key, default)).Value.ShouldNotBeNull();
    }

    [Fact]
    public async Task Of_several_hosts_one_rings()
    {
        var leases = new OneHolder();
        await using var claim = await StartAsync(Silent, wish => wish with { DueIn = TimeSpan.FromHours(3) }, leases, notices: false);
        await claim.LookAsync();
        await claim.Route.UntilAsync(async () => (await claim.Get<IRecordStore>().ListAsync("claim-alarm", default)).Count > 0);
        await leases.AskedAsync(3);
        (await claim.LoadAsync()).Activities.ShouldNotContain(entry => ClaimRoute.Name(entry) == ClaimEventNames.DueSoon);

        // The other host died, and its right has ended.
        leases.IsFree = true;

        await claim.UntilAsync(now => now.Activities.Any(entry => ClaimRoute.Name(entry) == ClaimEventNames.DueSoon));
    }

    [Fact]
    public async Task A_host_that_rings_and_does_not_sweep_leaves_the_sweeps_to_another()
    {
        await using var claim = await StartAsync(Silent, wish => wish);
        var leases = claim.Get<ILeaseStore>();
        await claim.Route.UntilTakenAsync(ClaimClockLease.Name);

        (await leases.TryAcquireAsync(SweepLease.Name, "another", DateTimeOffset.UtcNow, TimeSpan.FromMinutes(1), default)).ShouldNotBeNull();
    }

    private static Task Silent(Microsoft.Bot.Builder.ITurnContext turn, CancellationToken cancellationToken) => Task.CompletedTask;

    private static Task<ClaimRoute> StartAsync(Microsoft.Bot.Builder.BotCallbackHandler bot, Func<NewClaim, NewClaim> wish, ILeaseStore? leases = null, bool notices = true) =>
        ClaimRoute.StartAsync(
            bot,
            wish,
            services =>
            {
                services.Configure<AdapterOptions>(options => options.ClockEvery = TimeSpan.FromMilliseconds(100));
                if (leases is not null) services.AddSingleton(leases);
            },
            notices);

    /// <summary>Another host holds the right to ring until it is free.</summary>
    private sealed class OneHolder : ILeaseStore
    {
        private int _asked;

        public volatile bool IsFree;

        public Task<Lease?> TryAcquireAsync(string name, string holder, DateTimeOffset now, TimeSpan duration, CancellationToken cancellationToken)
        {
            if (name != ClaimClockLease.Name) return Task.FromResult<Lease?>(new Lease(name, holder, 1, now + duration));
            Interlocked.Increment(ref _asked);
            return Task.FromResult(IsFree ? new Lease(name, holder, 1, now + duration) : null);
        }

        public Task ReleaseAsync(Lease lease, CancellationToken cancellationToken) => Task.CompletedTask;

        public async Task AskedAsync(int more)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            var wanted = Volatile.Read(ref _asked) + more;
            while (Volatile.Read(ref _asked) < wanted)
            {
                patience.Token.ThrowIfCancellationRequested();
                await Task.Yield();
            }
        }
    }
}
