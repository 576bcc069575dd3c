using MeliBot.Delivery.Drafts;
using MeliBot.Delivery.Effects;
using MeliBot.Delivery.State;

namespace MeliBot.Contracts;

public abstract class DraftStoreContract<TFixture> : DeliveryContract<TFixture>
    where TFixture : DeliveryFixture, new()
{
    private const string Id = "7:draft:1";
    private const string Key = "7:answer:1";

    [Fact]
    public async Task A_draft_waits_with_all_that_it_would_do_and_survives_a_restart()
    {
        var draft = await DraftedAsync();
        await Store.ReopenAsync();

        var stored = (await Store.Drafts.OpenAsync(Some.Account, 10, default)).ShouldHaveSingleItem();
        (stored.Id, stored.Payload, stored.Activity, stored.At).ShouldBe((draft.Id, draft.Payload, draft.Activity, draft.At));
        stored.Effects.ShouldBe(draft.Effects);
        stored.StagedState.ShouldBe(draft.StagedState);
        (await Store.Drafts.OpenAsync(8, 10, default)).ShouldBeEmpty();
        (await Store.Effects.FindAsync(Key, default)).ShouldBeNull();
        (await StateAsync()).Version.ShouldBe(0);
    }

    [Fact]
    public async Task Approved_unchanged_it_plans_the_effect_for_the_agent_and_commits_its_state()
    {
        await DraftedAsync();
        (await Store.Drafts.ApproveAsync(Id, "ana", Store.Now, default)).ShouldBe(DraftResult.Done);

        (await FindAsync()).State.ShouldBe(DraftState.Approved);
        (await StateAsync()).Value.ShouldBe("after");
        var slot = (await Some.ClaimAsync(Store)).Slot;
        (slot.Key, slot.Payload, slot.Author).ShouldBe((Key, "text of " + Key, "agent:ana"));
    }

    [Fact]
    public async Task Approved_after_its_state_moved_on_it_plans_the_effect_and_leaves_the_state_out()
    {
        await DraftedAsync();
        await Store.State.WriteAsync([new StateWrite(Some.Account, "user", 0, "newer")], default);
        (await Store.Drafts.ApproveAsync(Id, "ana", Store.Now, default)).ShouldBe(DraftResult.Done);

        (await StateAsync()).Value.ShouldBe("newer");
        (await Store.State.ReadAsync([(Some.Account, "conversation")], default))[0].Value.ShouldBeNull();
        (await Store.Effects.FindAsync(Key, default)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Edited_it_plans_the_persons_words_and_throws_its_state_away()
    {
        await DraftedAsync();
        (await Store.Drafts.ApproveEditedAsync(Id, "better words", "ana", Store.Now, default)).ShouldBe(DraftResult.Done);

        (await FindAsync()).State.ShouldBe(DraftState.Edited);
        (await Store.Effects.FindAsync(Key, default))!.Payload.ShouldBe("better words");
        (await StateAsync()).Version.ShouldBe(0);
    }

    [Fact]
    public async Task Edited_into_several_acts_it_plans_all_of_them_or_none()
    {
        await DraftedAsync();
        EffectPlan Plan(string key, int position) => new() { Key = key, Kind = "message", Payload = key, Chain = "c", Position = position, DueAt = Store.Now, OwnerChecked = true };

        await Should.ThrowAsync<ArgumentException>(() => Store.Drafts.ApproveEditedAsync(Id, [Plan(Key, 0), Plan("8:answer:1", 1)], "ana", Store.Now, default));
        (await Store.Effects.FindAsync(Key, default)).ShouldBeNull();
        (await Store.Drafts.ApproveEditedAsync(Id, [Plan(Key, 0), Plan(Key + ":2", 1)], "ana", Store.Now, default)).ShouldBe(DraftResult.Done);

        (await FindAsync()).State.ShouldBe(DraftState.Edited);
        foreach (var key in (string[])[Key, Key + ":2"])
        {
            var slot = (await Store.Effects.FindAsync(key, default)).ShouldNotBeNull();
            (slot.Payload, slot.Author, slot.Chain).ShouldBe((key, "agent:ana", "c"));
        }

        (await StateAsync()).Version.ShouldBe(0);
    }

    [Fact]
    public async Task Discarded_it_does_nothing()
    {
        await DraftedAsync();
        (await Store.Drafts.DiscardAsync(Id, "ana", Store.Now, default)).ShouldBe(DraftResult.Done);

        (await FindAsync()).State.ShouldBe(DraftState.Discarded);
        (await Store.Effects.FindAsync(Key, default)).ShouldBeNull();
        (await StateAsync()).Version.ShouldBe(0);
    }

    [Fact]
    public async Task Only_the_first_decision_counts()
    {
        await DraftedAsync();
        var decisions = await Task.WhenAll(Enumerable.Range(0, 20).Select(agent => agent % 2 == 0
            ? Store.Drafts.ApproveAsync(Id, $"agent {agent}", Store.Now, default)
            : Store.Drafts.DiscardAsync(Id, $"agent {agent}", Store.Now, default)));

        decisions.Count(result => result == DraftResult.Done).ShouldBe(1);
        decisions.Count(result => result == DraftResult.NotOpen).ShouldBe(19);
        (await Store.Drafts.ApproveAsync("7:draft:none", "ana", Store.Now, default)).ShouldBe(DraftResult.Missing);
    }

    [Fact]
    public async Task A_slot_that_somebody_else_fills_is_reported_and_nothing_is_planned()
    {
        await DraftedAsync();
        await Store.Effects.PlanAsync(Some.Conversation, Some.Plan(Store, "7:answer:other") with { Activity = null }, Store.Now, default);
        await ReopenDraftAsync();
        await Store.Effects.PlanAsync(Some.Conversation, Some.Plan(Store, author: "agent:eva"), Store.Now, default);
        await ReopenDraftAsync();

        (await Store.Drafts.ApproveAsync(Id, "ana", Store.Now, default)).ShouldBe(DraftResult.SlotTaken);
        (await FindAsync()).State.ShouldBe(DraftState.Open);
        (await StateAsync()).Version.ShouldBe(0);
        (await Store.Effects.FindAsync(Key, default))!.Author.ShouldBe("agent:eva");
    }

    [Fact]
    public async Task A_slot_whose_last_try_came_to_nothing_is_filled_by_the_approval()
    {
        await Store.Effects.PlanAsync(Some.Conversation, Some.Plan(Store), Store.Now, default);
        await Store.Effects.MarkAsync(await Some.ClaimAsync(Store), new EffectOutcome.Refused("no"), Store.Now, default);
        await DraftedAsync();

        (await Store.Drafts.ApproveAsync(Id, "ana", Store.Now, default)).ShouldBe(DraftResult.Done);
        (await Store.Effects.FindAsync(Key, default))!.Revision.ShouldBe(2);
    }

    [Fact]
    public async Task A_newer_draft_of_the_same_activity_supersedes_it()
    {
        await DraftedAsync();
        await DraftedAsync("7:draft:2");

        (await FindAsync()).State.ShouldBe(DraftState.Superseded);
        (await Store.Drafts.OpenAsync(null, 10, default)).ShouldHaveSingleItem().Id.ShouldBe("7:draft:2");
        (await Store.Drafts.ApproveAsync(Id, "ana", Store.Now, default)).ShouldBe(DraftResult.NotOpen);
    }

    [Fact]
    public async Task A_draft_of_another_activity_stays_open()
    {
        await DraftedAsync();
        await DraftedAsync("7:draft:2", "7:question:2");
        (await Store.Drafts.OpenAsync(null, 10, default)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task An_answer_from_elsewhere_supersedes_it()
    {
        await DraftedAsync();
        await Store.Signals.IngestAsync(null, Some.Seen(SlotSight.Filled), default);
        (await FindAsync()).State.ShouldBe(DraftState.Superseded);
    }

    [Fact]
    public async Task A_turn_that_fills_its_slot_supersedes_it()
    {
        await DraftedAsync();
        var snapshot = await Store.Turns.LoadAsync(Some.Conversation, default);
        await Store.Turns.CommitAsync(Some.Commit(snapshot) with { Effects = [Some.Plan(Store)] }, Store.Now, default);
        (await FindAsync()).State.ShouldBe(DraftState.Superseded);
    }

    [Fact]
    public async Task A_replayed_turn_opens_a_discarded_draft_again_but_never_an_approved_one()
    {
        await DraftedAsync();
        await Store.Drafts.DiscardAsync(Id, "ana", Store.Now, default);
        await DraftedAsync();
        (await FindAsync()).State.ShouldBe(DraftState.Open);

        await Store.Drafts.ApproveAsync(Id, "ana", Store.Now, default);
        await DraftedAsync();
        (await FindAsync()).State.ShouldBe(DraftState.Approved);
    }

    [Fact]
    public async Task A_decision_raises_the_conversations_version()
    {
        await DraftedAsync();
        var before = await Store.Turns.LoadAsync(Some.Conversation, default);
        await Store.Drafts.ApproveAsync(Id, "ana", Store.Now, default);
        (await Store.Turns.LoadAsync(Some.Conversation, default)).Version.ShouldBeGreaterThan(before.Version);
    }

    private async Task<Draft> DraftedAsync(string id = Id, string activity = "7:question:1")
    {
        var snapshot = await Store.Turns.LoadAsync(Some.Conversation, default);
        var draft = new Draft
        {
            Id = id,
            Conversation = Some.Conversation.Id,
            Account = Some.Account,
            Activity = activity,
            Payload = "text and reasons",
            Effects = [Some.Plan(Store, activity.Replace("question", "answer", StringComparison.Ordinal)) with { OwnerChecked = true }],
            StagedState = [new StateWrite(Some.Account, "conversation", null, "after"), new StateWrite(Some.Account, "user", 0, "after")],
            At = Store.Now,
        };
        (await Store.Turns.CommitAsync(Some.Commit(snapshot) with { Draft = draft }, Store.Now, default)).Committed.ShouldBeTrue();
        return draft;
    }

    // Planning its slot superseded it; a replay of its turn brings it back, while the slot is still taken.
    private async Task ReopenDraftAsync() => await DraftedAsync();

    private async Task<Draft> FindAsync() => (await Store.Drafts.FindAsync(Id, default)).ShouldNotBeNull();

    private async Task<StateEntry> StateAsync() => (await Store.State.ReadAsync([(Some.Account, "user")], default))[0];
}
