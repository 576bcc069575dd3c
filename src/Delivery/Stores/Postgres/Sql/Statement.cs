using MeliBot.Delivery.Reasons;
using NpgsqlTypes;

namespace MeliBot.Delivery.Stores.Postgres.Sql;

/// <summary>
/// One statement on its way: its parameters are bound by position, and how it ends says what is read of it. It runs with whatever else its <see cref="Pipeline"/> holds when that is sent, in the order of their ends.
/// </summary>
/// <param name="pipeline">That sends it.</param>
/// <param name="sql">
/// Where <paramref name="isOfMany"/> it takes each parameter as an array, <c>FROM unnest($1, $2) WITH ORDINALITY given (..., place)</c>, and every row that it gives begins with the <c>place</c> of the one that it
/// is for: then all who ask for the same at the same step are served by one command. What gives no rows unnests in its <c>SELECT</c>: from a list of <c>FROM</c> the server would make a table first.
/// </param>
/// <param name="isOfMany">Whether it is written so.</param>
/// <param name="owner">Whose it is, when it fails.</param>
/// <param name="lane">Of the one whose it is; null for what is sent as it comes, before all that has a lane.</param>
internal sealed class Statement(Pipeline pipeline, string sql, bool isOfMany, object? owner, Lane? lane)
{
    private readonly List<Value> _values = [];
    private Action<Row>? _onRow;
    private Action _onEnd = static () => { };

    public string Sql => sql;

    public bool IsOfMany => isOfMany;

    public object? Owner => owner;

    public IReadOnlyList<Value> Values => _values;

    /// <summary>Among what is sent at once.</summary>
    public int Step { get; private set; } = -1;

    /// <summary>Whether it gives rows.</summary>
    public bool Reads => _onRow is not null;

    /// <summary>How many rows it changed.</summary>
    public int Changed { get; set; }

    public void Read(Row row) => _onRow!(row);

    /// <summary>Tells whoever waits; runs what they do next.</summary>
    public void End() => _onEnd();

    public Statement Add(long value) => Bind(value, NpgsqlDbType.Bigint);

    public Statement Add(int value) => Bind(value, NpgsqlDbType.Integer);

    public Statement Add(short value) => Bind(value, NpgsqlDbType.Smallint);

    public Statement Add(bool value) => Bind(value, NpgsqlDbType.Boolean);

    public Statement Add(DateTimeOffset value) => Bind(value.ToUniversalTime(), NpgsqlDbType.TimestampTz);

    public Statement Add(DateTimeOffset? value) => value is { } at ? Add(at) : Bind(null, NpgsqlDbType.TimestampTz);

    public Statement Add(long? value) => Bind(value, NpgsqlDbType.Bigint);

    public Statement Add(short? value) => Bind(value, NpgsqlDbType.Smallint);

    public Statement Add(string? value) => Bind(value is null ? null : StoredText.Encode(value), NpgsqlDbType.Text);

    public Statement Add(Reason? value) => Add(value?.Store());

    public Statement Add(long[] values) => Bind(values, NpgsqlDbType.Bigint | NpgsqlDbType.Array);

    public Statement Add(DateTimeOffset[] values) => Bind(values, NpgsqlDbType.TimestampTz | NpgsqlDbType.Array);

    public Statement Add(string?[] values) => Bind(Array.ConvertAll(values, static value => value is null ? null : StoredText.Encode(value)), NpgsqlDbType.Text | NpgsqlDbType.Array);

    /// <summary>For one that gives no rows, and whose count nobody needs.</summary>
    public void Execute() => Enqueue();

    /// <summary>For a function whose result nobody needs.</summary>
    public Task CallAsync()
    {
        _onRow = static _ => { };
        return Send(new TaskCompletionSource<bool>(), static () => true);
    }

    /// <summary>Gives the number of rows changed; one of many tells of each by a row.</summary>
    public Task<int> ExecuteAsync()
    {
        if (isOfMany)
            _onRow = _ => Changed++;
        return Send(new TaskCompletionSource<int>(), () => Changed);
    }

    /// <summary>Every row.</summary>
    public Task<List<T>> ToListAsync<T>(Func<Row, T> read)
    {
        var rows = new List<T>();
        _onRow = row => rows.Add(read(row));
        return Send(new TaskCompletionSource<List<T>>(), () => rows);
    }

    /// <summary>The first row; null when there is none.</summary>
    public Task<T?> FirstOrDefaultAsync<T>(Func<Row, T> read)
        where T : class
    {
        T? first = null;
        _onRow = row => first ??= read(row);
        return Send(new TaskCompletionSource<T?>(), () => first);
    }

    /// <summary>The first row's first column; null when there is no row or it is NULL.</summary>
    public Task<long?> ScalarAsync()
    {
        long? first = null;
        _onRow = row => first ??= row.IsNull(0) ? null : row.Long(0);
        return Send(new TaskCompletionSource<long?>(), () => first);
    }

    /// <summary>The first row's first column; null when there is no row or it is NULL.</summary>
    public Task<DateTimeOffset?> MomentAsync()
    {
        DateTimeOffset? first = null;
        _onRow = row => first ??= row.NullableAt(0);
        return Send(new TaskCompletionSource<DateTimeOffset?>(), () => first);
    }

    private Task<T> Send<T>(TaskCompletionSource<T> done, Func<T> result)
    {
        // What waits for it goes on at once, in the pipeline's own thread: that is how the pipeline knows that nobody has more to send.
        _onEnd = () => done.SetResult(result());
        Enqueue();
        return done.Task;
    }

    private void Enqueue()
    {
        if (lane is not null)
            Step = lane.Step(pipeline.Round);
        pipeline.Enqueue(this);
    }

    private Statement Bind(object? value, NpgsqlDbType type)
    {
        _values.Add(new Value(type, value));
        return this;
    }
}
