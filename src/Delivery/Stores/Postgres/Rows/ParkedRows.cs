using MeliBot.Delivery.Parking;
using MeliBot.Delivery.Reasons;

namespace MeliBot.Delivery.Stores.Postgres.Rows;

internal static class ParkedRows
{
    public static string SignalKey(string topic, string resource) => topic + " " + resource;

    public static void Add(Write write, ParkedKind kind, long account, string? conversation, string key, Reason reason, string? detail, int attempts)
    {
        write.Sql(
            """
            INSERT INTO parked (kind, account, conversation, key, reason, detail, attempts, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            ON CONFLICT (account, kind, key) DO UPDATE SET reason = excluded.reason, detail = excluded.detail, attempts = excluded.attempts, at = excluded.at
            """)
            .Add((int)kind).Add(account).Add(conversation).Add(key).Add(reason).Add(detail).Add(attempts).Add(write.Now).Execute();
        write.Change(account, conversation, "parked", key);
    }

    public static async Task RemoveAsync(Write write, ParkedKind kind, long account, string? conversation, string key)
    {
        if (await write.Sql("DELETE FROM parked WHERE kind = $1 AND account = $2 AND key = $3").Add((int)kind).Add(account).Add(key).ExecuteAsync() == 1)
            write.Change(account, conversation, "unparked", key);
    }
}
