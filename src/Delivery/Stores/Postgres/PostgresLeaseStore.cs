using MeliBot.Delivery.Leases;
using MeliBot.Delivery.Stores.Postgres.Sql;

namespace MeliBot.Delivery.Stores.Postgres;

internal sealed class PostgresLeaseStore(PostgresDatabase database) : ILeaseStore
{
    public Task<Lease?> TryAcquireAsync(string name, string holder, DateTimeOffset now, TimeSpan duration, CancellationToken cancellationToken) => database.WriteAsync(
        [LockKey.Lease(name)],
        async write =>
        {
            var epoch = await write.Sql(
                """
                INSERT INTO leases (name, holder, epoch, until) VALUES ($1, $2, 1, $4)
                ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until = excluded.until,
                    epoch = CASE WHEN leases.holder = excluded.holder THEN leases.epoch ELSE leases.epoch + 1 END
                WHERE leases.holder = excluded.holder OR leases.until <= $3
                RETURNING epoch
                """)
                .Add(name).Add(holder).Add(now).Add(now + duration).ScalarAsync();
            return epoch is { } held ? new Lease(name, holder, held, now + duration) : null;
        },
        cancellationToken);

    public Task ReleaseAsync(Lease lease, CancellationToken cancellationToken) => database.WriteAsync(
        [LockKey.Lease(lease.Name)],
        write => write.Sql("UPDATE leases SET holder = '', until = 'epoch' WHERE name = $1 AND holder = $2 AND epoch = $3").Add(lease.Name).Add(lease.Holder).Add(lease.Epoch).ExecuteAsync(),
        cancellationToken);
}
