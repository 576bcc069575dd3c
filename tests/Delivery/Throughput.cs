using System.Diagnostics;
using System.Globalization;
using MeliBot.Contracts;
using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Effects;
using MeliBot.Delivery.Reading;
using MeliBot.Delivery.Signals;
using MeliBot.Delivery.Turns;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace MeliBot.Delivery.Tests;

/// <summary>Measures, never asserts: <c>MeliBot.Delivery.Tests -explicit only -class MeliBot.Delivery.Tests.Throughput -showliveoutput</c>, built with -c Release.</summary>
public sealed class Throughput(ITestOutputHelper output)
{
    private const int Rows = 60_000;
    private const int Questions = 40_000;
    private static readonly DateTimeOffset LongAgo = DateTimeOffset.UnixEpoch.AddYears(50);

    [Fact(Explicit = true)]
    public async Task Signals_per_second_against_a_raw_loop_and_turns_per_second()
    {
        for (var round = 0; round < 6; round++)
        {
            var raw = RawRows();
            var rows = await SignalsAsync(64 * 8);
            Print(round, $"raw SQLite batch-64 {raw,9:N0} rows/s   durable signals {rows,9:N0} rows/s   ratio {rows / raw:0.00}");
        }

        for (var round = 0; round < 6; round++)
        {
            Print(round, $"stores alone: raise + find + ingest + load + commit with effect {await StoreTurnsAsync(256),9:N0} turns/s");
            Print(round, $"through the pumps, backlog of {Questions:N0} raised while they run   {await PumpedTurnsAsync(),9:N0} turns/s");
        }
    }

    private static double RawRows()
    {
        using var folder = new Folder();
        using var connection = new SqliteConnection($"Data Source={folder.File};Pooling=False");
        connection.Open();
        Run(connection, "PRAGMA journal_mode = WAL");
        Run(connection, "PRAGMA synchronous = FULL");
        Run(connection, "CREATE TABLE signals (account INTEGER NOT NULL, topic TEXT NOT NULL, resource TEXT NOT NULL, generation INTEGER NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (account, topic, resource)) WITHOUT ROWID");
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO signals VALUES ($account, 'questions', $resource, 1, $at)";
        var (account, resource, at) = (insert.Parameters.Add("$account", SqliteType.Integer), insert.Parameters.Add("$resource", SqliteType.Text), insert.Parameters.Add("$at", SqliteType.Integer));
        var watch = Stopwatch.StartNew();
        for (var row = 0; row < Rows; row += 64)
        {
            using var transaction = connection.BeginTransaction();
            insert.Transaction = transaction;
            for (var one = row; one < Math.Min(Rows, row + 64); one++)
            {
                (account.Value, resource.Value, at.Value) = (7L, $"/questions/{one}", (long)one);
                insert.ExecuteNonQuery();
            }

            transaction.Commit();
        }

        return Rows / watch.Elapsed.TotalSeconds;
    }

