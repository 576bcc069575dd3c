using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Effects;
using MeliBot.Delivery.Reading;
using MeliBot.Delivery.State;
using MeliBot.Delivery.Turns;

namespace MeliBot.Contracts;

public abstract class TurnStoreContract<TFixture> : DeliveryContract<TFixture>
    where TFixture : DeliveryFixture, new()
{
    [Fact]
    public async Task An_unknown_conversation_loads_empty_with_version_0()
    {
        var snapshot = await LoadAsync();
        (snapshot.Version, snapshot.Owner, snapshot.Activities.Count, snapshot.Effects.Count).ShouldBe((0, Owner.Bot, 0, 0));
    }

    [Fact]
    public async Task A_turn_commits_everything_at_once_and_it_survives_a_restart()
    {
        var before = await Some.WithQuestionsAsync(Store, 1);
        var happened = Some.Event(Store, "7:event:1");
        var record = new TurnRecord("7:turn:1", Some.Conversation.Id, Some.Account, before.Activities[0].Id, Store.Now, "send", "trace");
        var commit = Some.Commit(before, before.Activities[0].Id) with
        {
            Activities = [happened],
            Writes = [new StateWrite(Some.Account, "user", 0, "{}")],
            Effects = [Some.Plan(Store)],
            Owner = new Owner(OwnerKind.Agent, "ana"),
            Meta = "meta",
            Record = record,
        };

        var result = await Store.Turns.CommitAsync(commit, Store.Now, default);
        await Store.ReopenAsync();

        (result.Committed, result.Conflict).ShouldBe((true, null));
        result.PlannedKeys.ShouldBe(["7:answer:1"]);
        var after = await LoadAsync();
        after.Version.ShouldBeGreaterThan(before.Version);
        (after.Owner, after.Meta).ShouldBe((new Owner(OwnerKind.Agent, "ana"), "meta"));
        after.Activities.ShouldBe([before.Activities[0] with { Turn = ActivityTurn.Done }, happened]);
        after.Effects.ShouldHaveSingleItem().State.ShouldBe(EffectState.Planned);
        (await Store.State.ReadAsync([(Some.Account, "user")], default)).ShouldBe([new StateEntry(Some.Account, "user", 1, "{}")]);
        (await Store.Turns.RecordsAsync(Some.Conversation, default)).ShouldBe([record]);
        (await DueAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_turn_that_lost_the_race_for_its_conversation_changes_nothing()
    {
        var before = await Some.WithQuestionsAsync(Store, 1);
        await Store.Signals.IngestAsync(null, Some.Ingest(null, Some.Question(Store, 2)), default);
        var between = await LoadAsync();

        var result = await Store.Turns.CommitAsync(Everything(before), Store.Now, default);

        (result.Committed, result.Conflict).ShouldBe((false, Some.Conversation.Id));
        result.PlannedKeys.ShouldBeEmpty();
        await NothingChangedAsync(between);
    }

    [Fact]
    public async Task A_turn_that_lost_the_race_for_a_state_it_read_changes_nothing()
    {
        var before = await Some.WithQuestionsAsync(Store, 1);
        await Store.State.WriteAsync([new StateWrite(Some.Account, "read", null, "newer")], default);

        var result = await Store.Turns.CommitAsync(Everything(before) with { Reads = [new StateRead(Some.Account, "read", 0)] }, Store.Now, default);

        (result.Committed, result.Conflict).ShouldBe((false, "read"));
        await NothingChangedAsync(before);
    }

    [Fact]
    public async Task A_turn_that_lost_the_race_for_a_state_it_writes_changes_nothing()
    {
        var before = await Some.WithQuestionsAsync(Store, 1);
        await Store.State.WriteAsync([new StateWrite(Some.Account, "other", null, "1")], default);
        await Store.State.WriteAsync([new StateWrite(Some.Account, "other", null, "2")], default);

        var result = await Store.Turns.CommitAsync(Everything(before) with { Writes = [new StateWrite(Some.Account, "user", 0, "{}"), new StateWrite(Some.Account, "other", 1, "3")] }, Store.Now, default);

        (result.Committed, result.Conflict).ShouldBe((false, "other"));
        await NothingChangedAsync(before);
        (await Store.State.ReadAsync([(Some.Account, "other")], default))[0].Value.ShouldBe("2");
    }

    [Fact]
    public async Task A_first_turn_creates_its_conversation_and_a_second_first_turn_loses()
    {
        var empty = await LoadAsync();
        (await Store.Turns.CommitAsync(Some.Commit(empty) with { Effects = [Some.Plan(Store)] }, Store.Now, default)).Committed.ShouldBeTrue();
        (await Store.Turns.CommitAsync(Some.Commit(empty) with { Effects = [Some.Plan(Store, "7:answer:2")] }, Store.Now, default)).Committed.ShouldBeFalse();

        var snapshot = await LoadAsync();
        snapshot.Conversation.Kind.ShouldBe("questions");
        snapshot.Effects.ShouldHaveSingleItem().Key.ShouldBe("7:answer:1");
    }

    [Fact]
    public async Task A_loser_in_a_group_never_fails_its_neighbours()
    {
        var conversations = Enumerable.Range(1, 60).Select(number => Some.AnyConversation(number)).ToArray();
        var snapshots = await Task.WhenAll(conversations.Select(conversation => Some.WithQuestionsAsync(Store, 1, conversation)));

        // Every conversation gets three rivals at once, so that winners and losers share transactions.
        var results = await Task.WhenAll(snapshots.SelectMany(snapshot => Enumerable.Range(0, 3).Select(_ => Store.Turns.CommitAsync(
            Some.Commit(snapshot, snapshot.Activities[0].Id) with { Effects = [Some.Plan(Store, $"7:answer:{snapshot.Conversation.Id}")] }, Store.Now, default))));

        foreach (var rivals in results.Chunk(3))
            rivals.Count(result => result.Committed).ShouldBe(1);
        foreach (var conversation in conversations)
        {
            var after = await Store.Turns.LoadAsync(conversation, default);
            after.Effects.ShouldHaveSingleItem();
            after.Activities[0].Turn.ShouldBe(ActivityTurn.Done);
        }
    }

    [Fact]
    public async Task A_write_that_is_a_bug_fails_alone()
    {
        var conversations = Enumerable.Range(1, 40).Select(number => Some.AnyConversation(number)).ToArray();
        var snapshots = await Task.WhenAll(conversations.Select(conversation => Some.WithQuestionsAsync(Store, 1, conversation)));

        // An entry without payload breaks the store's own rules in the middle of the group.
        var tasks = snapshots.Select((snapshot, number) => Store.Turns.CommitAsync(
            Some.Commit(snapshot, snapshot.Activities[0].Id) with
            {
                Activities = number % 10 == 3 ? [Some.Event(Store, $"7:event:{number}", snapshot.Conversation) with { Payload = null! }] : [],
            },
            Store.Now,
            default)).ToArray();
        await Task.WhenAll(tasks.Select(task => task.ContinueWith(_ => { }, TaskScheduler.Default)));

        tasks.Where((_, number) => number % 10 == 3).ShouldAllBe(task => task.IsFaulted);
        tasks.Where((_, number) => number % 10 != 3).ShouldAllBe(task => task.Result.Committed);
        (await Store.Turns.LoadAsync(conversations[3], default)).Activities[0].Turn.ShouldBe(ActivityTurn.Pending);
    }

    [Fact]
    public async Task Planning_a_slot_that_exists_leaves_it_alone_and_says_so()
    {
        var before = await Some.WithQuestionsAsync(Store, 1);
        await Store.Effects.PlanAsync(Some.Conversation, Some.Plan(Store), Store.Now, default);
        before = await LoadAsync();
        var result = await Store.Turns.CommitAsync(
            Some.Commit(before) with { Effects = [Some.Plan(Store) with { Payload = "another" }, Some.Plan(Store, "7:answer:2")] }, Store.Now, default);

        result.PlannedKeys.ShouldBe(["7:answer:2"]);
        (await Store.Effects.FindAsync("7:answer:1", default))!.Payload.ShouldBe("text of 7:answer:1");
    }

    [Fact]
    public async Task A_conversation_with_many_pending_activities_is_found_once()
    {
        await Some.WithQuestionsAsync(Store, 4);
        (await DueAsync()).ShouldBe([Some.Conversation]);
    }

    [Fact]
    public async Task The_longest_waiting_conversations_come_first_and_those_in_flight_not_at_all()
    {
        foreach (var number in Enumerable.Range(1, 4))
        {
            await Some.WithQuestionsAsync(Store, 1, Some.AnyConversation(number));
            Store.Time.Advance(TimeSpan.FromSeconds(1));
        }

        var found = await Store.Turns.FindDueAsync(Store.Now, 2, id => id == Some.AnyConversation(1).Id, default);
        found.ShouldBe([Some.AnyConversation(2), Some.AnyConversation(3)]);
    }

    [Fact]
    public async Task A_turn_that_is_not_due_yet_holds_back_those_after_it()
    {
        await Store.Signals.IngestAsync(null, Some.Ingest(null, Some.Question(Store, 1, due: TimeSpan.FromSeconds(10)), Some.Question(Store, 2)), default);

        (await DueAsync()).ShouldBeEmpty();
        (await Store.Turns.NextDueAsync(Store.Now, default)).ShouldBe(Store.Now.AddSeconds(10));
        Store.Time.Advance(TimeSpan.FromSeconds(10));
        (await DueAsync()).ShouldBe([Some.Conversation]);
    }

    [Fact]
    public async Task An_earlier_turn_in_another_conversation_holds_nothing_back()
    {
        await Store.Signals.IngestAsync(null, Some.Ingest(null, Some.Question(Store, 1, due: TimeSpan.FromSeconds(10))), default);
        await Some.WithQuestionsAsync(Store, 1, Some.AnyConversation(2));

        (await DueAsync()).ShouldBe([Some.AnyConversation(2)]);
    }

    [Fact]
    public async Task A_failed_try_counts_and_waits()
    {
        var before = await Some.WithQuestionsAsync(Store, 2);
        await Store.Turns.FailAsync(Some.Conversation, [before.Activities[0].Id], Store.Now.AddSeconds(5), "boom", default);

        (await DueAsync()).ShouldBeEmpty();
        Store.Time.Advance(TimeSpan.FromSeconds(5));
        (await DueAsync()).ShouldBe([Some.Conversation]);
        (await LoadAsync()).Activities.Select(entry => entry.Attempts).ShouldBe([1, 0]);
    }

    [Fact]
    public async Task A_parked_turn_is_listed_with_its_reason_and_the_next_goes_on()
    {
        var before = await Some.WithQuestionsAsync(Store, 2);
        await Store.Turns.CommitAsync(
            Some.Commit(before) with { Parked = [before.Activities[0].Id], ParkReason = "The dialog failed 5 times.", ParkDetail = "at X", Owner = Owner.Waiting }, Store.Now, default);

        var parked = (await Store.Parking.ListAsync(null, 10, default)).ShouldHaveSingleItem();
        (parked.Kind, parked.Key, parked.Reason.Text, parked.Detail).ShouldBe((Delivery.Parking.ParkedKind.Turn, before.Activities[0].Id, "The dialog failed 5 times.", "at X"));
        (await LoadAsync()).Activities[0].Turn.ShouldBe(ActivityTurn.Parked);
        (await DueAsync()).ShouldBe([Some.Conversation]);
    }

    [Fact]
    public async Task A_snapshot_holds_the_newest_activities_and_every_pending_one()
    {
        var old = Some.Question(Store, 1);
        var many = Enumerable.Range(2, 250).Select(number => Some.Question(Store, number, turn: ActivityTurn.None)).ToArray();
        await Store.Signals.IngestAsync(null, Some.Ingest(null, [old, .. many]), default);

        var activities = (await LoadAsync()).Activities;
        activities[0].ShouldBe(old);
        activities.Count.ShouldBe(201);
        activities[^1].Payload.ShouldBe("question 251");
    }

    [Fact]
    public async Task An_entry_of_another_conversation_is_refused_before_anything_is_stored()
    {
        var before = await Some.WithQuestionsAsync(Store, 1);
        var foreign = Some.Event(Store, "7:event:1", Some.AnyConversation(2));

        await Should.ThrowAsync<ArgumentException>(async () => await Store.Turns.CommitAsync(Some.Commit(before) with { Activities = [foreign] }, Store.Now, default));
        (await LoadAsync()).Version.ShouldBe(before.Version);
    }

    [Fact]
    public async Task Page_by_page_no_conversation_is_missing_though_all_changed_at_the_same_moment()
    {
        foreach (var number in Enumerable.Range(1, 7))
            await Some.WithQuestionsAsync(Store, 1, Some.AnyConversation(number));
        var pages = new List<IReadOnlyList<ConversationSummary>>();
        do pages.Add(await Store.Reader.ConversationsAsync(pages is [] ? null : pages[^1][^1].Conversation, 3, default));
        while (pages[^1].Count == 3);

        pages.SelectMany(page => page).Select(found => found.Conversation).ShouldBe(Enumerable.Range(1, 7).Select(number => Some.AnyConversation(number)), ignoreOrder: true);
        pages.Count.ShouldBe(3);
    }

    [Fact]
    public async Task An_activity_that_another_conversation_has_already_makes_nothing_due_in_a_new_one()
    {
        var first = await Some.WithQuestionsAsync(Store, 1);
        var other = Some.AnyConversation(2);
        await Store.Signals.IngestAsync(null, Some.Ingest(other, Some.Question(Store, 1, other) with { Id = first.Activities[0].Id }), default);

        (await Store.Turns.FindDueAsync(Store.Now, 10, _ => false, default)).ShouldHaveSingleItem().ShouldBe(Some.Conversation);
    }

    [Fact]
    public async Task The_newest_are_found_behind_many_changes_of_another()
    {
        var quiet = Some.AnyConversation(1, account: 8);
        await Some.WithQuestionsAsync(Store, 1, quiet);
        Store.Time.Advance(TimeSpan.FromSeconds(1));
        await Some.WithQuestionsAsync(Store, 40);

        (await Store.Reader.RecentAsync(null, 2, default)).Select(found => (found.Conversation, found.Pending)).ShouldBe([(Some.Conversation, 40), (quiet, 1)]);
    }

    [Fact]
    public async Task A_turn_that_is_recorded_again_is_listed_once_as_it_was_recorded_last()
    {
        var before = await Some.WithQuestionsAsync(Store, 1);
        var record = new TurnRecord("7:turn:1", Some.Conversation.Id, Some.Account, before.Activities[0].Id, Store.Now, "hold", "trace");
        await Store.Turns.CommitAsync(Some.Commit(before) with { Record = record }, Store.Now, default);
        await Store.Turns.CommitAsync(Some.Commit(await LoadAsync()) with { Record = record with { Decision = "send" } }, Store.Now, default);

        (await Store.Reader.TurnsAsync(null, 10, default)).ShouldHaveSingleItem().Decision.ShouldBe("send");
        (await Store.Turns.RecordsAsync(Some.Conversation, default)).ShouldHaveSingleItem().Decision.ShouldBe("send");
    }

    [Fact]
    public async Task The_reader_lists_conversations_turns_and_what_is_open()
    {
        var before = await Some.WithQuestionsAsync(Store, 2);
        Store.Time.Advance(TimeSpan.FromSeconds(1));
        await Some.WithQuestionsAsync(Store, 1, Some.AnyConversation(2, account: 8));
        await Store.Signals.RaiseAsync(Some.Hint(Store), default);
        var record = new TurnRecord("7:turn:1", Some.Conversation.Id, Some.Account, before.Activities[0].Id, Store.Now, "send", "trace");
        await Store.Turns.CommitAsync(Some.Commit(before, before.Activities[0].Id) with { Effects = [Some.Plan(Store)], Record = record }, Store.Now.AddSeconds(1), default);

        (await Store.Reader.RecentAsync(null, 10, default)).Select(found => (found.Conversation.Account, found.Pending)).ShouldBe([(7, 1), (8, 1)]);
        (await Store.Reader.RecentAsync(8, 10, default)).ShouldHaveSingleItem().Conversation.ShouldBe(Some.AnyConversation(2, account: 8));
        (await Store.Reader.RecentAsync(null, 1, default)).ShouldHaveSingleItem().Conversation.Account.ShouldBe(7);
        (await Store.Reader.FindConversationAsync(Some.Conversation.Id, default)).ShouldBe(Some.Conversation);
        (await Store.Reader.FindConversationAsync("nothing", default)).ShouldBeNull();
        (await Store.Reader.TurnsAsync(7, 10, default)).ShouldBe([record]);
        (await Store.Reader.EffectsAsync(null, EffectState.Planned, 10, default)).ShouldHaveSingleItem().Key.ShouldBe("7:answer:1");
        (await Store.Reader.EffectsAsync(8, null, 10, default)).ShouldBeEmpty();
        var counts = await Store.Reader.CountsAsync(default);
        (counts.OpenSignals, counts.PendingTurns, counts.PlannedEffects, counts.ParkedTurns).ShouldBe((1, 2, 1, 0));
        counts.OldestSignalAt.ShouldBe(Store.Now);
    }

    private static TurnCommit Everything(ConversationSnapshot snapshot) => Some.Commit(snapshot, snapshot.Activities[0].Id) with
    {
        Activities = [snapshot.Activities[0] with { Id = "7:event:1", Role = ActivityRole.Event, Turn = ActivityTurn.None }],
        Writes = [new StateWrite(Some.Account, "user", 0, "{}")],
        Effects = [new EffectPlan { Key = "7:answer:1", Kind = "answer", Payload = "x", DueAt = snapshot.Activities[0].At }],
        Owner = Owner.Waiting,
        Meta = "meta",
        Record = new TurnRecord("7:turn:1", snapshot.Conversation.Id, Some.Account, snapshot.Activities[0].Id, snapshot.Activities[0].At, "send", ""),
        Draft = new Delivery.Drafts.Draft
        {
            Id = "7:draft:1",
            Conversation = snapshot.Conversation.Id,
            Account = Some.Account,
            Activity = snapshot.Activities[0].Id,
            Payload = "",
            Effects = [],
            StagedState = [],
            At = snapshot.Activities[0].At,
        },
    };

    private async Task NothingChangedAsync(ConversationSnapshot before)
    {
        var after = await LoadAsync();
        after.Activities.ShouldBe(before.Activities);
        (after.Version, after.Owner, after.Meta, after.Effects.Count).ShouldBe((before.Version, before.Owner, before.Meta, 0));
        (await Store.State.ReadAsync([(Some.Account, "user")], default))[0].Version.ShouldBe(0);
        (await Store.Turns.RecordsAsync(Some.Conversation, default)).ShouldBeEmpty();
        (await Store.Drafts.OpenAsync(null, 10, default)).ShouldBeEmpty();
    }

    private Task<ConversationSnapshot> LoadAsync() => Store.Turns.LoadAsync(Some.Conversation, default);

    private Task<IReadOnlyList<ConversationRef>> DueAsync() => Store.Turns.FindDueAsync(Store.Now, 100, _ => false, default);
}
