using MeliBot.Delivery.Changes;
using MeliBot.Delivery.Stores.Postgres.Sql;
using MeliBot.Delivery.Work;

namespace MeliBot.Delivery.Stores.Postgres;

/// <summary>What one write does inside the shared transaction, and what is to be told once it is committed.</summary>
internal sealed class Write(Pipeline pipeline, object job, Lane lane, DateTimeOffset now, StorePlace place)
{
    private readonly List<Change> _changes = [];

    public DateTimeOffset Now => now;

    /// <summary>What the one whose write runs is tracing; stored with the rows that it makes.</summary>
    public string? Trace { get; init; }

    /// <summary>This process, among those that share the work.</summary>
    public string Host => place.Host;

    /// <inheritdoc cref="StorePlace.Own"/>
    public long Own(long key) => place.Own(key);

    /// <summary>In the order they happened; numbered at the commit.</summary>
    public IReadOnlyList<Change> Changes => _changes;

    public Bells Bells { get; private set; }

    public Statement Sql(string sql) => pipeline.Sql(sql, job, lane);

    /// <summary>One that is written for many at once: with the same of the other writes it is one command.</summary>
    public Statement SqlOfMany(string sql) => pipeline.SqlOfMany(sql, job, lane);

    public void Change(long account, string? conversation, string what, string key) => _changes.Add(new Change(0, now, account, conversation, what, key));

    public void Ring(WorkKind kind) => Bells = Bells.With(kind);
}
