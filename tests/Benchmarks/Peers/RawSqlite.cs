using System.Diagnostics;
using MeliBot.Benchmarks.Running;
using Microsoft.Data.Sqlite;

namespace MeliBot.Benchmarks.Peers;

/// <summary>What the file takes at best from a plain loop: 64 rows a transaction, WAL, FULL.</summary>
internal static class RawSqlite
{
    private const int Batch = 64;

    public static Task<double> RowsPerSecondAsync(int rows)
    {
        using var folder = new WorkFolder();
        using var connection = new SqliteConnection($"Data Source={folder.Database};Pooling=False");
        connection.Open();
        Run(connection, "PRAGMA journal_mode = WAL");
        Run(connection, "PRAGMA synchronous = FULL");
        Run(connection, "CREATE TABLE signals (account INTEGER NOT NULL, topic TEXT NOT NULL, resource TEXT NOT NULL, generation INTEGER NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (account, topic, resource)) WITHOUT ROWID");
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO signals VALUES ($account, 'questions', $resource, 1, $at)";
        var (account, resource, at) = (insert.Parameters.Add("$account", SqliteType.Integer), insert.Parameters.Add("$resource", SqliteType.Text), insert.Parameters.Add("$at", SqliteType.Integer));
        var watch = Stopwatch.StartNew();
        for (var row = 0; row < rows; row += Batch)
        {
            using var transaction = connection.BeginTransaction();
            insert.Transaction = transaction;
            for (var one = row; one < Math.Min(rows, row + Batch); one++)
            {
                (account.Value, resource.Value, at.Value) = (7L, $"/questions/{one}", (long)one);
                insert.ExecuteNonQuery();
            }

            transaction.Commit();
        }

        return Task.FromResult(rows / watch.Elapsed.TotalSeconds);
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
