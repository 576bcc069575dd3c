using System.Globalization;
using Refit;

namespace MeliBot.MercadoLibre;

/// <summary>
/// Filters of an order search. Dates count only to the hour, whatever is written after it: <see cref="UpdatedBetween"/> minds that.
/// A search as a seller leaves cancelled orders out unless <see cref="Status"/> names them.
/// </summary>
public sealed record OrderSearch
{
    [AliasAs("seller")]
    public long? Seller { get; init; }

    [AliasAs("buyer")]
    public long? Buyer { get; init; }

    /// <summary>An order's id, an item's id or title, or the other side's nickname.</summary>
    [AliasAs("q")]
    public string? Text { get; init; }

    /// <summary>Comma list of <see cref="OrderStatus"/>.</summary>
    [AliasAs("order.status")]
    public string? Status { get; init; }

    [AliasAs("tags")]
    public string? Tags { get; init; }

    [AliasAs("order.date_last_updated.from")]
    public string? UpdatedFrom { get; init; }

    [AliasAs("order.date_last_updated.to")]
    public string? UpdatedTo { get; init; }

    [AliasAs("order.date_created.from")]
    public string? CreatedFrom { get; init; }

    [AliasAs("order.date_created.to")]
    public string? CreatedTo { get; init; }

    /// <summary><c>date_asc</c> (the default) or <c>date_desc</c>.</summary>
    [AliasAs("sort")]
    public string? Sort { get; init; }

    [AliasAs("limit")]
    public int? Limit { get; init; }

    [AliasAs("offset")]
    public int? Offset { get; init; }

    /// <summary>The orders of a seller that changed within a window, which is widened to whole hours.</summary>
    public static OrderSearch UpdatedBetween(long seller, DateTimeOffset from, DateTimeOffset to, string? status = null, int offset = 0, int limit = 50) => new()
    {
        Seller = seller,
        Status = status,
        UpdatedFrom = Hour(from.UtcTicks),
        UpdatedTo = Hour(to.UtcTicks + TimeSpan.TicksPerHour - 1),
        Sort = "date_asc",
        Offset = offset,
        Limit = limit,
    };

    private static string Hour(long ticks) =>
        new DateTime(ticks - (ticks % TimeSpan.TicksPerHour), DateTimeKind.Utc).ToString("yyyy-MM-dd'T'HH:mm:ss.000'Z'", CultureInfo.InvariantCulture);
}
