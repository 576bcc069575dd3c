using Refit;

namespace MeliBot.MercadoLibre;

/// <summary>
/// Filters of a question search. There is no date filter; sort by <c>date_created</c> and page. The platform refuses offsets beyond 1000.
/// </summary>
public sealed record QuestionSearch
{
    [AliasAs("seller_id")]
    public long? SellerId { get; init; }

    [AliasAs("item")]
    public string? Item { get; init; }

    /// <summary>The buyer's id. It isn't a date.</summary>
    [AliasAs("from")]
    public long? From { get; init; }

    [AliasAs("status")]
    public string? Status { get; init; }

    /// <summary>Comma list of <c>item_id</c>, <c>seller_id</c>, <c>from_id</c>, <c>date_created</c>.</summary>
    [AliasAs("sort_fields")]
    public string? SortFields { get; init; }

    /// <summary><c>ASC</c> or <c>DESC</c>.</summary>
    [AliasAs("sort_types")]
    public string? SortTypes { get; init; }

    [AliasAs("limit")]
    public int? Limit { get; init; }

    [AliasAs("offset")]
    public int? Offset { get; init; }

    /// <summary>The open questions of a seller, oldest first: what a sweep reads.</summary>
    public static QuestionSearch Unanswered(long seller, int offset = 0, int limit = 50) => new()
    {
        SellerId = seller,
        Status = QuestionStatus.Unanswered.Value,
        SortFields = "date_created",
        SortTypes = "ASC",
        Offset = offset,
        Limit = limit,
    };
}
