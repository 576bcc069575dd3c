using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Effects;
using MeliBot.Delivery.Reasons;

namespace MeliBot.Contracts;

public abstract class EffectStoreContract<TFixture> : DeliveryContract<TFixture>
    where TFixture : DeliveryFixture, new()
{
    private const string Key = "7:answer:1";

    [Fact]
    public async Task Claiming_announces_the_sending_before_anybody_acts_and_it_survives_a_restart()
    {
        var lease = await Some.ClaimedAsync(Store);
        await Store.ReopenAsync();

        (lease.Recovering, lease.FirstSendingAt).ShouldBe((false, Store.Now));
        var stored = await FindAsync();
        stored.ShouldBe(lease.Slot);
        (stored.State, stored.Epoch, stored.Revision, stored.Attempt, stored.SendingAt).ShouldBe((EffectState.Sending, 1, 1, 1, Store.Now));
    }

    [Fact]
    public async Task A_claimed_slot_is_not_claimed_again_before_its_lease_ends_and_then_is_recovered()
    {
        var first = await Some.ClaimedAsync(Store);
        (await Some.ClaimAllAsync(Store)).ShouldBeEmpty();
        (await Store.Effects.NextDueAsync(Store.Now, default)).ShouldBe(Store.Now.AddMinutes(1));
        Store.Time.Advance(TimeSpan.FromMinutes(1));

        var second = await Some.ClaimAsync(Store);
        (second.Recovering, second.FirstSendingAt, second.Slot.Epoch, second.Slot.Attempt).ShouldBe((true, first.FirstSendingAt, 2, 2));
    }

    [Fact]
    public async Task A_stale_epoch_never_marks()
    {
        var first = await Some.ClaimedAsync(Store);
        Store.Time.Advance(TimeSpan.FromMinutes(1));
        var second = await Some.ClaimAsync(Store);

        (await MarkAsync(first, new EffectOutcome.Sent("late") { Activities = [Some.Event(Store, "7:answered:1")] })).ShouldBeFalse();
        (await FindAsync()).ShouldBe(second.Slot);
        (await LoadAsync()).Activities.ShouldBeEmpty();
        (await MarkAsync(second, new EffectOutcome.Sent("good"))).ShouldBeTrue();
        (await MarkAsync(second, new EffectOutcome.Refused("again"))).ShouldBeFalse();
        (await FindAsync()).State.ShouldBe(EffectState.Sent);
    }

    [Fact]
    public async Task Sent_is_final_and_appends_its_activities()
    {
        var lease = await Some.ClaimedAsync(Store);
        var answer = Some.Event(Store, Key) with { Role = ActivityRole.Outgoing };
        (await MarkAsync(lease, new EffectOutcome.Sent("{}") { Activities = [answer] })).ShouldBeTrue();

        var slot = await FindAsync();
        (slot.State, slot.Result, slot.IsFinal, slot.SendingAt).ShouldBe((EffectState.Sent, "{}", true, null));
        (await LoadAsync()).Activities.ShouldBe([answer]);
        (await TakeOverAsync(slot.Epoch)).ShouldBe(TakeOverResult.AlreadyFinal);
        (await Store.Effects.PlanAsync(Some.Conversation, Some.Plan(Store), Store.Now, default)).ShouldBeFalse();
        (await Some.ClaimAllAsync(Store)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_retry_is_planned_again_and_counts()
    {
        var lease = await Some.ClaimedAsync(Store);
        await MarkAsync(lease, new EffectOutcome.Retry(TimeSpan.FromSeconds(10), "busy"));

        (await Some.ClaimAllAsync(Store)).ShouldBeEmpty();
        Store.Time.Advance(TimeSpan.FromSeconds(10));
        var again = await Some.ClaimAsync(Store);
        (again.Recovering, again.Slot.Attempt, again.FirstSendingAt).ShouldBe((false, 2, Store.Now));
    }

    [Fact]
    public async Task A_rate_limit_does_not_count_as_a_try()
    {
        var lease = await Some.ClaimedAsync(Store);
        await MarkAsync(lease, new EffectOutcome.Retry(TimeSpan.Zero, "slow down", Counts: false));
        (await FindAsync()).Attempt.ShouldBe(0);
    }

    [Fact]
    public async Task An_unknown_end_stays_in_sending_and_is_read_back_after_its_wait()
    {
        var lease = await Some.ClaimedAsync(Store);
        await MarkAsync(lease, new EffectOutcome.Unknown(TimeSpan.FromSeconds(20), "connection reset"));

        (await FindAsync()).State.ShouldBe(EffectState.Sending);
        (await Some.ClaimAllAsync(Store)).ShouldBeEmpty();
        Store.Time.Advance(TimeSpan.FromSeconds(20));
        var again = await Some.ClaimAsync(Store);
        (again.Recovering, again.FirstSendingAt).ShouldBe((true, lease.FirstSendingAt));
    }

    [Fact]
    public async Task An_unknown_end_in_an_outage_does_not_count_as_a_try_and_is_read_back_all_the_same()
    {
        var lease = await Some.ClaimedAsync(Store);
        await MarkAsync(lease, new EffectOutcome.Unknown(TimeSpan.Zero, "502", Counts: false));

        (await FindAsync()).Attempt.ShouldBe(0);
        var again = await Some.ClaimAsync(Store);
        (again.Recovering, again.Slot.Attempt, again.FirstSendingAt).ShouldBe((true, 1, lease.FirstSendingAt));
    }

    [Fact]
    public async Task What_may_have_been_sent_is_read_back_even_after_a_retry_of_the_reading()
    {
        var lease = await Some.ClaimedAsync(Store);
        await MarkAsync(lease, new EffectOutcome.Unknown(TimeSpan.Zero, "connection reset"));
        await MarkAsync(await Some.ClaimAsync(Store), new EffectOutcome.Retry(TimeSpan.Zero, "slow down", Counts: false));

        (await Some.ClaimAsync(Store)).Recovering.ShouldBeTrue();
    }

    [Fact]
    public async Task A_waiting_slot_is_due_again_at_its_time_and_waiting_does_not_count()
    {
        var lease = await Some.ClaimedAsync(Store);
        await MarkAsync(lease, new EffectOutcome.Waiting(Store.Now.AddHours(1), "listing paused"));

        var slot = await FindAsync();
        (slot.State, slot.Reason!.Text, slot.Attempt, slot.DueAt).ShouldBe((EffectState.Waiting, "listing paused", 0, Store.Now.AddHours(1)));
        Store.Time.Advance(TimeSpan.FromHours(1));
        (await Some.ClaimAsync(Store)).Recovering.ShouldBeFalse();
    }

    [Fact]
    public async Task A_parked_slot_is_listed_and_an_attempt_that_may_have_arrived_is_read_back_after_its_replay()
    {
        var lease = await Some.ClaimedAsync(Store);
        await MarkAsync(lease, new EffectOutcome.Park("Nobody can say.", "two reads differ"));

        var parked = (await Store.Parking.ListAsync(Some.Account, 10, default)).ShouldHaveSingleItem();
        (parked.Key, parked.Reason.Text, parked.Detail, parked.Conversation).ShouldBe((Key, "Nobody can say.", "two reads differ", Some.Conversation.Id));
        (await Some.ClaimAllAsync(Store)).ShouldBeEmpty();
        (await Store.Parking.ReplayAsync(parked.Id, Store.Now, default)).ShouldBeTrue();
        (await Store.Parking.ListAsync(null, 10, default)).ShouldBeEmpty();
        var again = await Some.ClaimAsync(Store);
        (again.Recovering, again.Slot.Attempt).ShouldBe((true, 1));
    }

    [Fact]
    public async Task Within_a_conversation_effects_go_one_by_one_in_the_order_planned()
    {
        await PlanAsync("7:answer:1", "7:answer:2", "7:answer:3");

        foreach (var key in new[] { "7:answer:1", "7:answer:2", "7:answer:3" })
        {
            var lease = await Some.ClaimAsync(Store);
            lease.Slot.Key.ShouldBe(key);
            (await Some.ClaimAllAsync(Store)).ShouldBeEmpty();
            await MarkAsync(lease, new EffectOutcome.Sent(null));
        }
    }

    [Fact]
    public async Task Conversations_do_not_wait_for_each_other()
    {
        await PlanAsync("7:answer:1", "7:answer:2");
        await Store.Effects.PlanAsync(Some.AnyConversation(2), Some.Plan(Store, "7:answer:3"), Store.Now, default);
        await Store.Effects.PlanAsync(Some.AnyConversation(3, account: 8), Some.Plan(Store, "8:answer:4"), Store.Now, default);

        (await Some.ClaimAllAsync(Store)).Select(lease => lease.Slot.Key).ShouldBe(["7:answer:1", "7:answer:3", "8:answer:4"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("waiting")]
    [InlineData("refused")]
    [InlineData("parked")]
    public async Task An_answer_never_waits_behind_one_that_is_held_up(string how)
    {
        await PlanAsync("7:answer:1", "7:answer:2");
        await MarkAsync(await Some.ClaimAsync(Store), how switch
        {
            "waiting" => new EffectOutcome.Waiting(Store.Now.AddHours(1), "paused"),
            "refused" => new EffectOutcome.Refused("no"),
            _ => new EffectOutcome.Park("undecidable"),
        });

        (await Some.ClaimAsync(Store)).Slot.Key.ShouldBe("7:answer:2");
    }

    [Fact]
    public async Task An_effect_that_fell_due_earlier_than_the_one_before_it_waits_all_the_same()
    {
        await Store.Effects.PlanAsync(Some.Conversation, Some.Plan(Store, "7:answer:1", due: TimeSpan.FromSeconds(30)), Store.Now, default);
        await Store.Effects.PlanAsync(Some.Conversation, Some.Plan(Store, "7:answer:2"), Store.Now, default);

        (await Some.ClaimAllAsync(Store)).ShouldBeEmpty();
        (await Store.Effects.NextDueAsync(Store.Now, default)).ShouldBe(Store.Now.AddSeconds(30));
        Store.Time.Advance(TimeSpan.FromSeconds(30));
        (await Some.ClaimAsync(Store)).Slot.Key.ShouldBe("7:answer:1");
    }

    [Fact]
    public async Task Of_several_that_waited_the_one_planned_first_goes_first_whenever_each_is_due()
    {
        await PlanAsync("7:answer:1", "7:answer:2");
        await MarkAsync(await Some.ClaimAsync(Store), new EffectOutcome.Waiting(Store.Now.AddSeconds(30), "paused"));
        await MarkAsync(await Some.ClaimAsync(Store), new EffectOutcome.Waiting(Store.Now.AddSeconds(10), "paused"));
        Store.Time.Advance(TimeSpan.FromSeconds(30));

        (await Some.ClaimAsync(Store)).Slot.Key.ShouldBe("7:answer:1");
    }

    [Fact]
    public async Task What_waited_for_a_reason_that_has_passed_is_due_at_once_and_what_waits_for_another_is_not()
    {
        await PlanAsync("7:answer:1", "7:answer:2", "7:answer:3");
        foreach (var reason in new Reason[] { new("sends.stopped-too", [], "Else."), "sends.stopped", new("sends.stopped", ["Ana"], "Ana stopped it.") })
            await MarkAsync(await Some.ClaimAsync(Store), new EffectOutcome.Waiting(Store.Now.AddHours(1), reason));

        await Store.Effects.WakeAsync(["sends.stopped", "else"], Store.Now, default);

        (await Some.ClaimAsync(Store)).Slot.Key.ShouldBe("7:answer:3");
    }

    [Fact]
    public async Task A_claim_takes_no_more_than_asked()
    {
        foreach (var number in Enumerable.Range(1, 10))
            await Store.Effects.PlanAsync(Some.AnyConversation(number), Some.Plan(Store, $"7:answer:{number}"), Store.Now, default);

        (await Store.Effects.ClaimAsync(Store.Now, 3, TimeSpan.FromMinutes(1), default)).Count.ShouldBe(3);
        (await Some.ClaimAllAsync(Store)).Count.ShouldBe(7);
    }

    [Fact]
    public async Task The_messages_of_a_reply_stop_at_the_first_that_is_refused_and_the_rest_is_parked_not_stuck()
    {
        await PlanAsync(Chained(1), Chained(2), Chained(3), Some.Plan(Store, "7:answer:9"));
        await MarkAsync(await Some.ClaimAsync(Store), new EffectOutcome.Sent(null));
        await MarkAsync(await Some.ClaimAsync(Store), new EffectOutcome.Refused("no"));

        (await Some.ClaimAsync(Store)).Slot.Key.ShouldBe("7:answer:9");
        var last = await FindAsync("7:message:3");
        last.State.ShouldBe(EffectState.Parked);
        last.Reason!.Text.ShouldContain("7:message:2");
    }

    [Fact]
    public async Task The_rest_of_a_reply_waits_with_the_message_before_it_and_follows_when_that_is_sent()
    {
        await PlanAsync(Chained(1), Chained(2), Some.Plan(Store, "7:answer:9"));
        await MarkAsync(await Some.ClaimAsync(Store), new EffectOutcome.Waiting(Store.Now.AddHours(1), "paused"));
        await MarkAsync(await Some.ClaimAsync(Store), new EffectOutcome.Sent(null));

        (await Some.ClaimAllAsync(Store)).ShouldBeEmpty();
        (await FindAsync("7:message:2")).State.ShouldBe(EffectState.Waiting);
        Store.Time.Advance(TimeSpan.FromHours(1));
        await MarkAsync(await Some.ClaimAsync(Store), new EffectOutcome.Sent(null));
        (await Some.ClaimAsync(Store)).Slot.Key.ShouldBe("7:message:2");
    }

    [Theory]
    [InlineData("bot", OwnerKind.Bot, true)]
    [InlineData("bot", OwnerKind.Waiting, false)]
    [InlineData("bot", OwnerKind.Agent, false)]
    [InlineData("agent:ana", OwnerKind.Agent, true)]
    [InlineData("agent:ana", OwnerKind.Bot, false)]
    public async Task An_owner_checked_slot_is_sent_only_for_the_owner(string author, OwnerKind owner, bool sent)
    {
        await Store.Effects.PlanAsync(Some.Conversation, Some.Plan(Store, author: author) with { OwnerChecked = true }, Store.Now, default);
        await Store.Turns.CommitAsync(Some.Commit(await LoadAsync()) with { Owner = new Owner(owner, owner == OwnerKind.Agent ? "ana" : null) }, Store.Now, default);

        (await Some.ClaimAllAsync(Store)).Count.ShouldBe(sent ? 1 : 0);
        (await FindAsync()).State.ShouldBe(sent ? EffectState.Sending : EffectState.Parked);
        (await Store.Parking.ListAsync(null, 10, default)).Count.ShouldBe(sent ? 0 : 1);
    }

    [Fact]
    public async Task A_slot_that_is_not_owner_checked_does_not_care_who_owns_the_conversation()
    {
        await PlanAsync(Key);
        await Store.Turns.CommitAsync(Some.Commit(await LoadAsync()) with { Owner = Owner.Waiting }, Store.Now, default);
        await Some.ClaimAsync(Store);
    }

    [Fact]
    public async Task A_person_takes_over_what_is_planned()
    {
        await PlanAsync(Key);
        (await TakeOverAsync(0)).ShouldBe(TakeOverResult.TakenOver);

        var slot = await FindAsync();
        (slot.Payload, slot.Author, slot.Epoch, slot.Revision, slot.State).ShouldBe(("a person's words", "agent:ana", 1, 2, EffectState.Planned));
        (await TakeOverAsync(0)).ShouldBe(TakeOverResult.Stale);
    }

    [Theory]
    [InlineData("waiting")]
    [InlineData("refused")]
    [InlineData("parked")]
    public async Task A_person_takes_over_what_came_to_nothing_with_its_tries_forgotten(string how)
    {
        await MarkAsync(await Some.ClaimedAsync(Store), how switch
        {
            "waiting" => new EffectOutcome.Waiting(Store.Now.AddHours(1), "paused"),
            "refused" => new EffectOutcome.Refused("no"),
            _ => new EffectOutcome.Park("undecidable"),
        });
        (await TakeOverAsync((await FindAsync()).Epoch)).ShouldBe(TakeOverResult.TakenOver);

        (await Store.Parking.ListAsync(null, 10, default)).ShouldBeEmpty();
        var lease = await Some.ClaimAsync(Store);
        (lease.Slot.Payload, lease.Slot.Attempt, lease.Recovering).ShouldBe(("a person's words", 1, how == "parked"));
    }

    [Fact]
    public async Task What_is_being_sent_or_unknown_is_not_taken_over()
    {
        var lease = await Some.ClaimedAsync(Store);
        (await TakeOverAsync(lease.Slot.Epoch)).ShouldBe(TakeOverResult.Sending);
        (await Store.Effects.TakeOverAsync("7:answer:nothing", 0, "x", "agent:ana", Store.Now, default)).ShouldBe(TakeOverResult.Missing);
        (await Store.Effects.TakeOverAsync("no account", 0, "x", "agent:ana", Store.Now, default)).ShouldBe(TakeOverResult.Missing);
    }

    [Fact]
    public async Task Of_a_bot_and_a_person_at_the_same_instant_exactly_one_gets_the_slot()
    {
        foreach (var round in Enumerable.Range(1, 50))
        {
            var key = $"7:answer:race-{round}";
            var conversation = Some.AnyConversation(round);
            await Store.Effects.PlanAsync(conversation, Some.Plan(Store, key), Store.Now, default);

            var claim = Some.ClaimAllAsync(Store);
            var person = Store.Effects.TakeOverAsync(key, 0, "a person's words", "agent:ana", Store.Now, default);
            var lease = (await claim).ShouldHaveSingleItem();
            (await person, lease.Slot.Author).ShouldBeOneOf((TakeOverResult.TakenOver, "agent:ana"), (TakeOverResult.Sending, "bot"));
            await MarkAsync(lease, new EffectOutcome.Sent(null));
        }
    }

    [Fact]
    public async Task A_new_plan_replaces_what_was_refused_with_a_new_revision()
    {
        await MarkAsync(await Some.ClaimedAsync(Store), new EffectOutcome.Refused("no"));
        (await Store.Effects.PlanAsync(Some.Conversation, Some.Plan(Store) with { Payload = "better" }, Store.Now, default)).ShouldBeTrue();

        var slot = await FindAsync();
        (slot.State, slot.Payload, slot.Revision, slot.Attempt, slot.Reason?.Text).ShouldBe((EffectState.Planned, "better", 2, 0, null));
    }

    [Fact]
    public async Task The_bot_never_replaces_a_persons_words()
    {
        await MarkAsync(await Some.ClaimedAsync(Store, Some.Plan(Store, author: "agent:ana")), new EffectOutcome.Refused("no"));

        (await Store.Effects.PlanAsync(Some.Conversation, Some.Plan(Store), Store.Now, default)).ShouldBeFalse();
        (await Store.Effects.PlanAsync(Some.Conversation, Some.Plan(Store, author: "agent:eva"), Store.Now, default)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_key_that_does_not_begin_with_its_account_is_refused()
        => await Should.ThrowAsync<ArgumentException>(async () => await Store.Effects.PlanAsync(Some.Conversation, Some.Plan(Store, "8:answer:1"), Store.Now, default));

    [Fact]
    public async Task After_a_crash_every_lease_is_free_at_once_but_a_read_back_still_waits()
    {
        var held = await Some.ClaimedAsync(Store);
        await Store.Effects.PlanAsync(Some.AnyConversation(2), Some.Plan(Store, "7:answer:2"), Store.Now, default);
        await MarkAsync(await Some.ClaimAsync(Store), new EffectOutcome.Unknown(TimeSpan.FromMinutes(5), "reset"));
        await Store.ReopenAsync();
        await Store.Effects.ExpireOrphansAsync(default);

        var lease = await Some.ClaimAsync(Store);
        (lease.Slot.Key, lease.Recovering, lease.Slot.Epoch).ShouldBe((held.Slot.Key, true, held.Slot.Epoch + 1));
    }

    [Fact]
    public async Task A_slot_that_was_filled_elsewhere_before_anybody_planned_it_is_never_planned()
    {
        await ObserveAsync(SlotSight.Filled, happened: Some.Event(Store, "7:event:filled"));

        var slot = await FindAsync();
        (slot.State, slot.Author, slot.Result).ShouldBe((EffectState.AnsweredElsewhere, "elsewhere", "what is there"));
        (await Store.Effects.PlanAsync(Some.Conversation, Some.Plan(Store), Store.Now, default)).ShouldBeFalse();
        (await LoadAsync()).Activities.ShouldHaveSingleItem().Id.ShouldBe("7:event:filled");
    }

    [Fact]
    public async Task A_slot_that_was_seen_closed_is_refused_and_never_planned_nor_taken_over()
    {
        await ObserveAsync(SlotSight.Closed);

        (await FindAsync()).State.ShouldBe(EffectState.Refused);
        (await Store.Effects.PlanAsync(Some.Conversation, Some.Plan(Store), Store.Now, default)).ShouldBeFalse();
        (await TakeOverAsync(0)).ShouldBe(TakeOverResult.AlreadyFinal);
    }

    [Fact]
    public async Task A_slot_that_was_seen_closed_can_be_planned_once_it_is_seen_open_again()
    {
        await ObserveAsync(SlotSight.Closed);
        await ObserveAsync(SlotSight.Open);
        (await Store.Effects.PlanAsync(Some.Conversation, Some.Plan(Store), Store.Now, default)).ShouldBeTrue();
    }

    [Theory]
    [InlineData("planned")]
    [InlineData("waiting")]
    [InlineData("refused")]
    [InlineData("parked")]
    public async Task Seen_filled_ends_whatever_is_not_being_sent(string state)
    {
        await InStateAsync(state);
        await ObserveAsync(SlotSight.Filled, happened: Some.Event(Store, "7:event:filled"));
        await ObserveAsync(SlotSight.Filled, happened: Some.Event(Store, "7:event:filled-again"));

        (await FindAsync()).State.ShouldBe(EffectState.AnsweredElsewhere);
        (await Store.Parking.ListAsync(null, 10, default)).ShouldBeEmpty();
        (await Some.ClaimAllAsync(Store)).ShouldBeEmpty();
        (await LoadAsync()).Activities.ShouldHaveSingleItem().Id.ShouldBe("7:event:filled");
    }

    [Theory]
    [InlineData(SlotSight.Filled)]
    [InlineData(SlotSight.Closed)]
    [InlineData(SlotSight.Blocked)]
    [InlineData(SlotSight.Banned)]
    public async Task Who_sends_decides_whatever_is_seen_meanwhile(SlotSight sight)
    {
        var lease = await Some.ClaimedAsync(Store);
        await ObserveAsync(sight, happened: Some.Event(Store, "7:event:seen"));

        (await FindAsync()).ShouldBe(lease.Slot);
        (await LoadAsync()).Activities.ShouldBeEmpty();
        (await MarkAsync(lease, new EffectOutcome.Sent(null))).ShouldBeTrue();
    }

    [Theory]
    [InlineData("planned")]
    [InlineData("waiting")]
    [InlineData("parked")]
    public async Task Seen_closed_refuses_whatever_is_not_being_sent(string state)
    {
        await InStateAsync(state);
        await ObserveAsync(SlotSight.Closed, happened: Some.Event(Store, "7:event:closed"));

        (await FindAsync()).State.ShouldBe(EffectState.Refused);
        (await Store.Parking.ListAsync(null, 10, default)).ShouldBeEmpty();
        (await LoadAsync()).Activities.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Seen_blocked_lets_later_ones_pass_and_seen_open_makes_it_due()
    {
        await PlanAsync("7:answer:1", "7:answer:2");
        await MarkAsync(await Some.ClaimAsync(Store), new EffectOutcome.Retry(TimeSpan.FromHours(1), "busy"));
        await ObserveAsync(SlotSight.Blocked);
        (await FindAsync()).State.ShouldBe(EffectState.Waiting);
        await MarkAsync(await Some.ClaimAsync(Store), new EffectOutcome.Sent(null));

        (await Some.ClaimAllAsync(Store)).ShouldBeEmpty();
        await ObserveAsync(SlotSight.Open);
        (await Some.ClaimAsync(Store)).Slot.Key.ShouldBe("7:answer:1");
    }

    [Fact]
    public async Task A_later_ban_of_what_was_sent_is_told_once_and_changes_no_state()
    {
        await MarkAsync(await Some.ClaimedAsync(Store), new EffectOutcome.Sent("{}"));
        await ObserveAsync(SlotSight.Banned, happened: Some.Event(Store, "7:event:banned"));
        var told = await LoadAsync();
        await ObserveAsync(SlotSight.Banned, happened: Some.Event(Store, "7:event:banned"));

        (await FindAsync()).State.ShouldBe(EffectState.Sent);
        told.Activities.ShouldHaveSingleItem().Id.ShouldBe("7:event:banned");
        (await LoadAsync()).Version.ShouldBe(told.Version);
    }

    [Fact]
    public async Task A_mark_raises_the_conversations_version_but_an_announcement_does_not()
    {
        await PlanAsync(Key);
        var planned = await LoadAsync();
        var lease = await Some.ClaimAsync(Store);
        (await LoadAsync()).Version.ShouldBe(planned.Version);
        await MarkAsync(lease, new EffectOutcome.Sent(null));
        (await LoadAsync()).Version.ShouldBeGreaterThan(planned.Version);
    }

    private EffectPlan Chained(int position) => Some.Plan(Store, $"7:message:{position}") with { Chain = "7:reply:1", Position = position };

    private async Task PlanAsync(params string[] keys) => await PlanAsync([.. keys.Select(key => Some.Plan(Store, key))]);

    private async Task PlanAsync(params EffectPlan[] plans)
    {
        foreach (var plan in plans)
            (await Store.Effects.PlanAsync(Some.Conversation, plan, Store.Now, default)).ShouldBeTrue();
    }

    private async Task InStateAsync(string state)
    {
        if (state == "planned")
        {
            await PlanAsync(Key);
            return;
        }

        await MarkAsync(await Some.ClaimedAsync(Store), state switch
        {
            "waiting" => new EffectOutcome.Waiting(Store.Now.AddHours(1), "paused"),
            "refused" => new EffectOutcome.Refused("no"),
            _ => new EffectOutcome.Park("undecidable"),
        });
    }

    private Task ObserveAsync(SlotSight sight, ActivityEntry? happened = null) => Store.Signals.IngestAsync(null, Some.Seen(sight, happened: happened), default);

    private Task<bool> MarkAsync(EffectLease lease, EffectOutcome outcome) => Store.Effects.MarkAsync(lease, outcome, Store.Now, default);

    private Task<TakeOverResult> TakeOverAsync(long epoch) => Store.Effects.TakeOverAsync(Key, epoch, "a person's words", "agent:ana", Store.Now, default);

    private async Task<EffectSlot> FindAsync(string key = Key) => (await Store.Effects.FindAsync(key, default)).ShouldNotBeNull();

    private Task<ConversationSnapshot> LoadAsync() => Store.Turns.LoadAsync(Some.Conversation, default);
}
