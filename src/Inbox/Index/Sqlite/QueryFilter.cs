using System.Globalization;
using Microsoft.Data.Sqlite;

namespace MeliBot.Inbox.Index.Sqlite;

/// <summary>A query's conditions, with their values. With a text the full-text index knows them all, and counts without a look at the conversations.</summary>
internal sealed class QueryFilter
{
    private readonly List<(string Sql, string Name, object Value)> _conditions = [];
    private readonly string? _match;

    private QueryFilter(string? match) => _match = match;

    /// <summary>How many match, as a whole statement.</summary>
    public string Count => _match is null || _conditions.Count > 0 ? $"SELECT count(*) FROM conversations c {Where}" : "SELECT count(*) FROM found WHERE found MATCH $match";

    /// <summary>The WHERE clause, empty when nothing narrows.</summary>
    public string Where
    {
        get
        {
            var conditions = _conditions.Select(condition => condition.Sql);
            if (_match is not null) conditions = conditions.Append("c.number IN (SELECT rowid FROM found WHERE found MATCH $match)");
            return string.Join(" AND ", conditions) is { Length: > 0 } all ? "WHERE " + all : "";
        }
    }

    public static QueryFilter Of(InboxQuery query)
    {
        if (SearchText.ToMatch(query.Text) is { } words)
        {
            // Nearly everything is done: looking a row's state up costs less than intersecting the words with all that is.
            var done = query.State == InboxState.Done;
            var found = new QueryFilter(string.Join(" AND ", Scope(done ? query with { State = null } : query).Prepend($"words : ({words})")));
            if (done) found.Add("c.state = $state", "$state", (int)InboxState.Done);
            return found;
        }

        var filter = new QueryFilter(null);
        if (query.State is { } state) filter.Add("c.state = $state", "$state", (int)state);
        if (query.Account is { } account) filter.Add("c.account = $account", "$account", account);
        if (query.Kind is { } kind) filter.Add("c.kind = $kind", "$kind", kind);
        // The index of reasons holds only those that there are.
        if (query.Cause is { } cause) filter.Add(cause == InboxCause.None ? "c.cause = $cause" : "c.cause = $cause AND c.cause <> 0", "$cause", (int)cause);
        if (query.Mine is { } agent) filter.Add("c.agent = $agent", "$agent", agent);
        if (query.Owner is { } owner) filter.Add("c.owner = $owner", "$owner", (int)owner);
        if (query.Buyer is { } buyer) filter.Add("c.buyer = $buyer", "$buyer", buyer);
        return filter;
    }

    public void Bind(SqliteCommand command)
    {
        if (_match is not null) command.Parameters.AddWithValue("$match", _match);
        foreach (var (_, name, value) in _conditions) command.Parameters.AddWithValue(name, value);
    }

    /// <summary>As <see cref="EntryWriter"/> writes them beside the words.</summary>
    private static IEnumerable<string> Scope(InboxQuery query) =>
        ((string?[])[Term("s", (int?)query.State), Term("a", query.Account), Term("k", query.Kind), Term("c", (int?)query.Cause), Term("o", (int?)query.Owner), Term("b", query.Buyer), Term("g", query.Mine)])
            .OfType<string>();

    private static string? Term(string letter, object? value) =>
        value is null ? null : $"scope : \"{letter}{Convert.ToString(value, CultureInfo.InvariantCulture)!.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private void Add(string sql, string name, object value) => _conditions.Add((sql, name, value));
}
