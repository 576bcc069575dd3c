using MeliBot.Delivery.State;

namespace MeliBot.Delivery.Stores.Sqlite.Rows;

internal static class StateRows
{
    public static StateEntry Read(Statement find, long account, string key) => find
        .Add(account).Add(key).FirstOrDefault(row => new StateEntry(account, key, row.NullableText(1) is null ? 0 : row.Long(0), row.NullableText(1)))
        ?? new StateEntry(account, key, 0, null);

    public const string Find = "SELECT version, value FROM state WHERE account = ?1 AND key = ?2";

    /// <summary>The first key whose version moved on; null when none did.</summary>
    public static string? Conflict(Write write, IEnumerable<StateRead> reads, IEnumerable<StateWrite> writes)
    {
        foreach (var read in reads)
        {
            if (Version(write, read.Account, read.Key) != read.Version)
                return read.Key;
        }

        foreach (var wanted in writes)
        {
            if (wanted.ExpectedVersion is { } expected && Version(write, wanted.Account, wanted.Key) != expected)
                return wanted.Key;
        }

        return null;
    }

    public static void Put(Write write, IEnumerable<StateWrite> writes)
    {
        foreach (var wanted in writes)
        {
            if (wanted.Value is null)
            {
                write.Sql("UPDATE state SET value = NULL, version = version + 1 WHERE account = ?1 AND key = ?2 AND value IS NOT NULL")
                    .Add(wanted.Account).Add(wanted.Key).Execute();
            }
            else
            {
                write.Sql(
                    """
                    INSERT INTO state (account, key, version, value) VALUES (?1, ?2, 1, ?3)
                    ON CONFLICT (account, key) DO UPDATE SET version = version + 1, value = excluded.value
                    """)
                    .Add(wanted.Account).Add(wanted.Key).Add(wanted.Value).Execute();
            }
        }
    }

    private static long Version(Write write, long account, string key) => write
        .Sql("SELECT version FROM state WHERE account = ?1 AND key = ?2 AND value IS NOT NULL").Add(account).Add(key).Scalar() ?? 0;
}
