using MeliBot.Contracts;
using MeliBot.Delivery.Changes;
using MeliBot.Delivery.Stores;
using MeliBot.Delivery.Stores.Keeping;
using MeliBot.Delivery.Stores.Postgres;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Npgsql;

namespace MeliBot.Delivery.Tests;

/// <summary>What is PostgreSQL's own: the feed's order while transactions overlap, lost connections, the schema, the settings.</summary>
public sealed class PostgresStoreTests : IAsyncDisposable
{
    private readonly PostgresFixture _store = new();

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task A_change_is_never_shown_before_one_with_a_smaller_number_that_is_committed_later()
    {
        await Some.WithQuestionsAsync(_store, 1);
        var last = await _store.Changes.LastAsync(default);
        var place = await _store.Services.GetRequiredService<PostgresDatabase>().OpenAsync(default);
        await using var slow = await _store.ConnectAsync();
        await using var transaction = await slow.BeginTransactionAsync();
        await RunAsync(slow, $"SELECT pg_advisory_xact_lock({StorePlace.FeedLock}, {place.Number})");
        await RunAsync(slow, "INSERT INTO changes (at, account, what, key) VALUES (now(), 7, 'slow', '')");

        var quick = Some.WithQuestionsAsync(_store, 1, Some.AnyConversation(2));
        while (!quick.IsCompleted && Waiting(place) == 0)
            await Task.Yield();
        (await _store.Changes.ReadAsync(last, 10, default)).ShouldBeEmpty();
        await transaction.CommitAsync();
        await quick;

        (await _store.Changes.ReadAsync(last, 10, default)).Select(change => change.What).ShouldBe(["slow", "activity"]);
    }

    [Fact]
    public async Task Whoever_follows_the_feed_while_several_hosts_write_misses_nothing()
    {
        const int Writes = 100;
        await using var other = _store.Another();
        var seen = new List<Change>();
        var following = FollowAsync();
        await Task.WhenAll(new[] { _store, other }.SelectMany((host, which) => Enumerable.Range(1, Writes).Select(number => Some.WithQuestionsAsync(host, 1, Some.AnyConversation(number, account: which + 1)))));
        await following;

        seen.Select(change => change.Sequence).ShouldBeInOrder();
        seen.Select(change => change.Key).Distinct(StringComparer.Ordinal).Count().ShouldBe(2 * Writes);

        async Task FollowAsync()
        {
            while (seen.Count < 2 * Writes)
                seen.AddRange(await _store.Changes.ReadAsync(seen.Count == 0 ? 0 : seen[^1].Sequence, 1000, default));
        }
    }

    [Fact]
    public async Task A_commit_on_one_host_wakes_another_even_after_its_ear_was_cut_off()
    {
        await using var other = _store.Another();
        await using var listening = await ListeningAsync(other);
        var waiting = other.Changes.WaitAsync(0, default);
        await Some.WithQuestionsAsync(_store, 1);
        await waiting;
        await other.Alarm.WaitAsync(Work.WorkKind.Turns, default);

        Terminate("query LIKE 'LISTEN%'");
        var last = await other.Changes.LastAsync(default);
        waiting = other.Changes.WaitAsync(last, default);
        await Some.WithQuestionsAsync(_store, 1, Some.AnyConversation(2));
        while (!waiting.IsCompleted)
        {
            other.Time.Advance(new PostgresDeliveryOptions().Poll);
            await Task.Yield();
        }

        await waiting;
    }

    [Fact]
    public async Task A_store_whose_connections_were_cut_goes_on_by_itself()
    {
        await _store.Signals.RaiseAsync(Some.Hint(_store), default);
        Terminate("true");
        await _store.Signals.RaiseAsync(Some.Hint(_store), default);

        // A reader meets its cut connection only when it uses it, and says so.
        for (var tries = 0; ; tries++)
        {
            try
            {
                (await _store.Signals.FindDueAsync(_store.Now, 10, _ => false, default)).ShouldHaveSingleItem().Generation.ShouldBe(2);
                return;
            }
            catch (DeliveryUnavailableException) when (tries < 30)
            {
                // Repeated, as a pump would.
            }
        }
    }

