using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace MeliBot.Delivery.Stores.Sqlite;

/// <summary>One connection with its prepared statements; used by one thread at a time.</summary>
internal sealed class SqliteSession : IDisposable
{
    private readonly SqliteConnection _connection;

    // By reference: the texts are constants, and hashing them would cost more than some of the statements.
    private readonly Dictionary<string, Statement> _statements = new(ReferenceEqualityComparer.Instance);

    static SqliteSession()
    {
        // SQLite counts its memory under one lock that all connections take at every allocation. Refused where the process has opened a database before: then it goes on counting.
        Batteries_V2.Init();
        _ = raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0);
    }

    public SqliteSession(string path, TimeSpan busyTimeout, bool readOnly)
    {
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, ForeignKeys = true }.ToString());
        try
        {
            _connection.Open();
            Script($"PRAGMA busy_timeout = {(long)busyTimeout.TotalMilliseconds};");
            Script("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA journal_size_limit = 67108864; PRAGMA wal_autocheckpoint = 4000;");

            // KiB. Readers are several, and what they share is in the system's cache anyway.
            Script(readOnly ? "PRAGMA query_only = ON; PRAGMA cache_size = -2000;" : "PRAGMA cache_size = -16000;");
        }
        catch
        {
            _connection.Dispose();
            throw;
        }
    }

    private sqlite3 Handle => _connection.Handle!;

    public bool InTransaction => raw.sqlite3_get_autocommit(Handle) == 0;

    /// <param name="sql">A constant: each different instance is prepared once and kept.</param>
    public Statement Sql(string sql)
    {
        if (!_statements.TryGetValue(sql, out var statement))
            _statements[sql] = statement = new Statement(Handle, sql);
        return statement.Begin();
    }

    public void Script(string sql)
    {
        var rc = raw.sqlite3_exec(Handle, sql, out var error);
        if (rc != raw.SQLITE_OK)
            throw new SqliteException($"SQLite Error {rc}: '{error}'.", rc & 0xff, raw.sqlite3_extended_errcode(Handle));
    }

    public void Rollback()
    {
        // A full disk ends the transaction by itself.
        if (InTransaction)
            Sql("ROLLBACK").Execute();
    }

    public void Dispose()
    {
        foreach (var statement in _statements.Values)
            statement.Dispose();
        _connection.Dispose();
    }
}
