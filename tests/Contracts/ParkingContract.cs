using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Effects;
using MeliBot.Delivery.Parking;
using MeliBot.Delivery.Signals;

namespace MeliBot.Contracts;

public abstract class ParkingContract<TFixture> : DeliveryContract<TFixture>
    where TFixture : DeliveryFixture, new()
{
    [Fact]
    public async Task A_parked_signal_is_listed_with_its_reason_until_its_replay()
    {
        await ParkSignalAsync();
        await Store.ReopenAsync();

        var parked = await OnlyAsync();
        parked.ShouldBe(new Parked(parked.Id, ParkedKind.Signal, Some.Account, null, "questions /questions/1", "Not readable.", "at X", 1, Store.Now));
        (await DueAsync()).ShouldBeEmpty();
        (await Store.Parking.ReplayAsync(parked.Id, Store.Now, default)).ShouldBeTrue();
        (await Store.Parking.ReplayAsync(parked.Id, Store.Now, default)).ShouldBeFalse();
        (await Store.Parking.ListAsync(null, 10, default)).ShouldBeEmpty();
        (await DueAsync()).ShouldHaveSingleItem().Attempts.ShouldBe(0);
    }

    [Fact]
    public async Task A_conversations_own_parked_things_are_listed_alone()
    {
        var before = await Some.WithQuestionsAsync(Store, 1);
        await Store.Turns.CommitAsync(Some.Commit(before) with { Parked = [before.Activities[0].Id], ParkReason = "Failed." }, Store.Now, default);

        (await Store.Parking.ListAsync(Some.Conversation, default)).ShouldHaveSingleItem().Key.ShouldBe(before.Activities[0].Id);
        (await Store.Parking.ListAsync(Some.Conversation with { Id = Some.Conversation.Id + "0" }, default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_newer_hint_takes_a_signal_out_of_the_parking()
    {
        await ParkSignalAsync();
        await Store.Signals.RaiseAsync(Some.Hint(Store), default);

        (await Store.Parking.ListAsync(null, 10, default)).ShouldBeEmpty();
        (await DueAsync()).ShouldHaveSingleItem().Generation.ShouldBe(2);
    }

    [Fact]
    public async Task A_signal_that_got_a_newer_hint_meanwhile_is_not_parked()
    {
        await Store.Signals.RaiseAsync(Some.Hint(Store), default);
        var signal = (await DueAsync())[0];
        await Store.Signals.RaiseAsync(Some.Hint(Store), default);
        await Store.Signals.ParkAsync(signal, "Not readable.", null, default);

        (await Store.Parking.ListAsync(null, 10, default)).ShouldBeEmpty();
        (await DueAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_replayed_turn_is_pending_again_with_its_tries_forgotten()
    {
        var before = await Some.WithQuestionsAsync(Store, 1);
        await Store.Turns.FailAsync(Some.Conversation, [before.Activities[0].Id], Store.Now, "boom", default);
        await Store.Turns.CommitAsync(Some.Commit(before) with { Parked = [before.Activities[0].Id], ParkReason = "Failed." }, Store.Now, default);
        var parked = await OnlyAsync();

        (parked.Conversation, parked.Attempts).ShouldBe((Some.Conversation.Id, 2));
        (await Store.Parking.ReplayAsync(parked.Id, Store.Now, default)).ShouldBeTrue();
        var after = await Store.Turns.LoadAsync(Some.Conversation, default);
        (after.Activities[0].Turn, after.Activities[0].Attempts).ShouldBe((ActivityTurn.Pending, 0));
        after.Version.ShouldBeGreaterThan(before.Version + 1);
        (await Store.Turns.FindDueAsync(Store.Now, 10, _ => false, default)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task The_newest_come_first_and_accounts_are_kept_apart()
    {
        await ParkSignalAsync();
        Store.Time.Advance(TimeSpan.FromSeconds(1));
        await ParkSignalAsync("/questions/2");
        await ParkSignalAsync("/questions/3", account: 8);

        (await Store.Parking.ListAsync(Some.Account, 10, default)).Select(parked => parked.Key).ShouldBe(["questions /questions/2", "questions /questions/1"]);
        (await Store.Parking.ListAsync(null, 1, default)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Parking_again_replaces_the_reason_and_stays_one_row()
    {
        await ParkSignalAsync();
        await Store.Parking.ReplayAsync((await OnlyAsync()).Id, Store.Now, default);
        await Store.Signals.ParkAsync((await DueAsync())[0], "Still not readable.", null, default);

        (await OnlyAsync()).Reason.Text.ShouldBe("Still not readable.");
    }

    [Fact]
    public async Task What_is_not_parked_any_more_cannot_be_replayed()
    {
        await Store.Effects.MarkAsync(await Some.ClaimedAsync(Store), new EffectOutcome.Park("undecidable"), Store.Now, default);
        var parked = await OnlyAsync();
        await Store.Signals.IngestAsync(null, Some.Seen(SlotSight.Filled), default);

        (await Store.Parking.ReplayAsync(parked.Id, Store.Now, default)).ShouldBeFalse();
        (await Store.Effects.FindAsync("7:answer:1", default))!.State.ShouldBe(EffectState.AnsweredElsewhere);
    }

    private Task<IReadOnlyList<Signal>> DueAsync() => Store.Signals.FindDueAsync(Store.Now, 100, _ => false, default);

    private async Task<Parked> OnlyAsync() => (await Store.Parking.ListAsync(null, 10, default)).ShouldHaveSingleItem();

    private async Task ParkSignalAsync(string resource = "/questions/1", long account = Some.Account)
    {
        await Store.Signals.RaiseAsync(Some.Hint(Store, resource, account), default);
        var signal = (await DueAsync()).Single(due => due.Resource == resource);
        await Store.Signals.ParkAsync(signal, "Not readable.", "at X", default);
    }
}
