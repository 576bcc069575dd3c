using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Work;

namespace MeliBot.Delivery.Stores.Sqlite.Rows;

internal static class ActivityRows
{
    public const string Columns = "id, conversation, account, role, order_key, payload, at, turn, due_at, attempts, trace";

    public static ActivityEntry Read(Statement row) => new()
    {
        Id = row.Text(0),
        Conversation = row.Text(1),
        Account = row.Long(2),
        Role = (ActivityRole)row.Int(3),
        OrderKey = row.Text(4),
        Payload = row.Text(5),
        At = row.At(6),
        Turn = (ActivityTurn)row.Int(7),
        DueAt = row.At(8),
        Attempts = row.Int(9),
        Trace = row.NullableText(10),
    };

    /// <summary>Inserts what is new; what is known keeps its turn and takes a changed payload. True when something changed.</summary>
    public static bool Put(Write write, ActivityEntry entry)
    {
        var inserted = write.Sql(
            """
            INSERT INTO activities (account, id, conversation, role, order_key, payload, at, turn, due_at, attempts, trace)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11) ON CONFLICT (account, id) DO NOTHING
            """)
            .Add(entry.Account).Add(entry.Id).Add(entry.Conversation).Add((int)entry.Role).Add(entry.OrderKey).Add(entry.Payload)
            .Add(entry.At).Add((int)entry.Turn).Add(entry.DueAt).Add(entry.Attempts).Add(write.Trace).Execute() == 1;
        if (!inserted)
        {
            inserted = write.Sql("UPDATE activities SET payload = ?3 WHERE account = ?1 AND id = ?2 AND payload <> ?3")
                .Add(entry.Account).Add(entry.Id).Add(entry.Payload).Execute() == 1;
            if (!inserted)
                return false;
        }

        write.Change(entry.Account, entry.Conversation, "activity", entry.Id);
        if (entry.Turn == ActivityTurn.Pending)
            write.Ring(WorkKind.Turns);
        return true;
    }

    public static bool Put(Write write, IReadOnlyList<ActivityEntry> entries)
    {
        var changed = false;
        foreach (var entry in entries)
            changed |= Put(write, entry);
        return changed;
    }

    /// <summary>Ends a pending turn; false when it wasn't pending.</summary>
    public static bool End(Write write, ConversationRef conversation, string id, ActivityTurn end) => write
        .Sql("UPDATE activities SET turn = ?4 WHERE account = ?1 AND id = ?2 AND conversation = ?3 AND turn = 1")
        .Add(conversation.Account).Add(id).Add(conversation.Id).Add((int)end).Execute() == 1;
}
