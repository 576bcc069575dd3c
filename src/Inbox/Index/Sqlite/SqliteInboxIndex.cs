using Microsoft.Data.Sqlite;

namespace MeliBot.Inbox.Index.Sqlite;

/// <summary>The conversations of the index's file.</summary>
internal sealed class SqliteInboxIndex(IndexDatabase database) : IInboxIndex, IDisposable
{
    public SqliteInboxIndex(Func<string> path)
        : this(new IndexDatabase(path))
    {
    }

    public async Task<long?> CursorAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT cursor FROM progress";
        return await command.ExecuteScalarAsync(cancellationToken) is long cursor ? cursor : null;
    }

    public Task PutAsync(IReadOnlyList<IndexedEntry> entries, long cursor, CancellationToken cancellationToken) => database.WriteAsync(
        async (connection, transaction) =>
        {
            foreach (var entry in entries) await (entry.IsHidden ? EntryWriter.RemoveAsync(connection, transaction, entry, cancellationToken) : EntryWriter.PutAsync(connection, transaction, entry, cancellationToken));
            await using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = "INSERT INTO progress (only, cursor) VALUES (1, $cursor) ON CONFLICT (only) DO UPDATE SET cursor = excluded.cursor";
            command.Parameters.AddWithValue("$cursor", cursor);
            await command.ExecuteNonQueryAsync(cancellationToken);
        },
        cancellationToken);

    public Task NameAsync(string id, string name, CancellationToken cancellationToken) => database.WriteAsync(
        (connection, transaction) => EntryWriter.NameAsync(connection, transaction, id, name, cancellationToken), cancellationToken);

    public async Task<IReadOnlyDictionary<string, string>> NamesAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        if (ids.Count == 0) return names;
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT id, name FROM names WHERE id IN ({string.Join(", ", ids.Select((_, n) => $"$id{n}"))})";
        foreach (var (id, n) in ids.Select((id, n) => (id, n))) command.Parameters.AddWithValue($"$id{n}", id);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken)) names[reader.GetString(0)] = reader.GetString(1);
        return names;
    }

    public async Task<InboxPage> FindAsync(InboxQuery query, int skip, int take, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var filter = QueryFilter.Of(query);
        var total = await TotalAsync(connection, query, cancellationToken);
        await using var listing = connection.CreateCommand();
        filter.Bind(listing);
        listing.CommandText = $"SELECT {EntryReader.Columns} FROM conversations c {filter.Where} ORDER BY c.state, c.rank LIMIT $take OFFSET $skip";
        listing.Parameters.AddWithValue("$take", take);
        listing.Parameters.AddWithValue("$skip", skip);
        var entries = new List<InboxEntry>();
        await using var reader = await listing.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken)) entries.Add(EntryReader.Read(reader));
        return new InboxPage(entries, total);
    }

    public async Task<InboxCounts> CountAsync(InboxQuery query, string? person, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var all = query with { State = null, Mine = null };
        var mine = person is null ? 0 : await CountAsync(connection, QueryFilter.Of(all with { Mine = person }), cancellationToken);
        var (waiting, moving) = (await CountAsync(connection, QueryFilter.Of(all with { State = InboxState.Person }), cancellationToken), await CountAsync(connection, QueryFilter.Of(all with { State = InboxState.Moving }), cancellationToken));
        return new InboxCounts(waiting, moving, await CountAsync(connection, QueryFilter.Of(all), cancellationToken) - waiting - moving, mine);
    }

    public void Dispose() => database.Dispose();

    /// <summary>Nearly everything is done: with a text, counting what isn't and taking it off costs less than finding all that is.</summary>
    private static async Task<int> TotalAsync(SqliteConnection connection, InboxQuery query, CancellationToken cancellationToken)
    {
        if (query is not { State: InboxState.Done, Text: not null }) return await CountAsync(connection, QueryFilter.Of(query), cancellationToken);
        var all = await CountAsync(connection, QueryFilter.Of(query with { State = null }), cancellationToken);
        foreach (var other in Enum.GetValues<InboxState>().Where(state => state != InboxState.Done)) all -= await CountAsync(connection, QueryFilter.Of(query with { State = other }), cancellationToken);
        return all;
    }

    private static async Task<int> CountAsync(SqliteConnection connection, QueryFilter filter, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = filter.Count;
        filter.Bind(command);
        return Convert.ToInt32(await command.ExecuteScalarAsync(cancellationToken), System.Globalization.CultureInfo.InvariantCulture);
    }
}
