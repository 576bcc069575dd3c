using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Effects;

namespace MeliBot.Contracts;

public abstract class ChangeFeedContract<TFixture> : DeliveryContract<TFixture>
    where TFixture : DeliveryFixture, new()
{
    [Fact]
    public async Task Every_step_of_the_route_is_told_in_order()
    {
        var before = await Some.WithQuestionsAsync(Store, 1);
        await Store.Turns.CommitAsync(Some.Commit(before, before.Activities[0].Id) with { Effects = [Some.Plan(Store)], Owner = Owner.Waiting }, Store.Now, default);
        await Store.Effects.MarkAsync(await Some.ClaimAsync(Store), new EffectOutcome.Sent(null), Store.Now, default);
        await Store.ReopenAsync();

        var changes = await Store.Changes.ReadAsync(0, 100, default);
        changes.Select(change => change.What).ShouldBe(["activity", "owner", "effect:planned", "turn", "effect:sent"]);
        changes.Select(change => change.Sequence).ShouldBeInOrder();
        changes.ShouldAllBe(change => change.Account == Some.Account && change.Conversation == Some.Conversation.Id && change.At == Store.Now);
        (await Store.Changes.ReadAsync(changes[1].Sequence, 2, default)).ShouldBe(changes.Skip(2).Take(2));
        (await Store.Changes.LastAsync(default)).ShouldBe(changes[^1].Sequence);
    }

    [Fact]
    public async Task A_turn_that_lost_its_race_tells_nothing()
    {
        var before = await Some.WithQuestionsAsync(Store, 1);
        await Some.WithQuestionsAsync(Store, 2);
        var last = await Store.Changes.LastAsync(default);
        (await Store.Turns.CommitAsync(Some.Commit(before) with { Effects = [Some.Plan(Store)] }, Store.Now, default)).Committed.ShouldBeFalse();

        (await Store.Changes.LastAsync(default)).ShouldBe(last);
    }

    [Fact]
    public async Task Waiting_ends_with_the_next_commit_and_what_it_tells_of_can_be_read_then()
    {
        var last = await Store.Changes.LastAsync(default);
        var waiting = Store.Changes.WaitAsync(last, default);
        waiting.IsCompleted.ShouldBeFalse();
        await Some.WithQuestionsAsync(Store, 1);

        await waiting;
        (await Store.Changes.ReadAsync(last, 10, default)).ShouldHaveSingleItem();
        await Store.Changes.WaitAsync(last, default);
    }

    [Fact]
    public async Task Waiting_can_be_given_up()
    {
        using var source = new CancellationTokenSource();
        var waiting = Store.Changes.WaitAsync(await Store.Changes.LastAsync(default), source.Token);
        await source.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(waiting);
    }

    [Fact]
    public async Task An_empty_feed_ends_at_0() => (await Store.Changes.LastAsync(default)).ShouldBe(0);
}
