using MeliBot.Delivery.Stores.Keeping;
using Microsoft.Data.Sqlite;

namespace MeliBot.Delivery.Stores.Sqlite;

/// <summary>A database file that is only read, whoever writes it meanwhile.</summary>
internal sealed class SqliteFile : IDisposable
{
    private static readonly string[] Told = ["conversations", "activities", "signals", "effects", "drafts", "turns", "state", "records", "parked"];

    private readonly SqliteConnection _connection;

    private SqliteFile(SqliteConnection connection) => _connection = connection;

    public static SqliteFile Open(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        try
        {
            connection.Open();
            return new SqliteFile(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>The newest migration that it has; 0 for a file that isn't one of ours.</summary>
    public int Schema() => Number("SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'schema_versions'") == 0 ? 0 : (int)Number("SELECT coalesce(max(version), 0) FROM schema_versions");

    public IReadOnlyDictionary<string, long> Rows() =>
        Told.Where(table => Number($"SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = '{table}'") > 0).ToDictionary(table => table, table => Number($"SELECT count(*) FROM {table}"));

    /// <summary>Null when all of it is whole.</summary>
    public string? Damage()
    {
        using var check = _connection.CreateCommand();
        check.CommandText = "PRAGMA integrity_check(3)";
        var found = new List<string>();
        using (var row = check.ExecuteReader())
        {
            while (row.Read()) found.Add(row.GetString(0));
        }

        if (found is not ["ok"]) return string.Join("; ", found);
        return StoreStanding.AloneText(Number("SELECT count(*) FROM pragma_foreign_key_check"));
    }

    /// <summary>What is committed at one moment, into a new file that needs no other beside it.</summary>
    public void CopyTo(string path)
    {
        using (var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString()))
        {
            copy.Open();
            _connection.BackupDatabase(copy);
            using var whole = copy.CreateCommand();
            whole.CommandText = "PRAGMA journal_mode = DELETE";
            whole.ExecuteNonQuery();
        }

        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        file.Flush(flushToDisk: true);
    }

    public void Dispose() => _connection.Dispose();

    private long Number(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }
}
