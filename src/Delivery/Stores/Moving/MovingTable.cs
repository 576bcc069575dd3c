using MeliBot.Delivery.Stores.Sqlite;
using Npgsql;

namespace MeliBot.Delivery.Stores.Moving;

/// <summary>A table that is copied: the columns that both stores have, in PostgreSQL's types.</summary>
/// <param name="Name">Of the table.</param>
/// <param name="Order">What the file's rows are read by, so that a copy that was broken off goes on where it was.</param>
/// <param name="Columns">What both have.</param>
internal sealed record MovingTable(string Name, string Order, IReadOnlyList<MovingColumn> Columns)
{
    // What others refer to comes first.
    private static readonly (string Name, string Order)[] All =
    [
        ("conversations", "account, id"), ("signals", "account, topic, resource"), ("activities", "number"), ("effects", "number"), ("drafts", "number"), ("turns", "number"),
        ("state", "account, key"), ("records", "kind, key"), ("leases", "name"), ("parked", "id"), ("changes", "sequence"),
    ];

    public static IEnumerable<string> Names => All.Select(table => table.Name);

    public string ColumnList => string.Join(", ", Columns.Select(column => column.Name));

    public static async Task<IReadOnlyList<MovingTable>> ReadAsync(SqliteSession file, NpgsqlConnection target, CancellationToken cancellationToken)
    {
        var tables = new List<MovingTable>();
        foreach (var (name, order) in All)
        {
            var known = await ColumnsAsync(target, name, cancellationToken);
            var stored = file.Sql($"SELECT name FROM pragma_table_info('{name}')").ToList(row => row.Text(0));
            if (stored.Find(column => known.All(other => other.Name != column)) is { } lost)
                throw new InvalidOperationException($"PostgreSQL's table {name} has no column {lost}, which the file has: it would be lost.");
            tables.Add(new MovingTable(name, order, [.. known.Where(column => stored.Contains(column.Name, StringComparer.Ordinal))]));
        }

        // A table that nobody named here would be lost without a word.
        var forgotten = file.Sql("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'schema_versions'").ToList(row => row.Text(0)).Except(All.Select(table => table.Name), StringComparer.Ordinal).ToList();
        return forgotten.Count == 0 ? tables : throw new InvalidOperationException($"The file has tables that aren't moved: {string.Join(", ", forgotten)}.");
    }

    private static async Task<List<MovingColumn>> ColumnsAsync(NpgsqlConnection target, string table, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            "SELECT column_name::text, data_type::text FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = $1 ORDER BY ordinal_position", target);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = table });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var columns = new List<MovingColumn>();
        while (await reader.ReadAsync(cancellationToken))
            columns.Add(new MovingColumn(reader.GetString(0), reader.GetString(1)));
        return columns;
    }
}
