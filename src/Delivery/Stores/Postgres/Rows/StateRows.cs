using MeliBot.Delivery.State;
using MeliBot.Delivery.Stores.Postgres.Sql;

namespace MeliBot.Delivery.Stores.Postgres.Rows;

internal static class StateRows
{
    /// <summary>One entry per key asked for, in order, absent ones with version 0.</summary>
    public static async Task<IReadOnlyList<StateEntry>> ReadAsync(Func<string, Statement> sql, IReadOnlyList<(long Account, string Key)> keys)
    {
        // Key by key, by the index: a join with a list would be planned once, while the table is small, to read all of it.
        var stored = await sql(
            """
            SELECT wanted.place, s.version, s.value FROM unnest($1, $2) WITH ORDINALITY wanted (account, key, place)
            CROSS JOIN LATERAL (SELECT version, value FROM state WHERE account = wanted.account AND state.key = wanted.key COLLATE "C" AND value IS NOT NULL LIMIT 1) s
            """)
            .Add([.. keys.Select(key => key.Account)]).Add([.. keys.Select(key => (string?)key.Key)])
            .ToListAsync(row => (Place: row.Long(0), Version: row.Long(1), Value: row.Text(2)));
        var found = stored.ToDictionary(row => row.Place);
        return [.. keys.Select((key, place) => found.TryGetValue(place + 1, out var row) ? new StateEntry(key.Account, key.Key, row.Version, row.Value) : new StateEntry(key.Account, key.Key, 0, null))];
    }

    /// <summary>The first key whose version moved on; null when none did.</summary>
    public static async Task<string?> ConflictAsync(Write write, IReadOnlyList<StateRead> reads, IReadOnlyList<StateWrite> writes)
    {
        if (reads.Count + writes.Count == 0)
            return null;
        (long Account, string Key, long Expected)[] expected =
        [
            .. reads.Select(read => (read.Account, read.Key, read.Version)),
            .. writes.Where(wanted => wanted.ExpectedVersion is not null).Select(wanted => (wanted.Account, wanted.Key, wanted.ExpectedVersion!.Value)),
        ];
        var versions = Array.ConvertAll(expected, key => VersionAsync(write, key.Account, key.Key));
        string? conflict = null;
        for (var i = 0; i < expected.Length; i++)
        {
            if ((await versions[i] ?? 0) != expected[i].Expected)
                conflict ??= expected[i].Key;
        }

        return conflict;
    }

    public static void Put(Write write, IEnumerable<StateWrite> writes)
    {
        foreach (var wanted in writes)
        {
            if (wanted.Value is null)
            {
                write.Sql("UPDATE state SET value = NULL, version = version + 1 WHERE account = $1 AND key = $2 AND value IS NOT NULL")
                    .Add(wanted.Account).Add(wanted.Key).Execute();
            }
            else
            {
                write.SqlOfMany(
                    """
                    INSERT INTO state (account, key, version, value) SELECT account, key, 1, value FROM unnest($1, $2, $3) given (account, key, value)
                    ON CONFLICT (account, key) DO UPDATE SET version = state.version + 1, value = excluded.value
                    """)
                    .Add(wanted.Account).Add(wanted.Key).Add(wanted.Value).Execute();
            }
        }
    }

    private static Task<long?> VersionAsync(Write write, long account, string key) => write.SqlOfMany(
        """
        SELECT given.place, s.version FROM unnest($1, $2) WITH ORDINALITY given (account, key, place)
        JOIN state s ON s.account = given.account AND s.key = given.key COLLATE "C" AND s.value IS NOT NULL
        """)
        .Add(account).Add(key).ScalarAsync();

    /// <summary>Of all that a commit's decision depends on.</summary>
    public static IEnumerable<long> Locks(IEnumerable<StateRead> reads, IEnumerable<StateWrite> writes) =>
        reads.Select(read => LockKey.State(read.Account, read.Key)).Concat(writes.Select(wanted => LockKey.State(wanted.Account, wanted.Key)));
}
