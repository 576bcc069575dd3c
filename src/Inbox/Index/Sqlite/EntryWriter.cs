using Microsoft.Data.Sqlite;

namespace MeliBot.Inbox.Index.Sqlite;

internal static class EntryWriter
{
    private const long BehindAll = 1L << 46;

    private const string Reindex =
        """
        DELETE FROM found WHERE rowid IN (SELECT number FROM conversations WHERE {0});
        INSERT INTO found (rowid, words, scope) SELECT c.number, c.words || ' ' || coalesce(i.name, '') || ' ' || coalesce(b.name, ''),
                's' || c.state || ' a' || c.account || ' k' || c.kind || ' c' || c.cause || ' o' || c.owner || coalesce(' b' || c.buyer, '') || coalesce(' g' || c.agent, '')
            FROM conversations c LEFT JOIN names i ON i.id = c.item LEFT JOIN names b ON b.id = cast(c.buyer AS TEXT) WHERE {1};
        """;

    private static readonly string ReindexOne = Of("id = $id", "c.id = $id");
    private static readonly string ReindexNamed = Of("item = $id OR buyer = cast($id AS INTEGER)", "c.item = $id OR c.buyer = cast($id AS INTEGER)");

    public static async Task PutAsync(SqliteConnection connection, SqliteTransaction transaction, IndexedEntry indexed, CancellationToken cancellationToken)
    {
        var entry = indexed.Entry;
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText =
            """
            INSERT INTO conversations (id, account, kind, item, buyer, state, cause, reason, agent, owner, asked, open, waiting_since, last_at, excerpt, title, contact, due_at, words, rank)
            VALUES ($id, $account, $kind, $item, $buyer, $state, $cause, $reason, $agent, $owner, $asked, $open, $waiting, $last, $excerpt, $title, $contact, $due, $words, $rank)
            ON CONFLICT (id) DO UPDATE SET item = excluded.item, buyer = excluded.buyer, state = excluded.state, cause = excluded.cause, reason = excluded.reason, agent = excluded.agent, owner = excluded.owner,
                asked = excluded.asked, open = excluded.open, waiting_since = excluded.waiting_since, last_at = excluded.last_at, excerpt = excluded.excerpt, title = excluded.title, contact = excluded.contact, due_at = excluded.due_at, words = excluded.words, rank = excluded.rank;
            """ + ReindexOne;
        var last = entry.LastAt.ToUnixTimeMilliseconds();
        Add(command, "$id", entry.Conversation);
        Add(command, "$account", entry.Account);
        Add(command, "$kind", entry.Kind);
        Add(command, "$item", entry.Item);
        Add(command, "$buyer", entry.Buyer);
        Add(command, "$state", (int)entry.State);
        Add(command, "$cause", (int)entry.Cause);
        Add(command, "$reason", entry.Reason?.Store());
        Add(command, "$agent", entry.Agent);
        Add(command, "$owner", (int)entry.Owner);
        Add(command, "$asked", entry.Asked);
        Add(command, "$open", entry.Open);
        Add(command, "$waiting", entry.WaitingSince?.ToUnixTimeMilliseconds());
        Add(command, "$last", last);
        Add(command, "$excerpt", entry.Excerpt);
        Add(command, "$title", entry.Title);
        Add(command, "$contact", entry.Contact);
        Add(command, "$due", entry.DueAt?.ToUnixTimeMilliseconds());
        Add(command, "$words", indexed.Words);
        Add(command, "$rank", Rank(entry));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public static async Task RemoveAsync(SqliteConnection connection, SqliteTransaction transaction, IndexedEntry indexed, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "DELETE FROM found WHERE rowid IN (SELECT number FROM conversations WHERE id = $id); DELETE FROM conversations WHERE id = $id;";
        Add(command, "$id", indexed.Entry.Conversation);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public static async Task NameAsync(SqliteConnection connection, SqliteTransaction transaction, string id, string name, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "INSERT INTO names (id, name) VALUES ($id, $name) ON CONFLICT (id) DO UPDATE SET name = excluded.name WHERE name <> excluded.name";
        Add(command, "$id", id);
        Add(command, "$name", name);
        if (await command.ExecuteNonQueryAsync(cancellationToken) == 0) return;
        command.CommandText = ReindexNamed;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    // What is due first, the soonest on top, because it costs money and reputation; then the longest wait; what needs no answer behind everything that does; what is done newest first.
    private static long Rank(InboxEntry entry)
    {
        if (entry.State == InboxState.Done) return -entry.LastAt.ToUnixTimeMilliseconds();
        if (entry is { State: InboxState.Person, DueAt: { } due }) return due.ToUnixTimeMilliseconds() - BehindAll;
        var since = (entry.WaitingSince ?? entry.LastAt).ToUnixTimeMilliseconds();
        return entry.Cause == InboxCause.Thanks ? since + BehindAll : since;
    }

    private static string Of(string which, string whichOfC) => Reindex.Replace("{0}", which, StringComparison.Ordinal).Replace("{1}", whichOfC, StringComparison.Ordinal);

    private static void Add(SqliteCommand command, string name, object? value) => command.Parameters.AddWithValue(name, value ?? DBNull.Value);
}
