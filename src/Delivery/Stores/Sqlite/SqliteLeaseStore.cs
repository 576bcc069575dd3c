using MeliBot.Delivery.Leases;

namespace MeliBot.Delivery.Stores.Sqlite;

internal sealed class SqliteLeaseStore(SqliteDatabase database) : ILeaseStore
{
    public Task<Lease?> TryAcquireAsync(string name, string holder, DateTimeOffset now, TimeSpan duration, CancellationToken cancellationToken) => database.WriteAsync(
        write =>
        {
            var epoch = write.Sql(
                """
                INSERT INTO leases (name, holder, epoch, until) VALUES (?1, ?2, 1, ?4)
                ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until = excluded.until, epoch = CASE WHEN holder = excluded.holder THEN epoch ELSE epoch + 1 END
                WHERE holder = excluded.holder OR until <= ?3
                RETURNING epoch
                """)
                .Add(name).Add(holder).Add(now).Add(now + duration).Scalar();
            return epoch is { } held ? new Lease(name, holder, held, now + duration) : null;
        },
        cancellationToken);

    public Task ReleaseAsync(Lease lease, CancellationToken cancellationToken) => database.WriteAsync(
        write => write.Sql("UPDATE leases SET holder = '', until = 0 WHERE name = ?1 AND holder = ?2 AND epoch = ?3").Add(lease.Name).Add(lease.Holder).Add(lease.Epoch).Execute(),
        cancellationToken);

    /// <summary>Ends every lease; their epochs still rise. Only for the one process that has just taken the file: whoever held them is dead.</summary>
    public static Task FreeAllAsync(SqliteDatabase database, CancellationToken cancellationToken) => database.WriteAsync(
        write => write.Sql("UPDATE leases SET holder = '', until = 0 WHERE until > 0").Execute(),
        cancellationToken);
}
