using MeliBot.Contracts;
using MeliBot.Delivery.Signals;
using Npgsql;

namespace MeliBot.Delivery.Tests;

/// <summary>What the server reads, in a store that is so young that it hasn't been analysed yet: its plans are made then, and kept.</summary>
public sealed class PostgresPlanTests
{
    private const int Due = 400;
    private const int Taken = 20;

    [Fact]
    public async Task Taking_a_few_of_many_due_signals_reads_those_few()
    {
        var store = PostgresServer.NewStore();
        await using (var host = PostgresFixture.On(store))
        {
            await PlanAsync(host, Some.Hint(host, "/questions/0"));
            await Task.WhenAll(Enumerable.Range(1, Due).Select(number => host.Signals.RaiseAsync(Some.Hint(host, $"/questions/{number}"), default)));
            (await host.Signals.FindDueAsync(host.Now, Taken, _ => false, default)).Count.ShouldBe(Taken);
        }

        // To find them, some more are looked at; those that are taken are read by their own key.
        (await ReadAsync(store, "signals_due")).ShouldBeInRange(Taken, Due / 2);
    }

    // While nothing is there. A statement is kept as a prepared one when it comes the second time.
    private static async Task PlanAsync(PostgresFixture host, SignalHint hint)
    {
        for (var times = 0; times < 3; times++)
        {
            await host.Signals.RaiseAsync(hint, default);
            var signal = (await host.Signals.FindDueAsync(host.Now, Taken, _ => false, default)).ShouldHaveSingleItem();
            await host.Signals.IngestAsync(signal, Ingest.Nothing, default);
        }
    }

    /// <summary>Entries of an index that were read, once all connections have told.</summary>
    private static async Task<long> ReadAsync(string store, string index)
    {
        await using var connection = new NpgsqlConnection(store + ";Pooling=false;Application Name=plans");
        await connection.OpenAsync();
        var schema = new NpgsqlConnectionStringBuilder(store).SearchPath;
        while (await AskAsync($"SELECT count(*) FROM pg_stat_activity WHERE application_name = '{schema}'") > 0)
            await Task.Yield();
        return await AskAsync($"SELECT idx_tup_read FROM pg_stat_user_indexes WHERE schemaname = '{schema}' AND indexrelname = '{index}'");

        async Task<long> AskAsync(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection);
            return (long)(await command.ExecuteScalarAsync())!;
        }
    }
}
