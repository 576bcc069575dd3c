using MeliBot.Delivery.Changes;

namespace MeliBot.Delivery.Stores.Postgres;

/// <summary>Numbers become visible in their order (<see cref="WriteGroup"/>), so that a cursor is enough.</summary>
internal sealed class PostgresChangeFeed(PostgresDatabase database) : IChangeFeed
{
    public Task<IReadOnlyList<Change>> ReadAsync(long after, int max, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<Change>>(
        async pipeline => await pipeline.Sql("SELECT sequence, at, account, conversation, what, key FROM changes WHERE sequence > $1 ORDER BY sequence LIMIT $2").Add(after).Add(max)
            .ToListAsync(row => new Change(row.Long(0), row.At(1), row.Long(2), row.NullableText(3), row.Text(4), row.Text(5))),
        cancellationToken);

    public Task<long> LastAsync(CancellationToken cancellationToken)
        => database.ReadAsync(async pipeline => await pipeline.Sql("SELECT max(sequence) FROM changes").ScalarAsync() ?? 0, cancellationToken);

    public async Task WaitAsync(long after, CancellationToken cancellationToken)
    {
        while (true)
        {
            var next = database.Changes.Next;
            if (await LastAsync(cancellationToken) > after)
                return;
            await next.WaitAsync(cancellationToken);
        }
    }
}
