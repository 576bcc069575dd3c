using System.Buffers;
using System.Text;
using MeliBot.Delivery.Reasons;
using Microsoft.Data.Sqlite;
using SQLitePCL;
using static SQLitePCL.raw;

namespace MeliBot.Delivery.Stores.Sqlite;

/// <summary>
/// A prepared statement that is bound by position and stepped. SqliteCommand looks each parameter up by name and boxes it,
/// which costs more than the row itself where a hundred writes share one transaction.
/// </summary>
internal sealed class Statement : IDisposable
{
    private readonly sqlite3 _db;
    private readonly sqlite3_stmt _handle;
    private int _bound;

    public Statement(sqlite3 db, string sql)
    {
        _db = db;
        Check(sqlite3_prepare_v3(db, sql, SQLITE_PREPARE_PERSISTENT, out _handle));
    }

    public Statement Begin()
    {
        _ = sqlite3_reset(_handle);
        _bound = 0;
        return this;
    }

    public Statement Add(long value)
    {
        Check(sqlite3_bind_int64(_handle, ++_bound, value));
        return this;
    }

    public Statement Add(bool value) => Add(value ? 1L : 0L);

    public Statement Add(DateTimeOffset value) => Add(value.ToMicros());

    public Statement Add(DateTimeOffset? value) => value is { } at ? Add(at) : Null();

    public Statement Add(long? value) => value is { } number ? Add(number) : Null();

    public Statement Add(Reason? value) => Add(value?.Store());

    public Statement Add(string? value)
    {
        if (value is null)
            return Null();
        if (value.Length == 0)
        {
            // An empty span has no address, which SQLite would take for NULL.
            Check(sqlite3_bind_text(_handle, ++_bound, ""));
            return this;
        }

        var buffer = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(value.Length));
        var length = Encoding.UTF8.GetBytes(value, buffer);
        var rc = sqlite3_bind_text(_handle, ++_bound, buffer.AsSpan(0, length));
        ArrayPool<byte>.Shared.Return(buffer);
        Check(rc);
        return this;
    }

    /// <summary>True when there is a row. The last step, and any failure, ends the statement.</summary>
    public bool Step()
    {
        var rc = sqlite3_step(_handle);
        if (rc == SQLITE_ROW)
            return true;
        if (rc == SQLITE_DONE)
        {
            _ = sqlite3_reset(_handle);
            return false;
        }

        try
        {
            Check(rc);
        }
        finally
        {
            _ = sqlite3_reset(_handle);
        }

        return false;
    }

    /// <summary>Runs to the end; gives the number of rows changed.</summary>
    public int Execute()
    {
        while (Step())
        {
            // A row of RETURNING that nobody asked for.
        }

        return sqlite3_changes(_db);
    }

    /// <summary>The only row's first column; null when there is no row or it is NULL.</summary>
    public long? Scalar()
    {
        if (!Step())
            return null;
        var value = Nullable(0);
        _ = sqlite3_reset(_handle);
        return value;
    }

    public List<T> ToList<T>(Func<Statement, T> row, int max = int.MaxValue)
    {
        var rows = new List<T>();
        while (rows.Count < max && Step())
            rows.Add(row(this));
        _ = sqlite3_reset(_handle);
        return rows;
    }

    public T? FirstOrDefault<T>(Func<Statement, T> row)
        where T : class
    {
        if (!Step())
            return null;
        var first = row(this);
        _ = sqlite3_reset(_handle);
        return first;
    }

    public void End() => _ = sqlite3_reset(_handle);

    public long Long(int column) => sqlite3_column_int64(_handle, column);

    public int Int(int column) => sqlite3_column_int(_handle, column);

    public bool Bool(int column) => sqlite3_column_int(_handle, column) != 0;

    public long? Nullable(int column) => IsNull(column) ? null : Long(column);

    public DateTimeOffset At(int column) => Instant.FromMicros(Long(column));

    public DateTimeOffset? NullableAt(int column) => IsNull(column) ? null : At(column);

    public string? NullableText(int column) => IsNull(column) ? null : Text(column);

    public string Text(int column) => sqlite3_column_text(_handle, column).utf8_to_string() ?? "";

    public void Dispose() => _handle.Dispose();

    private bool IsNull(int column) => sqlite3_column_type(_handle, column) == SQLITE_NULL;

    private Statement Null()
    {
        Check(sqlite3_bind_null(_handle, ++_bound));
        return this;
    }

    private void Check(int rc)
    {
        if (rc != SQLITE_OK)
            SqliteException.ThrowExceptionForRC(rc, _db);
    }
}