    [Fact]
    public async Task A_write_that_waits_for_a_lock_too_long_is_told_so_and_the_next_goes_on()
    {
        await using var hasty = new PostgresFixture { ConfigureStore = options => options.CommandTimeout = TimeSpan.FromSeconds(1) };
        await hasty.Signals.RaiseAsync(Some.Hint(hasty), default);
        await using var slow = await hasty.ConnectAsync();
        await using (var transaction = await slow.BeginTransactionAsync())
        {
            await RunAsync(slow, "UPDATE signals SET reason = 'somebody looks at it'");
            (await Should.ThrowAsync<DeliveryUnavailableException>(hasty.Signals.RaiseAsync(Some.Hint(hasty), default))).Message.ShouldContain("Nothing was stored");
        }

        await hasty.Signals.RaiseAsync(Some.Hint(hasty), default);
        (await hasty.Signals.FindDueAsync(hasty.Now, 10, _ => false, default)).ShouldHaveSingleItem().Generation.ShouldBe(2);
    }

    [Fact]
    public async Task A_schema_from_a_newer_version_is_refused_and_left_alone()
    {
        var connectionString = PostgresServer.NewStore();
        await UseAsync(connectionString);
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await RunAsync(connection, "INSERT INTO schema_versions VALUES (999, '0999_future')");
        (await Should.ThrowAsync<SchemaTooNewException>(UseAsync(connectionString))).Message.ShouldContain("schema 999");

        await RunAsync(connection, "DELETE FROM schema_versions WHERE version = 999");
        await UseAsync(connectionString);
    }

    [Fact]
    public async Task Its_keeper_makes_the_tables_says_how_it_stands_and_leaves_backups_to_the_server()
    {
        var connectionString = PostgresServer.NewStore();
        await using var services = new ServiceCollection().AddPostgresDelivery(options => options.ConnectionString = connectionString).BuildServiceProvider();
        var keeper = services.GetRequiredService<IStoreKeeper>();
        (await keeper.StatusAsync(check: false, default)).Exists.ShouldBeFalse();
        (await keeper.MigrateAsync(default)).ShouldBe(["0001_route", "0002_without_foreign_keys", "0003_turns_due", "0003_turns_due.after"]);
        (await keeper.MigrateAsync(default)).ShouldBeEmpty();
        await services.GetRequiredService<Signals.ISignalStore>().RaiseAsync(Some.Hint(_store), default);

        var standing = await keeper.StatusAsync(check: true, default);
        (standing.Exists, standing.InUse, standing.Pending.Count, standing.Damage, standing.Rows["signals"]).ShouldBe((true, false, 0, null, 1));
        standing.Bytes.ShouldBeGreaterThan(0);
        await services.GetRequiredService<PostgresHosts>().BeatAsync(default);
        (await keeper.StatusAsync(check: false, default)).InUse.ShouldBeTrue();
        (await Should.ThrowAsync<StoreKeepingException>(async () => await keeper.BackupAsync(null, default))).Message.ShouldContain("pg_dump");
    }

