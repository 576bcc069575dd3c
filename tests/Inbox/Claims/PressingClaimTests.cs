using MeliBot.Inbox.Index;
using MeliBot.Inbox.Status;

namespace MeliBot.Inbox.Tests.Claims;

public sealed class PressingClaimTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(3, 1)]
    [InlineData(30, 0)]
    public async Task A_claim_that_is_due_soon_and_waits_for_a_person_is_an_alarm(int hours, int pressing)
    {
        await using var claim = await ClaimRoute.StartAsync(wish => wish with { DueIn = TimeSpan.FromHours(hours) });
        var index = claim.Get<IInboxIndex>();
        await EventuallyAsync(async () => (await index.FindAsync(new InboxQuery(InboxState.Person, Kind: "claims"), 0, 9, Cancel)).Total == 1);

        var status = await claim.Get<StatusReader>().ReadAsync(Cancel);

        status.PressingClaims.ShouldBe(pressing);
        Alarms.Of(status).Contains(Alarm.ClaimDue).ShouldBe(pressing > 0);
    }

    // The index follows the store a moment later, and rings no bell of its own.
    private static async Task EventuallyAsync(Func<Task<bool>> condition)
    {
        while (!await condition()) await Task.Yield();
    }
}
