using System.Text.Json;
using MeliBot.Adapter.Orders;
using Microsoft.Data.Sqlite;

namespace MeliBot.Inbox.Index.Sqlite;

/// <summary>The sales of the index's file.</summary>
internal sealed class SqliteSaleIndex(IndexDatabase database) : ISaleIndex
{
    // Whatever may not be shipped stands before everything else.
    private const long BeforeAll = 1L << 46;

    private const string Put =
        """
        INSERT INTO sales (account, id, buyer, stage, deleted, rank, shown) VALUES ($account, $id, $buyer, $stage, $deleted, $rank, $shown)
        ON CONFLICT (account, id) DO UPDATE SET buyer = excluded.buyer, stage = excluded.stage, deleted = excluded.deleted, rank = excluded.rank, shown = excluded.shown
        RETURNING number
        """;

    private const string PutRest =
        """
        DELETE FROM sale_tags WHERE sale = $number;
        INSERT INTO sale_tags (sale, tag, account, stage, deleted, rank) SELECT DISTINCT $number, value, $account, $stage, $deleted, $rank FROM json_each($tags);
        DELETE FROM sales_found WHERE rowid = $number;
        INSERT INTO sales_found (rowid, words) VALUES ($number, $words);
        """;

    private const string Tags =
        """
        WITH RECURSIVE each (tag) AS (
            SELECT min(tag) FROM sale_tags
            UNION ALL SELECT (SELECT min(tag) FROM sale_tags WHERE tag > each.tag) FROM each WHERE each.tag IS NOT NULL
        ) SELECT tag FROM each WHERE tag IS NOT NULL
        """;

    public Task PutAsync(IReadOnlyList<IndexedSale> sales, CancellationToken cancellationToken) => sales.Count == 0 ? Task.CompletedTask : database.WriteAsync(
        async (connection, transaction) =>
        {
            await using var put = connection.CreateCommand();
            await using var rest = connection.CreateCommand();
            (put.Transaction, put.CommandText) = (transaction, Put);
            (rest.Transaction, rest.CommandText) = (transaction, PutRest);
            foreach (var sale in sales) await PutAsync(put, rest, sale, cancellationToken);
        },
        cancellationToken);

    public async Task<IReadOnlyList<SaleRow>> FindAsync(SaleQuery query, int skip, int take, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        var filter = SaleFilter.Of(query);
        filter.Bind(command);
        command.CommandText = filter.List;
        command.Parameters.AddWithValue("$take", take);
        command.Parameters.AddWithValue("$skip", skip);
        return await RowsAsync(command, cancellationToken);
    }

    public async Task<IReadOnlyDictionary<OrderStage, int>> CountAsync(SaleQuery query, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        var filter = SaleFilter.Of(query with { Stage = null });
        filter.Bind(command);
        command.CommandText = filter.Counts;
        var counts = new Dictionary<OrderStage, int>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken)) counts[(OrderStage)reader.GetInt32(0)] = reader.GetInt32(1);
        return counts;
    }

    public async Task<IReadOnlyList<string>> TagsAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = Tags;
        var tags = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken)) tags.Add(reader.GetString(0));
        return tags;
    }

    public async Task<IReadOnlyList<SaleRow>> OfBuyerAsync(long account, long buyer, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT shown FROM sales WHERE account = $account AND buyer = $buyer ORDER BY rank";
        command.Parameters.AddWithValue("$account", account);
        command.Parameters.AddWithValue("$buyer", buyer);
        return await RowsAsync(command, cancellationToken);
    }

    private static async Task PutAsync(SqliteCommand put, SqliteCommand rest, IndexedSale sale, CancellationToken cancellationToken)
    {
        var row = sale.Row;
        var rank = -row.ChangedAt.ToUnixTimeMilliseconds() - (row.FraudRisk ? BeforeAll : 0);
        put.Parameters.Clear();
        foreach (var (name, value) in new (string, object?)[]
        {
            ("$account", row.Account), ("$id", row.Order), ("$buyer", row.Buyer), ("$stage", (int)row.Stage), ("$deleted", row.Deletion is null ? 0 : 1), ("$rank", rank), ("$shown", JsonSerializer.Serialize(row)),
        })
            put.Parameters.AddWithValue(name, value ?? DBNull.Value);

        var number = await put.ExecuteScalarAsync(cancellationToken);
        rest.Parameters.Clear();
        foreach (var (name, value) in new (string, object?)[]
        {
            ("$number", number), ("$account", row.Account), ("$stage", (int)row.Stage), ("$deleted", row.Deletion is null ? 0 : 1), ("$rank", rank), ("$tags", JsonSerializer.Serialize(row.Tags)), ("$words", sale.Words),
        })
            rest.Parameters.AddWithValue(name, value);
        await rest.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<IReadOnlyList<SaleRow>> RowsAsync(SqliteCommand command, CancellationToken cancellationToken)
    {
        var rows = new List<SaleRow>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken)) rows.Add(JsonSerializer.Deserialize<SaleRow>(reader.GetString(0))!);
        return rows;
    }
}
