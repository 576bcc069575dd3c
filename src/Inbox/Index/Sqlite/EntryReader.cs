using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Reasons;
using Microsoft.Data.Sqlite;

namespace MeliBot.Inbox.Index.Sqlite;

internal static class EntryReader
{
    public const string Columns = "c.id, c.account, c.kind, c.item, c.buyer, c.state, c.cause, c.reason, c.agent, c.asked, c.open, c.waiting_since, c.last_at, c.excerpt, c.owner, c.title, c.contact, c.due_at";

    public static InboxEntry Read(SqliteDataReader row) => new(
        row.GetString(0),
        row.GetInt64(1),
        row.GetString(2),
        Text(row, 3),
        row.IsDBNull(4) ? null : row.GetInt64(4),
        (InboxState)row.GetInt32(5),
        (InboxCause)row.GetInt32(6),
        Text(row, 7) is { } reason ? Reason.Parse(reason) : null,
        Text(row, 8),
        row.GetInt32(9),
        row.GetInt32(10),
        row.IsDBNull(11) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(11)),
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(12)),
        row.GetString(13))
    {
        Owner = (OwnerKind)row.GetInt32(14),
        Title = Text(row, 15),
        Contact = Text(row, 16),
        DueAt = row.IsDBNull(17) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(17)),
    };

    private static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
