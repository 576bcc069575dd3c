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

    public Task<bool> WriteAsync(string kind, string key, string? value, long? expectedVersion, CancellationToken cancellationToken) => database.WriteAsync(
        write =>
        {
            var version = write.Sql("SELECT version FROM records WHERE kind = ?1 AND key = ?2 AND value IS NOT NULL").Add(kind).Add(key).Scalar() ?? 0;
            if (expectedVersion is { } expected && expected != version)
                return false;
            if (value is null)
            {
                // The row stays without value, so that its version never repeats.
                write.Sql("UPDATE records SET value = NULL, version = version + 1 WHERE kind = ?1 AND key = ?2 AND value IS NOT NULL").Add(kind).Add(key).Execute();
                return true;
            }

            write.Sql(
                """
                INSERT INTO records (kind, key, version, value) VALUES (?1, ?2, 1, ?3)
                ON CONFLICT (kind, key) DO UPDATE SET version = version + 1, value = excluded.value
                """)
                .Add(kind).Add(key).Add(value).Execute();
            return true;
        },
        cancellationToken);

    private static Record Read(Statement row) => new(row.Text(0), row.Text(1), row.Long(2), row.NullableText(3));
}
