using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Effects;
using MeliBot.Delivery.Reasons;
using MeliBot.Delivery.Reading;

namespace MeliBot.Contracts;

public abstract class BalanceContract<TFixture> : DeliveryContract<TFixture>
    where TFixture : DeliveryFixture, new()
{
    [Fact]
    public async Task An_empty_store_is_in_balance() => (await Store.Reader.BalanceAsync(default)).ShouldBe(new DeliveryBalance(0, 0, 0, 0));

    [Fact]
    public async Task Whatever_was_accepted_is_done_or_open_or_parked()
    {
        await Store.Signals.RaiseAsync(Some.Hint(Store, "/questions/1"), default);
        await Store.Signals.RaiseAsync(Some.Hint(Store, "/questions/2"), default);
        await Store.Signals.RaiseAsync(Some.Hint(Store, "/questions/3"), default);
        var due = await Store.Signals.FindDueAsync(Store.Now, 10, _ => false, default);
        await Store.Signals.IngestAsync(due[0], Some.Ingest(null, Some.Question(Store, 1), Some.Question(Store, 2), Some.Question(Store, 3), Some.Question(Store, 4, turn: ActivityTurn.None)), default);
        await Store.Signals.ParkAsync(due[1], new Reason("It can't be read."), null, default);
        var snapshot = await Store.Turns.LoadAsync(Some.Conversation, default);
        var commit = Some.Commit(snapshot, snapshot.Activities[0].Id) with
        {
            Parked = [snapshot.Activities[1].Id],
            ParkReason = new Reason("The bot failed."),
            Effects = [Some.Plan(Store, "7:answer:1"), Some.Plan(Store, "7:answer:2", due: TimeSpan.FromHours(1))],
        };
        (await Store.Turns.CommitAsync(commit, Store.Now, default)).Committed.ShouldBeTrue();
        await Store.Effects.MarkAsync(await Some.ClaimAsync(Store), new EffectOutcome.Sent(null), Store.Now, default);

        // A signal, a turn and an effect each: done, parked, open; of effects none is parked yet.
        var balance = await Store.Reader.BalanceAsync(default);
        balance.ShouldBe(new DeliveryBalance(8, 3, 3, 2));
        balance.Missing.ShouldBe(0);
    }
}
