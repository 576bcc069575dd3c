using MeliBot.Delivery.Records;
using MeliBot.Delivery.Stores.Postgres.Sql;

namespace MeliBot.Delivery.Stores.Postgres;

internal sealed class PostgresRecordStore(PostgresDatabase database) : IRecordStore
{
    public Task<Record> ReadAsync(string kind, string key, CancellationToken cancellationToken) => database.ReadAsync(
        async pipeline => await pipeline.Sql("SELECT kind, key, version, value FROM records WHERE kind = $1 AND key = $2 AND value IS NOT NULL").Add(kind).Add(key).FirstOrDefaultAsync(Read)
            ?? new Record(kind, key, 0, null),
        cancellationToken);

    public Task<IReadOnlyList<Record>> ListAsync(string kind, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<Record>>(
        async pipeline => await pipeline.Sql("SELECT kind, key, version, value FROM records WHERE kind = $1 AND value IS NOT NULL ORDER BY key").Add(kind).ToListAsync(Read),
        cancellationToken);

    public Task<IReadOnlyList<Record>> PageAsync(string kinds, Record? after, int max, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<Record>>(
        async pipeline => await pipeline.Sql(
                """
                SELECT kind, key, version, value FROM records
                WHERE (kind, key) > ($1, $2) AND kind < $3 || chr(1114111) AND value IS NOT NULL ORDER BY kind, key LIMIT $4
                """)
            .Add(after?.Kind ?? kinds).Add(after?.Key ?? "").Add(kinds).Add(max).ToListAsync(Read),
        cancellationToken);

    public Task<bool> WriteAsync(string kind, string key, string? value, long? expectedVersion, CancellationToken cancellationToken) =>
        WriteAsync(kind, key, value, expectedVersion, null, cancellationToken);

    public Task<bool> WriteAsync(string kind, string key, string? value, long? expectedVersion, RecordNews? news, CancellationToken cancellationToken) => database.WriteAsync(
        [LockKey.Record(kind, key)],
        async write =>
        {
            var version = await write.Sql("SELECT version FROM records WHERE kind = $1 AND key = $2 AND value IS NOT NULL").Add(kind).Add(key).ScalarAsync() ?? 0;
            if (expectedVersion is { } expected && expected != version)
                return false;
            if (value is null)
            {
                // The row stays without value, so that its version never repeats.
                write.Sql("UPDATE records SET value = NULL, version = version + 1 WHERE kind = $1 AND key = $2 AND value IS NOT NULL").Add(kind).Add(key).Execute();
            }
            else
            {
                write.Sql(
                    """
                    INSERT INTO records (kind, key, version, value) VALUES ($1, $2, 1, $3)
                    ON CONFLICT (kind, key) DO UPDATE SET version = records.version + 1, value = excluded.value
                    """)
                    .Add(kind).Add(key).Add(value).Execute();
            }

            if (news is not null)
                write.Change(news.Account, news.Conversation, news.What, key);
            return true;
        },
        cancellationToken);

    private static Record Read(Row row) => new(row.Text(0), row.Text(1), row.Long(2), row.NullableText(3));
}