    [Fact]
    public async Task Its_check_counts_rows_whose_conversation_is_not_there()
    {
        var connectionString = PostgresServer.NewStore();
        await UseAsync(connectionString);
        await using var services = new ServiceCollection().AddPostgresDelivery(options => options.ConnectionString = connectionString).BuildServiceProvider();
        var keeper = services.GetRequiredService<IStoreKeeper>();
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await RunAsync(connection, "INSERT INTO turns (account, id, conversation, activity, at, decision, payload) VALUES (7, '7:turn:1', 'questions:7:MLA1:5', '7:question:1', now(), 'send', '{}')");

        (await keeper.StatusAsync(check: true, default)).Damage.ShouldBe("1 rows belong to something that isn't there.");
        (await keeper.StatusAsync(check: false, default)).Damage.ShouldBeNull();
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_told_with_what_to_do_and_without_the_password()
    {
        var error = await Should.ThrowAsync<DeliveryUnavailableException>(UseAsync("Host=/nowhere;Database=shop;Username=melibot;Password=canary"));
        error.Message.ShouldContain("shop at /nowhere");
        error.Message.ShouldContain("can't be reached");
        error.ToString().ShouldNotContain("canary");
    }

    [Fact]
    public async Task Every_wrong_setting_is_reported_at_once_by_its_key()
    {
        await using var services = new ServiceCollection().AddPostgresDelivery(options => (options.ConnectionString, options.DirectConnectionString, options.PoolSize, options.HostLife) = ("shop;canary", "Database=shop", 1, TimeSpan.Zero)).BuildServiceProvider();
        var error = Should.Throw<OptionsValidationException>(() => services.GetRequiredService<IOptions<PostgresDeliveryOptions>>().Value);
        foreach (var key in new[] { "Delivery:Postgres:PoolSize", "Delivery:Postgres:HostLife" })
            error.Message.ShouldContain(key);

        await using var worded = new ServiceCollection().AddPostgresDelivery(options => (options.ConnectionString, options.DirectConnectionString) = ("shop;canary", "Database=shop")).BuildServiceProvider();
        error = Should.Throw<OptionsValidationException>(() => worded.GetRequiredService<IOptions<PostgresDeliveryOptions>>().Value);
        error.Message.ShouldContain("Delivery:Postgres:ConnectionString: isn't a connection string");
        error.Message.ShouldContain("Delivery:Postgres:DirectConnectionString: names no Host");
        error.Message.ShouldNotContain("canary");
    }

    [Theory]
    [InlineData(4, 2)]
    [InlineData(5, 3)]
    [InlineData(20, 4)]
    public async Task A_small_pool_needs_no_other_setting(int pool, int writers)
    {
        await using var services = new ServiceCollection().AddPostgresDelivery(options => (options.ConnectionString, options.PoolSize) = ("Host=shop", pool)).BuildServiceProvider();
        services.GetRequiredService<IOptions<PostgresDeliveryOptions>>().Value.Writers.ShouldBe(writers);
    }

    private static async Task<IAsyncDisposable> ListeningAsync(PostgresFixture fixture)
    {
        var hosted = fixture.Services.GetServices<IHostedService>().ToArray();
        foreach (var service in hosted)
        {
            if (service is IHostedLifecycleService lifecycle)
                await lifecycle.StartingAsync(default);
            await service.StartAsync(default);
        }

        return new Hosted(hosted);
    }

    private static async Task UseAsync(string connectionString)
    {
        await using var services = new ServiceCollection().AddPostgresDelivery(options => options.ConnectionString = connectionString).BuildServiceProvider();
        await services.GetRequiredService<Signals.ISignalStore>().NextDueAsync(default, default);
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    // Of this store's own lock: other tests wait for theirs on the same server.
    private static long Waiting(StorePlace place) => PostgresServer.Execute(FormattableString.Invariant($"SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND classid = {StorePlace.FeedLock} AND objid::bigint = {(uint)place.Number}"));

    // Other tests use the same server at the same time: only what belongs to this store.
    private void Terminate(string which) => PostgresServer.Execute(
        $"SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE application_name = '{Name}' AND {which}");

    private string Name => new NpgsqlConnectionStringBuilder(_store.ConnectionString).ApplicationName!;

    private sealed class Hosted(IEnumerable<IHostedService> services) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            foreach (var service in services)
            {
                await service.StopAsync(default);
                if (service is IHostedLifecycleService lifecycle)
                    await lifecycle.StoppedAsync(default);
            }
        }
    }
}
