using MeliBot.Contracts;
using MeliBot.Delivery.Stores.Keeping;
using MeliBot.Delivery.Stores.Postgres;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace MeliBot.Delivery.Tests;

/// <summary>A newer version on a store that hosts of the one before still serve: these know nothing of what it added.</summary>
public sealed class PostgresMigrationTests : IAsyncDisposable
{
    private const string OldIndexes = "SELECT count(*) FROM pg_class WHERE relname IN ('activities_pending', 'activities_due', 'conversations_recent', 'turns_number', 'effects_number') AND relnamespace = current_schema()::regnamespace";

    private readonly string _store = PostgresServer.NewStore();
    private readonly NpgsqlConnection _earlier;

    public PostgresMigrationTests() => _earlier = new NpgsqlConnection(_store);

    public ValueTask DisposeAsync() => _earlier.DisposeAsync();

    [Fact]
    public async Task A_turn_that_was_pending_before_the_upgrade_is_found_after_it()
    {
        await EarlierAsync(schema: 2);
        await AskAsync(2, order: "2");
        await AskAsync(1, order: "1");

        await using var host = PostgresFixture.On(_store);

        (await host.Turns.FindDueAsync(host.Now, 10, _ => false, default)).ShouldHaveSingleItem().Id.ShouldBe("questions:7:MLA1:5");
        (await DueKeyAsync()).ShouldBe("1");
    }

