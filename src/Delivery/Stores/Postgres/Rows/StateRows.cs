using MeliBot.Delivery.State;
using MeliBot.Delivery.Stores.Postgres.Sql;

namespace MeliBot.Delivery.Stores.Postgres.Rows;

internal static class StateRows
{
    /// <summary>One entry per key asked for, in order, absent ones with version 0.</summary>
    public static async Task<IReadOnlyList<StateEntry>> ReadAsync(Pipeline pipeline, IReadOnlyList<(long Account, string Key)> keys)
    {
        var reads = keys.Select(key => pipeline.SqlOfMany(Values).Add(key.Account).Add(key.Key).FirstOrDefaultAsync(row => new StateEntry(key.Account, key.Key, row.Long(0), row.Text(1)))).ToArray();
        var entries = new StateEntry[keys.Count];
        for (var i = 0; i < entries.Length; i++)
            entries[i] = await reads[i] ?? new StateEntry(keys[i].Account, keys[i].Key, 0, null);
        return entries;
    }

    /// <summary>How what a commit read and writes stands now.</summary>
    public static async Task<StateSight> LookAsync(Write write, IReadOnlyList<StateRead> reads, IReadOnlyList<StateWrite> writes)
    {
        if (reads.Count + writes.Count == 0)
            return StateSight.Nothing;
        (long Account, string Key, long? Expected)[] expected =
        [
            .. reads.Select(read => (read.Account, read.Key, (long?)read.Version)),
            .. writes.Select(wanted => (wanted.Account, wanted.Key, wanted.ExpectedVersion)),
        ];
        var rows = Array.ConvertAll(expected, key => FindAsync(write, key.Account, key.Key));
        string? conflict = null;
        var there = new HashSet<(long, string)>();
        for (var i = 0; i < expected.Length; i++)
        {
            var (account, key, wanted) = expected[i];
            var row = await rows[i];
            if (row is not null)
                there.Add((account, key));
            if (wanted is not null && wanted != (row is { IsDeleted: false } ? row.Version : 0))
                conflict ??= key;
        }

        return new StateSight(conflict, there);
    }

    /// <param name="write">The write.</param>
    /// <param name="writes">What is put.</param>
    /// <param name="there">The keys that have a row (<see cref="LookAsync"/>): whether one is there is known already, and finding it out by a conflict costs the server twice as much as the row.</param>
    public static void Put(Write write, IEnumerable<StateWrite> writes, ISet<(long Account, string Key)> there)
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
                write.SqlOfMany(there.Add((wanted.Account, wanted.Key)) ? Insert : Update).Add(wanted.Account).Add(wanted.Key).Add(wanted.Value).Execute();
            }
        }
    }

    private const string Values =
        """
        SELECT given.place, s.version, s.value FROM unnest($1, $2) WITH ORDINALITY given (account, key, place)
        JOIN state s ON s.account = given.account AND s.key = given.key COLLATE "C" AND s.value IS NOT NULL
        """;

    private const string Insert = "INSERT INTO state (account, key, version, value) SELECT unnest($1), unnest($2), 1, unnest($3)";

    private const string Update =
        """
        UPDATE state s SET version = s.version + 1, value = given.value FROM (SELECT unnest($1) account, unnest($2) key, unnest($3) value) given
        WHERE s.account = given.account AND s.key = given.key COLLATE "C"
        """;

    private static Task<StateRow?> FindAsync(Write write, long account, string key) => write.SqlOfMany(
        """
        SELECT given.place, s.version, s.value IS NULL FROM unnest($1, $2) WITH ORDINALITY given (account, key, place)
        JOIN state s ON s.account = given.account AND s.key = given.key COLLATE "C"
        """)
        .Add(account).Add(key).FirstOrDefaultAsync(row => new StateRow(row.Long(0), row.Bool(1)));

    private sealed record StateRow(long Version, bool IsDeleted);

    /// <summary>Of all that a commit's decision depends on.</summary>
    public static IEnumerable<long> Locks(IEnumerable<StateRead> reads, IEnumerable<StateWrite> writes) =>
        reads.Select(read => LockKey.State(read.Account, read.Key)).Concat(writes.Select(wanted => LockKey.State(wanted.Account, wanted.Key)));
}

/// <summary>How some keys stand.</summary>
/// <param name="Conflict">The first whose version moved on; null when none did.</param>
/// <param name="There">Those that have a row.</param>
internal sealed record StateSight(string? Conflict, ISet<(long Account, string Key)> There)
{
    public static StateSight Nothing { get; } = new(null, new HashSet<(long, string)>());
}
