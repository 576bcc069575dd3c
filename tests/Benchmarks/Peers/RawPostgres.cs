using System.Diagnostics;
using Npgsql;

namespace MeliBot.Benchmarks.Peers;

/// <summary>What the server takes at best from writers that know no batches: one prepared row a transaction, on so many connections at once.</summary>
internal static class RawPostgres
{
    private const int Writers = 16;

    public static async Task<double> RowsPerSecondAsync(string store, int rows)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(store) { MaxPoolSize = Writers });
        await using (var table = source.CreateCommand("CREATE TABLE plain (account bigint NOT NULL, topic text NOT NULL, resource text NOT NULL, generation bigint NOT NULL, at timestamptz NOT NULL, PRIMARY KEY (account, topic, resource))"))
            await table.ExecuteNonQueryAsync();
        var next = 0;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(async () =>
        {
            await using var connection = await source.OpenConnectionAsync();
            await using var insert = new NpgsqlCommand("INSERT INTO plain VALUES ($1, 'questions', $2, 1, now())", connection);
            var (account, resource) = (new NpgsqlParameter<long> { TypedValue = 7 }, new NpgsqlParameter<string> { TypedValue = "" });
            insert.Parameters.Add(account);
            insert.Parameters.Add(resource);
            await insert.PrepareAsync();
            while (Interlocked.Increment(ref next) is var row && row <= rows)
            {
                resource.TypedValue = $"/questions/{row}";
                await insert.ExecuteNonQueryAsync();
            }
        })));
        return rows / watch.Elapsed.TotalSeconds;
    }
}
