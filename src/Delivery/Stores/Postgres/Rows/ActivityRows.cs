using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Stores.Postgres.Sql;
using MeliBot.Delivery.Work;

namespace MeliBot.Delivery.Stores.Postgres.Rows;

internal static class ActivityRows
{
    public const string Columns = "id, conversation, account, role, order_key, payload, at, turn, due_at, attempts, trace";

    public static ActivityEntry Read(Row row) => new()
    {
        Id = row.Text(0),
        Conversation = row.Text(1),
        Account = row.Long(2),
        Role = (ActivityRole)row.Small(3),
        OrderKey = row.Text(4),
        Payload = row.Text(5),
        At = row.At(6),
        Turn = (ActivityTurn)row.Small(7),
        DueAt = row.At(8),
        Attempts = row.Int(9),
        Trace = row.NullableText(10),
    };

    /// <summary>Inserts what is new; what is known keeps its turn and takes a changed payload. True when something changed.</summary>
    public static Task<bool> PutAsync(Write write, IReadOnlyList<ActivityEntry> entries) => PutAsync(write, entries, isTold: false);

    /// <param name="write">The write.</param>
    /// <param name="entries">Of one conversation.</param>
    /// <param name="isTold">Whether the conversation, which is new, was made with the first of them that is pending.</param>
    public static async Task<bool> PutAsync(Write write, IReadOnlyList<ActivityEntry> entries, bool isTold)
    {
        var puts = entries.Select(entry => PutAsync(write, entry)).ToArray();
        var changed = false;
        for (var i = 0; i < puts.Length; i++)
        {
            var (entry, isPut) = (entries[i], await puts[i] != 0);

            // One that another conversation has already isn't put, though its conversation was told of it.
            if (entry.Turn == ActivityTurn.Pending && isPut != isTold)
                TurnsDue.Came(write, entry.Account, entry.Conversation, entry.OrderKey);
            if (!isPut)
                continue;
            changed = true;
            write.Change(entry.Account, entry.Conversation, "activity", entry.Id);
            if (entry.Turn == ActivityTurn.Pending)
                write.Ring(WorkKind.Turns);
        }

        return changed;
    }

    /// <summary>Ends a pending turn; its conversation is to be told (<see cref="TurnsDue.Next"/>).</summary>
    public static void Done(Write write, ConversationRef conversation, string id) => write.SqlOfMany(
        """
        UPDATE activities a SET turn = 2 FROM (SELECT unnest($1) account, unnest($2) id, unnest($3) conversation) given
        WHERE a.account = given.account AND a.id = given.id COLLATE "C" AND a.conversation = given.conversation COLLATE "C" AND a.turn = 1
        """)
        .Add(conversation.Account).Add(id).Add(conversation.Id).Execute();

    /// <summary>Ends a pending turn as parked, of which its conversation is to be told (<see cref="TurnsDue.Next"/>); gives its failed tries, this one too, or null when it wasn't pending.</summary>
    public static Task<long?> ParkAsync(Write write, ConversationRef conversation, string id) => write
        .Sql("UPDATE activities SET turn = 3, attempts = attempts + 1 WHERE account = $1 AND id = $2 AND conversation = $3 AND turn = 1 RETURNING attempts::bigint")
        .Add(conversation.Account).Add(id).Add(conversation.Id).ScalarAsync();

    // Whose row was written is told by its id, which begins with the account.
    private static Task<int> PutAsync(Write write, ActivityEntry entry) => write.SqlOfMany(
        """
        INSERT INTO activities (account, id, conversation, role, order_key, payload, at, turn, due_at, attempts, trace)
        SELECT unnest($1), unnest($2), unnest($3), unnest($4), unnest($5), unnest($6), unnest($7), unnest($8), unnest($9), unnest($10), unnest($11)
        ON CONFLICT (account, id) DO UPDATE SET payload = excluded.payload WHERE activities.payload <> excluded.payload
        RETURNING array_position($2, id COLLATE "C")::bigint
        """)
        .Add(entry.Account).Add(entry.Id).Add(entry.Conversation).Add((int)entry.Role).Add(entry.OrderKey).Add(entry.Payload)
        .Add(entry.At).Add((int)entry.Turn).Add(entry.DueAt).Add(entry.Attempts).Add(write.Trace).ExecuteAsync();
}