    [Fact]
    public async Task What_a_host_of_the_version_before_writes_is_found_by_a_newer_one()
    {
        await EarlierAsync(schema: 2);
        await using var host = PostgresFixture.On(_store);
        (await host.Turns.FindDueAsync(host.Now, 10, _ => false, default)).ShouldBeEmpty();

        await AskAsync(2, order: "2");
        await AskAsync(1, order: "1");
        (await DueKeyAsync()).ShouldBe("1");
        await RunAsync("UPDATE activities SET turn = 2 WHERE id = '7:question:1'");
        (await DueKeyAsync()).ShouldBe("2");
        (await host.Turns.FindDueAsync(host.Now, 10, _ => false, default)).ShouldHaveSingleItem();
        await RunAsync("UPDATE activities SET turn = 2 WHERE id = '7:question:2'");

        (await DueKeyAsync()).ShouldBeNull();
        (await host.Turns.FindDueAsync(host.Now, 10, _ => false, default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_only_the_version_before_needs_goes_when_its_last_host_has_gone()
    {
        await EarlierAsync(schema: 2);
        await RunAsync("INSERT INTO hosts (id, alive_until) VALUES ('earlier', clock_timestamp() + interval '1 hour')");
        await using var services = new ServiceCollection().AddPostgresDelivery(options => options.ConnectionString = _store).BuildServiceProvider();
        var database = services.GetRequiredService<PostgresDatabase>();
        await database.OpenAsync(default);
        await services.GetRequiredService<PostgresHosts>().BeatAsync(default);
        await database.TidyAsync(default);
        (await NumberAsync(OldIndexes)).ShouldBe(5);
        (await services.GetRequiredService<IStoreKeeper>().StatusAsync(check: false, default)).Pending.ShouldBe(["0003_turns_due.after"]);

        await RunAsync("DELETE FROM hosts WHERE id = 'earlier'");
        await database.TidyAsync(default);

        (await NumberAsync(OldIndexes)).ShouldBe(0);
        (await services.GetRequiredService<IStoreKeeper>().StatusAsync(check: false, default)).Pending.ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_beats_tidies_up_and_whoever_keeps_the_table_busy_is_not_waited_for()
    {
        await EarlierAsync(schema: 2);
        await RunAsync("INSERT INTO hosts (id, alive_until) VALUES ('earlier', clock_timestamp() + interval '1 hour')");
        await using var host = PostgresFixture.On(_store);
        await host.Services.GetRequiredService<PostgresDatabase>().OpenAsync(default);
        await RunAsync("DELETE FROM hosts WHERE id = 'earlier'");
        await using (var busy = await _earlier.BeginTransactionAsync())
        {
            await RunAsync("SELECT count(*) FROM activities");
            await host.Services.GetRequiredService<PostgresDatabase>().TidyAsync(default);
            (await NumberAsync(OldIndexes)).ShouldBe(5);
        }

        var pulse = host.Services.GetServices<IHostedService>().OfType<PostgresPulse>().Single();
        await pulse.StartingAsync(default);
        while (await NumberAsync(OldIndexes) > 0)
        {
            host.Time.Advance(new PostgresDeliveryOptions().HostLife);
            await Task.Yield();
        }

        await pulse.StoppedAsync(default);
    }

    [Fact]
    public async Task A_check_before_the_upgrade_asks_for_nothing_that_only_the_upgrade_brings()
    {
        await EarlierAsync(schema: 2);
        await AskAsync(1, order: "1");
        await using var services = new ServiceCollection().AddPostgresDelivery(options => options.ConnectionString = _store).BuildServiceProvider();

        var standing = await services.GetRequiredService<IStoreKeeper>().StatusAsync(check: true, default);

        (standing.Schema, standing.Damage).ShouldBe((2, null));
        standing.Pending.ShouldBe(["0003_turns_due"]);
    }

    [Fact]
    public async Task An_index_that_somebody_dropped_by_hand_keeps_nobody_from_tidying_up()
    {
        await EarlierAsync(schema: 2);
        await RunAsync("DROP INDEX activities_due");
        await using var host = PostgresFixture.On(_store);
        await host.Services.GetRequiredService<PostgresDatabase>().OpenAsync(default);

        (await NumberAsync(OldIndexes)).ShouldBe(0);
    }

    [Fact]
    public async Task Its_check_counts_conversations_that_are_wrong_about_their_next_turn()
    {
        await using var services = new ServiceCollection().AddPostgresDelivery(options => options.ConnectionString = _store).BuildServiceProvider();
        var keeper = services.GetRequiredService<IStoreKeeper>();
        await keeper.MigrateAsync(default);
        await _earlier.OpenAsync();
        await AskAsync(1, order: "1");
        (await keeper.StatusAsync(check: true, default)).Damage.ShouldBeNull();

        await RunAsync("UPDATE conversations SET turn_due_at = NULL");

        (await keeper.StatusAsync(check: true, default)).Damage.ShouldBe("1 conversations don't say rightly when their next turn is due.");
    }

    [Fact]
    public async Task Whoever_mends_a_row_by_hand_needs_no_search_path()
    {
        await EarlierAsync(schema: 3);
        await AskAsync(1, order: "1");
        await RunAsync($"SET search_path TO pg_catalog; UPDATE {new NpgsqlConnectionStringBuilder(_store).SearchPath}.activities SET turn = 2; SET search_path TO {new NpgsqlConnectionStringBuilder(_store).SearchPath}");

        (await DueKeyAsync()).ShouldBeNull();
    }

    private async Task EarlierAsync(int schema)
    {
        await _earlier.OpenAsync();
        var place = await StorePlace.OfAsync(_earlier, default);
        await new PostgresMigrator([.. PostgresMigrator.Embedded.Take(schema)], place, NullLogger.Instance).MigrateAsync(_earlier, "earlier", default);
    }

    private async Task AskAsync(int number, string order)
    {
        await RunAsync("INSERT INTO conversations (account, id, kind, version, updated_at) VALUES (7, 'questions:7:MLA1:5', 'presale', 1, now()) ON CONFLICT DO NOTHING");
        await RunAsync(FormattableString.Invariant(
            $"INSERT INTO activities (account, id, conversation, role, order_key, payload, at, turn, due_at, attempts) VALUES (7, '7:question:{number}', 'questions:7:MLA1:5', 0, '{order}', '', now(), 1, '2000-01-01', 0)"));
    }

    private async Task<string?> DueKeyAsync()
    {
        await using var command = new NpgsqlCommand("SELECT turn_due_key FROM conversations", _earlier);
        return await command.ExecuteScalarAsync() as string;
    }

    private async Task<long> NumberAsync(string sql)
    {
        await using var command = new NpgsqlCommand(sql, _earlier);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private async Task RunAsync(string sql)
    {
        await using var command = new NpgsqlCommand(sql, _earlier);
        await command.ExecuteNonQueryAsync();
    }
}
