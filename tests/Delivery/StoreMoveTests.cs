using MeliBot.Contracts;
using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Drafts;
using MeliBot.Delivery.Effects;
using MeliBot.Delivery.Stores.Keeping;
using MeliBot.Delivery.Stores.Moving;
using MeliBot.Delivery.Stores.Postgres;
using MeliBot.Delivery.Stores.Sqlite;
using MeliBot.Delivery.Turns;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace MeliBot.Delivery.Tests;

/// <summary>A store with something of everything goes from its file to PostgreSQL.</summary>
public sealed class StoreMoveTests
{
    [Fact]
    public async Task Everything_is_there_afterwards_and_the_work_goes_on()
    {
        await using var file = await FilledAsync();
        var (before, changes) = (await file.Turns.LoadAsync(Some.Conversation, default), await file.Changes.ReadAsync(0, 1000, default));
        var (records, counts) = (await file.Records.ListAsync("kind", default), await file.Reader.CountsAsync(default));
        var drafts = await file.Drafts.OpenAsync(null, 10, default);
        var parked = await file.Parking.ListAsync(null, 10, default);
        var store = PostgresServer.NewStore();
        await file.ReopenAsync();

        var (tables, kept) = await MoveAsync(file.Path, store);

        tables.Count.ShouldBe(11);
        tables.ShouldAllBe(table => table.Rows > 0);
        (File.Exists(file.Path), File.Exists(kept)).ShouldBe((false, true));
        await using var moved = PostgresFixture.On(store);
        var after = await moved.Turns.LoadAsync(Some.Conversation, default);
        after.Activities.ShouldBe(before.Activities);
        after.Effects.ShouldBe(before.Effects);
        (after.Version, after.Owner, after.Meta).ShouldBe((before.Version, before.Owner, before.Meta));
        (await moved.Changes.ReadAsync(0, 1000, default)).ShouldBe(changes);
        (await moved.Records.ListAsync("kind", default)).ShouldBe(records);
        (await moved.Reader.CountsAsync(default)).ShouldBe(counts);
        (await moved.Drafts.OpenAsync(null, 10, default)).Select(draft => (draft.Id, draft.Payload, draft.At)).ShouldBe(drafts.Select(draft => (draft.Id, draft.Payload, draft.At)));
        (await moved.Parking.ListAsync(null, 10, default)).ShouldBe(parked);

        // New numbers come after the old ones, and a key that was deleted still counts on.
        await Some.WithQuestionsAsync(moved, 1, Some.AnyConversation(9));
        (await moved.Changes.ReadAsync(changes[^1].Sequence, 10, default)).ShouldHaveSingleItem();
        (await moved.Parking.ReplayAsync(parked[0].Id, moved.Now, default)).ShouldBeTrue();
        await moved.State.WriteAsync([new State.StateWrite(Some.Account, "deleted", 0, "again")], default);
        (await moved.State.ReadAsync([(Some.Account, "deleted")], default))[0].Version.ShouldBe(3);
    }

    [Fact]
    public async Task One_that_was_broken_off_keeps_hosts_away_and_goes_on_where_it_was()
    {
        await using var file = await FilledAsync();
        await file.ReopenAsync();
        var store = PostgresServer.NewStore();
        using var source = new CancellationTokenSource();
        await Should.ThrowAsync<OperationCanceledException>(MoveAsync(file.Path, store, (table, _) =>
        {
            if (table == "activities") source.Cancel();
        }, source.Token));

        await using (var early = PostgresFixture.On(store))
            (await Should.ThrowAsync<DeliveryUnavailableException>(early.Changes.LastAsync(default))).Message.ShouldContain("db move");
        File.Exists(file.Path).ShouldBeTrue();

        var copied = new List<string>();
        var (tables, _) = await MoveAsync(file.Path, store, (table, _) => copied.Add(table));
        copied.ShouldNotContain("signals");
        copied.ShouldContain("effects");
        tables.ShouldAllBe(table => table.Rows > 0);
    }

    [Fact]
    public async Task A_row_that_isnt_the_same_on_both_sides_is_found()
    {
        await using var file = await FilledAsync();
        await file.ReopenAsync();
        var store = PostgresServer.NewStore();
        var error = await Should.ThrowAsync<StoreKeepingException>(MoveAsync(file.Path, store, (table, _) =>
        {
            if (table == "changes") Run(store, "UPDATE activities SET payload = payload || '!' WHERE number = 1");
        }));

        error.Message.ShouldContain("activities");
        File.Exists(file.Path).ShouldBeTrue();
    }

    [Fact]
    public async Task A_database_that_isnt_empty_or_a_file_that_a_host_has_is_refused()
    {
        await using var file = await FilledAsync();
        await using var used = new PostgresFixture();
        await used.Signals.RaiseAsync(Some.Hint(used), default);
        await Should.ThrowAsync<StoreInUseException>(MoveAsync(file.Path, used.ConnectionString));
        await file.ReopenAsync();
        (await Should.ThrowAsync<StoreKeepingException>(MoveAsync(file.Path, used.ConnectionString))).Message.ShouldContain("isn't empty");
    }

    private static Task<(IReadOnlyList<MovedTable> Tables, string Kept)> MoveAsync(string file, string store, Action<string, long>? progress = null, CancellationToken cancellationToken = default)
        => new StoreMove(file, new PostgresDeliveryOptions { ConnectionString = store }, TimeProvider.System, NullLogger.Instance).RunAsync(progress, cancellationToken);

    private static void Run(string store, string sql)
    {
        using var connection = new NpgsqlConnection(store);
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    private static async Task<SqliteFixture> FilledAsync()
    {
        var store = new SqliteFixture();
        var before = await Some.WithQuestionsAsync(store, 3);
        await store.Signals.IngestAsync(null, Some.Ingest(null, Some.Question(store, 4) with { Payload = "a\0b 😀 \u001A", DueAt = DateTimeOffset.MinValue }), default);
        await store.Signals.RaiseAsync(Some.Hint(store), default);
        await store.Signals.RaiseAsync(Some.Hint(store, "/questions/2"), default);
        await store.Signals.ParkAsync((await store.Signals.FindDueAsync(store.Now, 10, _ => false, default))[0], "It failed.", "detail", default);
        before = await store.Turns.LoadAsync(Some.Conversation, default);
        (await store.Turns.CommitAsync(
            Some.Commit(before, before.Activities[0].Id) with
            {
                Effects = [Some.Plan(store), Some.Plan(store, "7:answer:2")],
                Writes = [new State.StateWrite(Some.Account, "kept", 0, "{}"), new State.StateWrite(Some.Account, "deleted", 0, "{}")],
                Owner = new Owner(OwnerKind.Agent, "ana"),
                Meta = "meta",
                Record = new TurnRecord("7:turn:1", Some.Conversation.Id, Some.Account, before.Activities[0].Id, store.Now, "send", "trace"),
                Draft = new Draft { Id = "7:draft:1", Conversation = Some.Conversation.Id, Account = Some.Account, Activity = before.Activities[1].Id, Payload = "draft", Effects = [], StagedState = [], At = store.Now },
            },
            store.Now,
            default)).Committed.ShouldBeTrue();
        await store.State.WriteAsync([new State.StateWrite(Some.Account, "deleted", null, null)], default);
        await store.Effects.MarkAsync(await Some.ClaimAsync(store), new EffectOutcome.Sent("{}"), store.Now, default);
        await store.Records.WriteAsync("kind", "key", "value", null, default);
        await store.Leases.TryAcquireAsync("sweep", "me", store.Now, TimeSpan.FromMinutes(1), default);
        return store;
    }
}
