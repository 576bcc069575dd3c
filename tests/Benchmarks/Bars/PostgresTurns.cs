using MeliBot.Benchmarks.Peers;
using MeliBot.Benchmarks.Rigs;
using MeliBot.Benchmarks.Running;
using MeliBot.Contracts;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace MeliBot.Benchmarks.Bars;

/// <summary>B6: durable turns on PostgreSQL, against the same server's rate of single-row commits by sixteen writers. Its commits wait for the disk on both sides.</summary>
internal sealed class PostgresTurns : IBenchmark
{
    private const int Writers = 512;

    public string Name => "B6";

    public async Task<Section> RunAsync(Plan plan, CancellationToken cancellationToken)
    {
        using var server = RunningPostgres.Start(durable: true);
        if (server is null)
            return Section.Skipped(Name, "turn commits on PostgreSQL", "PostgreSQL isn't installed (Debian: apt-get install postgresql).");
        var (turns, schemas) = (plan.Count(20_000, 300), 0);
        var peer = () => RawPostgres.RowsPerSecondAsync(Store(), turns);
        var commits = await plan.AlternateAsync($"{Name} commits", "turns/s", () => CommitsAsync(Store(), turns), peer, warmUps: 1);
        var routes = await plan.AlternateAsync($"{Name} route", "turns/s", () => RouteAsync(Store(), turns), peer, warmUps: 1);
        return new Section(
            commits.Line(Name, "turn commits on PostgreSQL (conversation, question, state, effect, trace, change feed), against single-row commits ×16", Bar.Least(1.5, 4)),
            routes.Line("", "the whole route: raised signal → taken, ingested → turn taken, loaded, committed", null));

        string Store()
        {
            var schema = $"bench{++schemas}";
            using var connection = new NpgsqlConnection(server.ConnectionString);
            connection.Open();
            // As on a server that has run for a while: what the run before left is written, and its log's files are there to be used again. To make new ones, 16 MB of zeros each, is what a young server's commits wait for.
            foreach (var sql in (string[])[$"DROP SCHEMA IF EXISTS bench{schemas - 1} CASCADE", "CHECKPOINT", $"CREATE SCHEMA {schema}"])
            {
                using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 300 };
                command.ExecuteNonQuery();
            }

            return new NpgsqlConnectionStringBuilder(server.ConnectionString) { SearchPath = schema }.ToString();
        }
    }

    private static async Task<double> CommitsAsync(string store, int turns)
    {
        var ready = new ReadyTurns(turns);
        await using var rig = await DeliveryRig.StartAsync(services => services.AddPostgresDelivery(postgres => postgres.ConnectionString = store), null);
        await DeliveryRig.InParallelAsync(Enumerable.Range(1, turns).Select(question => (long)question), Writers, question => rig.Signals.IngestAsync(null, ready.Found(question), default));
        var loaded = new Delivery.Conversations.ConversationSnapshot[turns];
        await DeliveryRig.InParallelAsync(Enumerable.Range(1, turns).Select(question => (long)question), 16, async question => loaded[question - 1] = await rig.Turns.LoadAsync(ready.Conversation(question), default));
        return await DeliveryRig.RateAsync(turns, () => DeliveryRig.InParallelAsync(Enumerable.Range(1, turns).Select(question => (long)question), Writers, async question =>
        {
            if (!(await rig.Turns.CommitAsync(ReadyTurns.Answered(loaded[question - 1], question, 0), TimeProvider.System.GetUtcNow(), default)).Committed)
                throw new InvalidOperationException("A turn lost a race that nobody ran.");
        }));
    }

    private static async Task<double> RouteAsync(string store, int turns)
    {
        await using var rig = await DeliveryRig.StartAsync(services => services.AddPostgresDelivery(postgres => postgres.ConnectionString = store), new ReadyTurns(turns));
        return await DeliveryRig.RateAsync(turns, async () =>
        {
            await rig.RaiseAsync(Enumerable.Range(1, turns).Select(question => (long)question));
            await rig.DrainedAsync();
        });
    }
}
