using Microsoft.Data.Sqlite;

namespace MeliBot.Inbox.Index.Sqlite;

/// <summary>A query's conditions, with their values.</summary>
internal sealed class QueryFilter
{
    private readonly List<(string Sql, string Name, object Value)> _conditions = [];

    public static QueryFilter Of(InboxQuery query)
    {
        var filter = new QueryFilter();
        if (query.State is { } state) filter.Add("c.state = $state", "$state", (int)state);
        if (query.Account is { } account) filter.Add("c.account = $account", "$account", account);
        if (query.Kind is { } kind) filter.Add("c.kind = $kind", "$kind", kind);
        if (query.Cause is { } cause) filter.Add("c.cause = $cause", "$cause", (int)cause);
        if (query.Mine is { } agent) filter.Add("c.agent = $agent", "$agent", agent);
        if (query.Owner is { } owner) filter.Add("c.owner = $owner", "$owner", (int)owner);
        if (query.Buyer is { } buyer) filter.Add("c.buyer = $buyer", "$buyer", buyer);
        if (SearchText.ToMatch(query.Text) is { } match) filter.Add("c.number IN (SELECT rowid FROM found WHERE found MATCH $match)", "$match", match);
        return filter;
    }

    /// <summary>The WHERE clause, empty when nothing narrows.</summary>
    public string Bind(SqliteCommand command)
    {
        foreach (var (_, name, value) in _conditions) command.Parameters.AddWithValue(name, value);
        return _conditions.Count == 0 ? "" : "WHERE " + string.Join(" AND ", _conditions.Select(condition => condition.Sql));
    }

    private void Add(string sql, string name, object value) => _conditions.Add((sql, name, value));
}
