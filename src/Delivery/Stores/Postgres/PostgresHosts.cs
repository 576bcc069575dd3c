using MeliBot.Delivery.Work;

namespace MeliBot.Delivery.Stores.Postgres;

/// <summary>
/// Tells the other hosts that this one lives, and finds out who doesn't any more. Only the sharing of work rests on it: a host that is taken for dead and isn't does the same work as another for a moment, and the
/// versions and epochs decide.
/// </summary>
internal sealed class PostgresHosts(PostgresDatabase database, IWorkAlarm alarm)
{
    private static readonly Bells Work = new Bells().With(WorkKind.Signals).With(WorkKind.Turns);

    private volatile bool _known;

    /// <summary>What a living host took is its own. Reads the column <c>taken_by</c> of <c>t</c>; its parameter is this host.</summary>
    public const string IsFree =
        "(t.taken_by IS NULL OR t.taken_by = $1 OR NOT EXISTS (SELECT 1 FROM hosts h WHERE h.id = t.taken_by AND h.alive_until > clock_timestamp()))";

    /// <summary>Who we are, known to the others from now on.</summary>
    public async Task<string> JoinAsync(CancellationToken cancellationToken)
    {
        var place = await database.OpenAsync(cancellationToken);
        if (!_known)
            await BeatAsync(cancellationToken);
        return place.Host;
    }

    public async Task BeatAsync(CancellationToken cancellationToken)
    {
        var place = await database.OpenAsync(cancellationToken);
        var dead = await database.ReadAsync(
            async pipeline =>
            {
                pipeline.Sql(
                    """
                    INSERT INTO hosts (id, alive_until, schema) VALUES ($1, clock_timestamp() + make_interval(secs => $2::bigint / 1000.0), $3)
                    ON CONFLICT (id) DO UPDATE SET alive_until = excluded.alive_until
                    """)
                    .Add(place.Host).Add((long)database.Options.HostLife.TotalMilliseconds).Add(PostgresMigrator.Newest).Execute();

                // Nobody waits here for a host that is being declared dead or alive by another.
                return await pipeline.Sql("DELETE FROM hosts WHERE id IN (SELECT id FROM hosts WHERE alive_until < clock_timestamp() FOR UPDATE SKIP LOCKED)").ExecuteAsync();
            },
            cancellationToken);
        _known = true;
        if (dead > 0)
            await TellAsync(place, cancellationToken);
    }

    /// <summary>What this host took is free at once.</summary>
    public async Task LeaveAsync(CancellationToken cancellationToken)
    {
        if (!_known)
            return;
        _known = false;
        var place = await database.OpenAsync(cancellationToken);
        await database.ReadAsync(pipeline => pipeline.Sql("DELETE FROM hosts WHERE id = $1").Add(place.Host).ExecuteAsync(), cancellationToken);
        await TellAsync(place, cancellationToken);
    }

    private async Task TellAsync(StorePlace place, CancellationToken cancellationToken)
    {
        Work.Ring(alarm, database.Changes);
        await database.ReadAsync(
            async pipeline =>
            {
                await pipeline.Sql("SELECT pg_notify($1, $2)").Add(place.Channel).Add($"{place.Host} {Work}").CallAsync();
                return true;
            },
            cancellationToken);
    }
}