    private static async Task<double> SignalsAsync(int writers)
    {
        using var folder = new Folder();
        await using var services = Stores(folder).BuildServiceProvider();
        var queue = services.GetRequiredService<ISignalQueue>();
        await queue.SendAsync(Hint(-1), default);
        var next = 0;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, writers).Select(async _ =>
        {
            while (Interlocked.Increment(ref next) is var row && row <= Rows)
                await queue.SendAsync(Hint(row), default);
        }));
        return Rows / watch.Elapsed.TotalSeconds;
    }

    private static async Task<double> StoreTurnsAsync(int workers)
    {
        using var folder = new Folder();
        await using var services = Stores(folder).BuildServiceProvider();
        var (signals, turns) = (services.GetRequiredService<ISignalStore>(), services.GetRequiredService<ITurnStore>());
        var next = 0;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, workers).Select(async _ =>
        {
            while (Interlocked.Increment(ref next) is var number && number <= Questions)
            {
                await signals.RaiseAsync(Hint(number), default);
                var signal = new Signal(7, "questions", $"/questions/{number}", 1, 0, default, default, "notification");
                await signals.IngestAsync(signal, Found(number), default);
                var snapshot = await turns.LoadAsync(Some.AnyConversation(number), default);
                await turns.CommitAsync(Answered(snapshot, number), TimeProvider.System.GetUtcNow(), default);
            }
        }));
        return Questions / watch.Elapsed.TotalSeconds;
    }

    private static async Task<double> PumpedTurnsAsync()
    {
        using var folder = new Folder();
        var bot = new Bot();
        var builder = Host.CreateEmptyApplicationBuilder(null);
        Stores(folder, builder.Services).AddSingleton<ISignalHandler>(bot).AddSingleton<ITurnHandler>(bot).AddSingleton<IEffectHandler>(bot);
        builder.Services.AddDelivery(options => (options.SignalConcurrency, options.TurnConcurrency) = (128, 128));
        using var host = builder.Build();
        await host.StartAsync();
        var queue = host.Services.GetRequiredService<ISignalQueue>();
        var watch = Stopwatch.StartNew();
        var next = 0;
        await Task.WhenAll(Enumerable.Range(0, 128).Select(async _ =>
        {
            while (Interlocked.Increment(ref next) is var number && number <= Questions)
                await queue.SendAsync(Hint(number), default);
        }));
        await bot.AllCommittedAsync(host.Services.GetRequiredService<IDeliveryReader>());
        var rate = Questions / watch.Elapsed.TotalSeconds;
        await host.StopAsync();
        return rate;
    }

    private static IServiceCollection Stores(Folder folder, IServiceCollection? services = null) => (services ?? new ServiceCollection()).AddSqliteDelivery(options => options.Path = folder.File);

    private static SignalHint Hint(int number) => new(7, "questions", $"/questions/{number}", LongAgo, "notification");

    private static Ingest Found(int number) => Some.Ingest(Some.AnyConversation(number), new ActivityEntry
    {
        Id = $"7:question:{number}",
        Conversation = Some.AnyConversation(number).Id,
        Account = 7,
        Role = ActivityRole.Incoming,
        OrderKey = $"2026-11-23T12:00:00.0000000Z/{number:D20}",
        Payload = new string('q', 600),
        At = LongAgo,
        Turn = ActivityTurn.Pending,
        DueAt = LongAgo,
    });

    // Its effects are due much later, so that what is measured ends with the turn's commit.
    private static TurnCommit Answered(ConversationSnapshot snapshot, int number) => Some.Commit(snapshot, $"7:question:{number}") with
    {
        Writes = [new State.StateWrite(7, snapshot.Conversation.Id, 0, "{\"dialog\":1}")],
        Effects = [new EffectPlan { Key = $"7:answer:{number}", Kind = "answer", Payload = new string('a', 200), DueAt = DateTimeOffset.MaxValue.AddDays(-1) }],
        Record = new TurnRecord($"7:turn:{number}", snapshot.Conversation.Id, 7, $"7:question:{number}", LongAgo, "send", new string('t', 600)),
    };

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private void Print(int round, string line)
    {
        // The first warms up.
        if (round > 0)
            output.WriteLine(line);
    }

    private sealed class Bot : ISignalHandler, ITurnHandler, IEffectHandler
    {
        public Task<SignalOutcome> HandleAsync(Signal signal, CancellationToken cancellationToken) => Task.FromResult<SignalOutcome>(new SignalOutcome.Done(Found(Number(signal.Resource, '/'))));

        public Task<TurnCommit> HandleAsync(TurnWork work, CancellationToken cancellationToken) => Task.FromResult(Answered(work.Snapshot, Number(work.Pending[0].Id, ':')));

        public Task<TurnCommit> GiveUpAsync(TurnWork work, string reason, CancellationToken cancellationToken) => throw new InvalidOperationException(reason);

        public Task<EffectOutcome> ExecuteAsync(EffectLease lease, CancellationToken cancellationToken) => Task.FromResult<EffectOutcome>(new EffectOutcome.Sent(null));

        public Task<IReadOnlyList<ActivityEntry>> ParkedAsync(EffectSlot slot, string reason, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<ActivityEntry>>([]);

        public async Task AllCommittedAsync(IDeliveryReader reader)
        {
            using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
            while (await reader.CountsAsync(default) is not { OpenSignals: 0, PendingTurns: 0 })
                await timer.WaitForNextTickAsync();
            (await reader.CountsAsync(default)).PlannedEffects.ShouldBe(Questions);
        }

        private static int Number(string text, char before) => int.Parse(text.AsSpan(text.LastIndexOf(before) + 1), CultureInfo.InvariantCulture);
    }

    private sealed class Folder : IDisposable
    {
        private readonly string _path = Directory.CreateTempSubdirectory("melibot-throughput-").FullName;

        public string File => Path.Combine(_path, "melibot.db");

        public void Dispose() => Directory.Delete(_path, recursive: true);
    }
}
