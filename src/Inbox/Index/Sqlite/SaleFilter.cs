using Microsoft.Data.Sqlite;

namespace MeliBot.Inbox.Index.Sqlite;

/// <summary>A board's conditions, with their values. A tag has an index of its own, which says all that the others ask for.</summary>
internal sealed class SaleFilter
{
    private readonly List<string> _conditions = [];
    private readonly List<(string Name, object Value)> _values = [];

    private SaleFilter(SaleQuery query)
    {
        IsTagged = query.Tag is not null;
        if (query.Tag is { } tag) Add("x.tag = $tag", "$tag", tag);
        Add("x.deleted = $deleted", "$deleted", query.Deleted ? 1 : 0);
        if (query.Account is { } account) Add("x.account = $account", "$account", account);
        if (query.Stage is { } stage) Add("x.stage = $stage", "$stage", (int)stage);
        if (SearchText.ToMatch(query.Text) is { } match) Add($"{Number} IN (SELECT rowid FROM sales_found WHERE sales_found MATCH $match)", "$match", match);
    }

    private bool IsTagged { get; }

    private string Number => IsTagged ? "x.sale" : "x.number";

    private string Where => "WHERE " + string.Join(" AND ", _conditions);

    public string Counts => $"SELECT x.stage, count(*) FROM {(IsTagged ? "sale_tags" : "sales")} x {Where} GROUP BY x.stage";

    public string List => IsTagged
        ? $"SELECT s.shown FROM sale_tags x JOIN sales s ON s.number = x.sale {Where} ORDER BY x.rank LIMIT $take OFFSET $skip"
        : $"SELECT x.shown FROM sales x {Where} ORDER BY x.rank LIMIT $take OFFSET $skip";

    public static SaleFilter Of(SaleQuery query) => new(query);

    public void Bind(SqliteCommand command)
    {
        foreach (var (name, value) in _values) command.Parameters.AddWithValue(name, value);
    }

    private void Add(string condition, string name, object value)
    {
        _conditions.Add(condition);
        _values.Add((name, value));
    }
}
