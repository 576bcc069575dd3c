using MeliBot.Delivery.Records;

namespace MeliBot.Delivery.Stores.Sqlite;

internal sealed class SqliteRecordStore(SqliteDatabase database) : IRecordStore
{
    public Task<Record> ReadAsync(string kind, string key, CancellationToken cancellationToken) => database.ReadAsync(
        session => session.Sql("SELECT kind, key, version, value FROM records WHERE kind = ?1 AND key = ?2 AND value IS NOT NULL").Add(kind).Add(key).FirstOrDefault(Read)
            ?? new Record(kind, key, 0, null),
        cancellationToken);

    public Task<IReadOnlyList<Record>> ListAsync(string kind, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<Record>>(
        session => session.Sql("SELECT kind, key, version, value FROM records WHERE kind = ?1 AND value IS NOT NULL ORDER BY key").Add(kind).ToList(Read),
        cancellationToken);

    public Task<IReadOnlyList<Record>> PageAsync(string kinds, Record? after, int max, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<Record>>(
        session => session.Sql(
                """
                SELECT kind, key, version, value FROM records
                WHERE (kind, key) > (?1, ?2) AND kind < ?3 || char(1114111) AND value IS NOT NULL ORDER BY kind, key LIMIT ?4
                """)
            .Add(after?.Kind ?? kinds).Add(after?.Key ?? "").Add(kinds).Add(max).ToList(Read),
        cancellationToken);

    public Task<bool> WriteAsync(string kind, string key, string? value, long? expectedVersion, CancellationToken cancellationToken) =>
        WriteAsync(kind, key, value, expectedVersion, null, cancellationToken);

    public Task<bool> WriteAsync(string kind, string key, string? value, long? expectedVersion, RecordNews? news, CancellationToken cancellationToken) => database.WriteAsync(
        write =>
        {
            var version = write.Sql("SELECT version FROM records WHERE kind = ?1 AND key = ?2 AND value IS NOT NULL").Add(kind).Add(key).Scalar() ?? 0;
            if (expectedVersion is { } expected && expected != version)
                return false;
            if (value is null)
            {
                // The row stays without value, so that its version never repeats.
                write.Sql("UPDATE records SET value = NULL, version = version + 1 WHERE kind = ?1 AND key = ?2 AND value IS NOT NULL").Add(kind).Add(key).Execute();
                Tell(write, news, key);
                return true;
            }

            write.Sql(
                """
                INSERT INTO records (kind, key, version, value) VALUES (?1, ?2, 1, ?3)
                ON CONFLICT (kind, key) DO UPDATE SET version = version + 1, value = excluded.value
                """)
                .Add(kind).Add(key).Add(value).Execute();
            Tell(write, news, key);
            return true;
        },
        cancellationToken);

    private static void Tell(Write write, RecordNews? news, string key)
    {
        if (news is not null) write.Change(news.Account, news.Conversation, news.What, key);
    }

    private static Record Read(Statement row) => new(row.Text(0), row.Text(1), row.Long(2), row.NullableText(3));
}
