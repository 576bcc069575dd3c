using MeliBot.Delivery.Reasons;
using Npgsql;
using NpgsqlTypes;

namespace MeliBot.Delivery.Stores.Postgres.Sql;

/// <summary>
/// One statement on its way: its parameters are bound by position, and how it ends says what is read of it. It runs with whatever else its <see cref="Pipeline"/> holds when that is sent, in the order of their ends.
/// </summary>
internal sealed class Statement(Pipeline pipeline, object? owner, string sql)
{
    public NpgsqlBatchCommand Command { get; } = new(sql);

    /// <summary>Whose it is, when it fails.</summary>
    public object? Owner => owner;

    /// <summary>Reads one row; null for a statement that gives none.</summary>
    public Action<Row>? OnRow { get; private set; }

    /// <summary>Tells whoever waits; runs what they do next.</summary>
    public Action OnEnd { get; private set; } = static () => { };

    public Statement Add(long value) => Bind(value, NpgsqlDbType.Bigint);

    public Statement Add(int value) => Bind(value, NpgsqlDbType.Integer);

    public Statement Add(short value) => Bind(value, NpgsqlDbType.Smallint);

    public Statement Add(bool value) => Bind(value, NpgsqlDbType.Boolean);

    public Statement Add(DateTimeOffset value) => Bind(value.ToUniversalTime(), NpgsqlDbType.TimestampTz);

    public Statement Add(DateTimeOffset? value) => value is { } at ? Add(at) : Null(NpgsqlDbType.TimestampTz);

    public Statement Add(long? value) => value is { } number ? Add(number) : Null(NpgsqlDbType.Bigint);

    public Statement Add(short? value) => value is { } number ? Add(number) : Null(NpgsqlDbType.Smallint);

    public Statement Add(string? value) => value is null ? Null(NpgsqlDbType.Text) : Bind(StoredText.Encode(value), NpgsqlDbType.Text);

    public Statement Add(Reason? value) => Add(value?.Store());

    public Statement Add(long[] values) => Bind(values, NpgsqlDbType.Bigint | NpgsqlDbType.Array);

    public Statement Add(DateTimeOffset[] values) => Bind(values, NpgsqlDbType.TimestampTz | NpgsqlDbType.Array);

    public Statement Add(string?[] values) => Bind(Array.ConvertAll(values, static value => value is null ? null : StoredText.Encode(value)), NpgsqlDbType.Text | NpgsqlDbType.Array);

    /// <summary>For one that gives no rows, and whose count nobody needs.</summary>
    public void Execute() => pipeline.Enqueue(this);

    /// <summary>For a function whose result nobody needs.</summary>
    public Task CallAsync()
    {
        OnRow = static _ => { };
        return Send(new TaskCompletionSource<bool>(), static () => true);
    }

    /// <summary>Gives the number of rows changed.</summary>
    public Task<int> ExecuteAsync()
    {
        var done = new TaskCompletionSource<int>();
        return Send(done, () => Math.Max(0, Command.RecordsAffected));
    }

    /// <summary>Every row.</summary>
    public Task<List<T>> ToListAsync<T>(Func<Row, T> read)
    {
        var rows = new List<T>();
        OnRow = row => rows.Add(read(row));
        return Send(new TaskCompletionSource<List<T>>(), () => rows);
    }

    /// <summary>The first row; null when there is none.</summary>
    public Task<T?> FirstOrDefaultAsync<T>(Func<Row, T> read)
        where T : class
    {
        T? first = null;
        OnRow = row => first ??= read(row);
        return Send(new TaskCompletionSource<T?>(), () => first);
    }

    /// <summary>The first row's first column; null when there is no row or it is NULL.</summary>
    public Task<long?> ScalarAsync()
    {
        long? first = null;
        OnRow = row => first ??= row.IsNull(0) ? null : row.Long(0);
        return Send(new TaskCompletionSource<long?>(), () => first);
    }

    /// <summary>The first row's first column; null when there is no row or it is NULL.</summary>
    public Task<DateTimeOffset?> MomentAsync()
    {
        DateTimeOffset? first = null;
        OnRow = row => first ??= row.NullableAt(0);
        return Send(new TaskCompletionSource<DateTimeOffset?>(), () => first);
    }

    private Task<T> Send<T>(TaskCompletionSource<T> done, Func<T> result)
    {
        // What waits for it goes on at once, in the pipeline's own thread: that is how the pipeline knows that nobody has more to send.
        OnEnd = () => done.SetResult(result());
        pipeline.Enqueue(this);
        return done.Task;
    }

    private Statement Bind<T>(T value, NpgsqlDbType type)
    {
        Command.Parameters.Add(new NpgsqlParameter<T> { TypedValue = value, NpgsqlDbType = type });
        return this;
    }

    private Statement Null(NpgsqlDbType type)
    {
        Command.Parameters.Add(new NpgsqlParameter { Value = DBNull.Value, NpgsqlDbType = type });
        return this;
    }
}
