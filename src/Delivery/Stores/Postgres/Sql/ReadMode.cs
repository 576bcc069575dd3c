using Npgsql;

namespace MeliBot.Delivery.Stores.Postgres.Sql;

/// <summary>How what is read together begins; it ends with a COMMIT where it began with anything.</summary>
internal sealed class ReadMode
{
    private const string OneState = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";

    private readonly string? _begin;
    private readonly bool _byKey;

    private ReadMode(string? begin, bool byKey) => (_begin, _byKey) = (begin, byKey);

    /// <summary>Each statement by itself, planned as the server likes.</summary>
    public static ReadMode Plain { get; } = new(null, byKey: false);

    /// <summary>All sees the same committed state.</summary>
    public static ReadMode Snapshot { get; } = new(OneState, byKey: false);

    /// <summary>The same, <see cref="PlansByKey"/>.</summary>
    public static ReadMode SnapshotByKey { get; } = new(OneState, byKey: true);

    /// <summary>For finding due work and taking it, <see cref="PlansByKey"/>.</summary>
    public static ReadMode Taking { get; } = new("BEGIN", byKey: true);

    /// <param name="source">Where the connection comes from.</param>
    /// <param name="timeout">Of each round.</param>
    /// <param name="start">Begins what is read; may await nothing but its statements.</param>
    /// <param name="cancellationToken">Whatever was taken before isn't, then.</param>
    public async Task RunAsync(NpgsqlDataSource source, TimeSpan timeout, Action<Pipeline> start, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var pipeline = new Pipeline(connection, timeout);
        if (_begin is not null)
            pipeline.Sql(_begin).Execute();
        if (_byKey)
            _ = pipeline.Sql("SELECT " + PlansByKey.Set).CallAsync();
        start(pipeline);
        await pipeline.RunAsync(cancellationToken);
        if (_begin is null)
            return;
        pipeline.Sql("COMMIT").Execute();
        await pipeline.RunAsync(cancellationToken);
    }
}
