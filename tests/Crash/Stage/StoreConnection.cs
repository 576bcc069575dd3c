using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace MeliBot.Crash.Tests.Stage;

/// <summary>Our own database, read beside whoever has it open: a file, or PostgreSQL's where the text is its connection string.</summary>
internal static class StoreConnection
{
    public static DbConnection Open(string database)
    {
        DbConnection connection = IsPostgres(database) ? new NpgsqlConnection(database) : new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = database, Pooling = false }.ToString());
        connection.Open();
        Run(connection, IsPostgres(database) ? "SET default_transaction_read_only = on" : "PRAGMA busy_timeout = 10000; PRAGMA query_only = ON");
        return connection;
    }

    /// <summary>All that is read from it is of one moment.</summary>
    public static DbConnection Snapshot(string database)
    {
        var connection = Open(database);
        Run(connection, IsPostgres(database) ? "BEGIN ISOLATION LEVEL REPEATABLE READ" : "BEGIN");
        return connection;
    }

    /// <summary>A moment's column as microseconds since 1970.</summary>
    public static string Micros(string database, string column) => IsPostgres(database) ? $"(extract(epoch FROM {column}) * 1000000)::bigint" : column;

    public static bool IsPostgres(string database) => database.StartsWith("Host=", StringComparison.Ordinal);

    private static void Run(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
