using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Signals;

namespace MeliBot.Contracts;

public abstract class SignalStoreContract<TFixture> : DeliveryContract<TFixture>
    where TFixture : DeliveryFixture, new()
{
    [Fact]
    public async Task A_raised_signal_is_due_at_once_and_survives_a_restart()
    {
        await Store.Signals.RaiseAsync(Some.Hint(Store), default);
        await Store.ReopenAsync();

        var signal = (await DueAsync()).ShouldHaveSingleItem();
        signal.ShouldBe(new Signal(Some.Account, "questions", "/questions/1", 1, 0, Store.Now, Store.Now, "notification"));
    }

    [Fact]
    public async Task A_repeat_is_the_same_signal_with_the_next_generation()
    {
        await Store.Signals.RaiseAsync(Some.Hint(Store), default);
        Store.Time.Advance(TimeSpan.FromSeconds(3));
        await Store.Signals.RaiseAsync(Some.Hint(Store), default);

        var signal = (await DueAsync()).ShouldHaveSingleItem();
        signal.Generation.ShouldBe(2);
        signal.FirstAt.ShouldBe(DeliveryFixture.Start);
        signal.LastAt.ShouldBe(Store.Now);
    }

    [Fact]
    public async Task The_same_resource_of_two_accounts_is_two_signals()
    {
        await Store.Signals.RaiseAsync(Some.Hint(Store, account: 1), default);
        await Store.Signals.RaiseAsync(Some.Hint(Store, account: 2), default);

        (await DueAsync()).Select(signal => signal.Account).ShouldBe([1, 2], ignoreOrder: true);
    }

    [Fact]
    public async Task The_oldest_due_come_first_and_those_in_flight_not_at_all()
    {
        foreach (var number in Enumerable.Range(1, 5))
        {
            await Store.Signals.RaiseAsync(Some.Hint(Store, $"/questions/{number}"), default);
            Store.Time.Advance(TimeSpan.FromSeconds(1));
        }

        var found = await Store.Signals.FindDueAsync(Store.Now, 2, signal => signal.Resource is "/questions/1" or "/questions/3", default);
        found.Select(signal => signal.Resource).ShouldBe(["/questions/2", "/questions/4"]);
    }

    [Fact]
    public async Task Ingesting_stores_the_activities_and_finishes_the_signal()
    {
        var signal = await RaisedAsync();
        await Store.Signals.IngestAsync(signal, Some.Ingest(null, Some.Question(Store, 1)), default);

        (await DueAsync()).ShouldBeEmpty();
        (await LoadAsync()).Activities.ShouldHaveSingleItem().ShouldBe(Some.Question(Store, 1));
    }

    [Fact]
    public async Task Finishing_an_older_generation_leaves_the_signal_open()
    {
        var signal = await RaisedAsync();
        await Store.Signals.RaiseAsync(Some.Hint(Store), default);
        await Store.Signals.IngestAsync(signal, Ingest.Nothing, default);

        var again = (await DueAsync()).ShouldHaveSingleItem();
        again.Generation.ShouldBe(2);
        await Store.Signals.IngestAsync(again, Ingest.Nothing, default);
        (await DueAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_finished_signal_opens_again_with_the_next_hint()
    {
        var signal = await RaisedAsync();
        await Store.Signals.IngestAsync(signal, Ingest.Nothing, default);
        Store.Time.Advance(TimeSpan.FromHours(1));
        await Store.Signals.RaiseAsync(Some.Hint(Store), default);

        var again = (await DueAsync()).ShouldHaveSingleItem();
        (again.Generation, again.FirstAt).ShouldBe((2, Store.Now));
    }

    [Fact]
    public async Task A_failed_try_counts_and_waits()
    {
        var signal = await RaisedAsync();
        await Store.Signals.RetryAsync(signal, Store.Now.AddSeconds(30), "timeout", counts: true, default);

        (await DueAsync()).ShouldBeEmpty();
        (await Store.Signals.NextDueAsync(Store.Now, default)).ShouldBe(Store.Now.AddSeconds(30));
        Store.Time.Advance(TimeSpan.FromSeconds(30));
        (await DueAsync()).ShouldHaveSingleItem().Attempts.ShouldBe(1);
    }

    [Fact]
    public async Task A_look_that_came_too_early_does_not_count()
    {
        var signal = await RaisedAsync();
        await Store.Signals.RetryAsync(signal, Store.Now.AddSeconds(30), "not there yet", counts: false, default);

        Store.Time.Advance(TimeSpan.FromSeconds(30));
        (await DueAsync()).ShouldHaveSingleItem().Attempts.ShouldBe(0);
    }

    [Fact]
    public async Task A_newer_hint_is_not_put_off_by_an_older_failure()
    {
        var signal = await RaisedAsync();
        await Store.Signals.RaiseAsync(Some.Hint(Store), default);
        await Store.Signals.RetryAsync(signal, Store.Now.AddHours(1), "timeout", counts: true, default);

        (await DueAsync()).ShouldHaveSingleItem().Attempts.ShouldBe(0);
    }

    [Fact]
    public async Task A_newer_hint_makes_a_waiting_signal_due_and_forgets_its_failures()
    {
        var signal = await RaisedAsync();
        await Store.Signals.RetryAsync(signal, Store.Now.AddHours(1), "timeout", counts: true, default);
        await Store.Signals.RaiseAsync(Some.Hint(Store), default);

        (await DueAsync()).ShouldHaveSingleItem().Attempts.ShouldBe(0);
    }

    [Fact]
    public async Task Next_due_looks_past_what_is_due_already()
    {
        await RaisedAsync();
        (await Store.Signals.NextDueAsync(Store.Now, default)).ShouldBeNull();
        (await Store.Signals.NextDueAsync(Store.Now.AddSeconds(-1), default)).ShouldBe(Store.Now);
    }

    [Fact]
    public async Task An_activity_that_is_known_keeps_its_turn_and_takes_the_changed_payload()
    {
        var before = await Some.WithQuestionsAsync(Store, 1);
        await Store.Turns.CommitAsync(Some.Commit(before, before.Activities[0].Id), Store.Now, default);
        var changed = before.Activities[0] with { Payload = "hidden by the platform" };
        await Store.Signals.IngestAsync(null, Some.Ingest(null, changed), default);

        var entry = (await LoadAsync()).Activities.ShouldHaveSingleItem();
        (entry.Payload, entry.Turn).ShouldBe(("hidden by the platform", ActivityTurn.Done));
    }

    [Fact]
    public async Task Ingesting_what_is_known_changes_no_version()
    {
        var before = await Some.WithQuestionsAsync(Store, 2);
        await Store.Signals.IngestAsync(null, Some.Ingest(null, [.. before.Activities]), default);

        (await LoadAsync()).Version.ShouldBe(before.Version);
    }

    [Fact]
    public async Task Whatever_is_new_in_a_conversation_raises_its_version()
    {
        var before = await Some.WithQuestionsAsync(Store, 1);
        await Store.Signals.IngestAsync(null, Some.Ingest(null, Some.Question(Store, 2)), default);
        var after = await LoadAsync();
        await Store.Signals.IngestAsync(null, new Ingest([new ConversationIngest(Some.Conversation, "{}", [], [])]), default);

        after.Version.ShouldBeGreaterThan(before.Version);
        (await LoadAsync()).Version.ShouldBeGreaterThan(after.Version);
        (await LoadAsync()).Meta.ShouldBe("{}");
    }

    [Fact]
    public async Task Activities_are_shown_in_the_platforms_order_not_in_that_of_arrival()
    {
        await Store.Signals.IngestAsync(null, Some.Ingest(null, Some.Question(Store, 3)), default);
        await Store.Signals.IngestAsync(null, Some.Ingest(null, Some.Question(Store, 1), Some.Question(Store, 2)), default);

        (await LoadAsync()).Activities.Select(entry => entry.Payload).ShouldBe(["question 1", "question 2", "question 3"]);
    }

    [Fact]
    public async Task Texts_of_every_kind_come_back_as_they_were()
    {
        var texts = new[] { "", "¿Tenés 3 metros? 😀 ção", "a\0b", new string('x', 100_000), "line\u2028break" };
        var entries = texts.Select((text, number) => Some.Question(Store, number) with { Payload = text }).ToArray();
        await Store.Signals.IngestAsync(null, Some.Ingest(null, entries), default);

        (await LoadAsync()).Activities.Select(entry => entry.Payload).ShouldBe(texts);
    }

    [Fact]
    public async Task Many_hints_at_once_are_all_counted()
    {
        await Task.WhenAll(Enumerable.Range(0, 500).Select(number => Store.Signals.RaiseAsync(Some.Hint(Store, $"/questions/{number % 50}"), default)));

        var due = await Store.Signals.FindDueAsync(Store.Now, 1000, _ => false, default);
        due.Count.ShouldBe(50);
        due.Sum(signal => signal.Generation).ShouldBe(500);
    }

    [Fact]
    public async Task A_write_that_was_cancelled_before_its_turn_stores_nothing()
    {
        await Should.ThrowAsync<OperationCanceledException>(Store.Signals.RaiseAsync(Some.Hint(Store), new CancellationToken(canceled: true)));
        (await DueAsync()).ShouldBeEmpty();
    }

    private Task<IReadOnlyList<Signal>> DueAsync() => Store.Signals.FindDueAsync(Store.Now, 100, _ => false, default);

    private Task<ConversationSnapshot> LoadAsync() => Store.Turns.LoadAsync(Some.Conversation, default);

    private async Task<Signal> RaisedAsync()
    {
        await Store.Signals.RaiseAsync(Some.Hint(Store), default);
        return (await DueAsync()).ShouldHaveSingleItem();
    }
}
