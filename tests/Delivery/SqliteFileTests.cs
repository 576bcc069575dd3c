using MeliBot.Contracts;
using MeliBot.Delivery.Signals;
using MeliBot.Delivery.Stores;
using MeliBot.Delivery.Stores.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace MeliBot.Delivery.Tests;

public sealed class SqliteFileTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task A_full_disk_is_told_to_every_caller_and_when_space_returns_nothing_accepted_is_lost()
    {
        await using var store = new SqliteFixture();
        await store.Signals.RaiseAsync(Some.Hint(store, "/questions/0"), default);
        store.Options.MaxFileBytes = 400_000;

        var accepted = new List<string> { "/questions/0" };
        var refused = 0;
        for (var batch = 0; batch < 40; batch++)
        {
            var hints = Enumerable.Range(0, 100).Select(number => Some.Hint(store, $"/questions/{batch}-{number}-{new string('x', 200)}")).ToArray();
            var tasks = hints.Select(hint => store.Queue.SendAsync(hint, default).AsTask()).ToArray();
            await Task.WhenAll(tasks.Select(task => task.ContinueWith(_ => { }, TaskScheduler.Default)));
            refused += tasks.Count(task => task.IsFaulted);
            tasks.Where(task => task.IsFaulted).ShouldAllBe(task => task.Exception!.InnerException is DeliveryUnavailableException);
            accepted.AddRange(hints.Zip(tasks).Where(pair => pair.Second.IsCompletedSuccessfully).Select(pair => pair.First.Resource));
        }

        refused.ShouldBeGreaterThan(0);
        store.Options.MaxFileBytes = 0;
        await store.Signals.RaiseAsync(Some.Hint(store, "/questions/last"), default);
        await store.ReopenAsync();
        var found = await store.Signals.FindDueAsync(store.Now, 100_000, _ => false, default);
        found.Select(signal => signal.Resource).ShouldBe([.. accepted, "/questions/last"], ignoreOrder: true);
    }

    [Fact]
    public async Task The_full_disks_message_says_what_why_and_what_to_do()
    {
        await using var store = new SqliteFixture();
        await store.Signals.RaiseAsync(Some.Hint(store), default);
        store.Options.MaxFileBytes = 4096;

        var error = await Should.ThrowAsync<DeliveryUnavailableException>(() => Task.WhenAll(Enumerable.Range(0, 500).Select(number => store.Signals.RaiseAsync(Some.Hint(store, $"/questions/{number}-{new string('x', 200)}"), default))));
        error.Message.ShouldContain("is full");
        error.Message.ShouldContain("Nothing was stored");
        error.Message.ShouldContain("Delivery:Sqlite:MaxFileBytes");
    }

    [Fact]
    public async Task A_file_that_another_program_locks_is_unavailable_and_recovers_alone()
    {
        await using var store = new SqliteFixture();
        await store.Signals.RaiseAsync(Some.Hint(store, "/questions/1"), default);
        await using var other = new SqliteConnection($"Data Source={store.Path};Pooling=False");
        await other.OpenAsync();
        Run(other, "BEGIN IMMEDIATE");

        (await Should.ThrowAsync<DeliveryUnavailableException>(store.Signals.RaiseAsync(Some.Hint(store, "/questions/2"), default))).Message.ShouldContain("lock");
        (await store.Signals.FindDueAsync(store.Now, 10, _ => false, default)).Count.ShouldBe(1);
        Run(other, "ROLLBACK");
        await store.Signals.RaiseAsync(Some.Hint(store, "/questions/3"), default);
        (await store.Signals.FindDueAsync(store.Now, 10, _ => false, default)).Select(signal => signal.Resource).ShouldBe(["/questions/1", "/questions/3"]);
    }

    [Fact]
    public async Task The_pumps_wait_while_the_file_is_locked_and_go_on_by_themselves()
    {
        await using var host = new DeliveryHost();
        await host.StartAsync();
        await host.Queue.SendAsync(new SignalHint(7, "questions", "/questions/1", host.Now, "notification"), default);
        await host.UntilIdleAsync();
        await using var other = new SqliteConnection($"Data Source={host.Path};Pooling=False");
        await other.OpenAsync();
        var looks = 0;
        host.OnSignal = (_, _) =>
        {
            // Locked between the look and what it stores.
            if (Interlocked.Increment(ref looks) == 1)
                Run(other, "BEGIN IMMEDIATE");
            return Task.FromResult<SignalOutcome>(new SignalOutcome.Done(Some.Ingest(Some.AnyConversation(1), host.Question(1))));
        };
        await host.Queue.SendAsync(new SignalHint(7, "questions", "/questions/2", host.Now, "notification"), default);
        await host.UntilAsync(() => Task.FromResult(Volatile.Read(ref looks) >= 2), Second, evenIfBusy: true);
        Run(other, "ROLLBACK");
        await host.UntilIdleAsync(Second, evenIfBusy: true);

        (await host.Turns.LoadAsync(Some.AnyConversation(1), default)).Activities.ShouldHaveSingleItem().Turn.ShouldBe(Conversations.ActivityTurn.Done);
    }

    [Fact]
    public async Task A_second_host_on_the_same_file_is_told_what_why_and_what_to_do_until_the_first_is_gone()
    {
        await using var store = new SqliteFixture();
        await store.Signals.RaiseAsync(Some.Hint(store), default);

        var error = await Should.ThrowAsync<StoreInUseException>(UseAsync(store.Path));
        error.Message.ShouldContain(store.Path);
        error.Message.ShouldContain("Stop the other host");
        await store.ReopenAsync();
        await UseAsync(store.Path);
    }

    [Fact]
    public async Task A_schema_from_a_newer_version_is_refused_and_left_alone()
    {
        await using var store = new SqliteFixture();
        await store.Signals.RaiseAsync(Some.Hint(store), default);
        await store.ReopenAsync();
        await using (var other = new SqliteConnection($"Data Source={store.Path};Pooling=False"))
        {
            await other.OpenAsync();
            Run(other, "INSERT INTO schema_versions VALUES (999, '0999_future', 0)");
        }

        (await Should.ThrowAsync<SchemaTooNewException>(UseAsync(store.Path))).Message.ShouldContain("schema 999");

        // The refusal let the file go.
        await using (var other = new SqliteConnection($"Data Source={store.Path};Pooling=False"))
        {
            await other.OpenAsync();
            Run(other, "DELETE FROM schema_versions WHERE version = 999");
        }

        (await store.Signals.FindDueAsync(store.Now, 10, _ => false, default)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Migrations_are_applied_once_each_to_a_file_that_is_durable_by_its_log()
    {
        await using var store = new SqliteFixture();
        await store.Signals.RaiseAsync(Some.Hint(store), default);
        await store.ReopenAsync();
        await store.Signals.RaiseAsync(Some.Hint(store), default);

        await using var other = new SqliteConnection($"Data Source={store.Path};Pooling=False");
        await other.OpenAsync();
        Scalar(other, "SELECT group_concat(version) FROM schema_versions").ShouldBe(string.Join(',', Enumerable.Range(1, Convert.ToInt32(Scalar(other, "SELECT max(version) FROM schema_versions"), null))));
        Scalar(other, "PRAGMA journal_mode").ShouldBe("wal");
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused_with_its_reason()
    {
        var folder = Directory.CreateTempSubdirectory("melibot-broken-");
        var path = Path.Combine(folder.FullName, "melibot.db");
        await File.WriteAllTextAsync(path, new string('?', 10_000));

        (await Should.ThrowAsync<DeliveryUnavailableException>(UseAsync(path))).Message.ShouldContain("damaged");
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Too_many_waiting_writes_are_refused_instead_of_piling_up()
    {
        await using var store = new SqliteFixture();
        await store.Signals.RaiseAsync(Some.Hint(store), default);
        store.Options.MaxWaitingWrites = 10;
        var tasks = Enumerable.Range(0, 2000).Select(number => store.Signals.RaiseAsync(Some.Hint(store, $"/questions/{number}"), default)).ToArray();
        await Task.WhenAll(tasks.Select(task => task.ContinueWith(_ => { }, TaskScheduler.Default)));

        tasks.Count(task => task.IsCompletedSuccessfully).ShouldBeGreaterThan(0);
        tasks.Where(task => task.IsFaulted).ShouldNotBeEmpty();
        tasks.Where(task => task.IsFaulted).ShouldAllBe(task => task.Exception!.InnerException!.Message.Contains("MaxWaitingWrites", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_wrong_setting_is_reported_at_once_by_its_key()
    {
        await using var host = new DeliveryHost { Configure = options => (options.MaxAttempts, options.TurnConcurrency, options.EffectLease) = (0, -1, TimeSpan.Zero), Path = "" };
        var error = await Should.ThrowAsync<Exception>(host.StartAsync());
        var messages = error is AggregateException many ? string.Join('\n', many.InnerExceptions.Select(one => one.Message)) : error.Message;
        foreach (var key in new[] { "Delivery:MaxAttempts", "Delivery:TurnConcurrency", "Delivery:EffectLease", "Delivery:Sqlite:Path" })
            messages.ShouldContain(key);
    }

    private static async Task UseAsync(string path)
    {
        await using var services = new ServiceCollection().AddSqliteDelivery(options => options.Path = path).BuildServiceProvider();
        await services.GetRequiredService<ISignalStore>().NextDueAsync(default, default);
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static object? Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
