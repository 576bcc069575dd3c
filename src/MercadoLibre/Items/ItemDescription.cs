using System.Text.Json;
using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

public sealed record ItemDescription
{
    /// <summary>HTML of old listings, mostly empty today.</summary>
    public string? Text { get; init; }

    public string? PlainText { get; init; }

    public DateTimeOffset? DateCreated { get; init; }

    public DateTimeOffset? LastUpdated { get; init; }

    public JsonElement? Snapshot { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

/// <summary>The price that a buyer sees now, and the one it is crossed out from.</summary>
public sealed record SalePrice
{
    public string? PriceId { get; init; }

    public decimal? Amount { get; init; }

    /// <summary>Null when nothing is discounted.</summary>
    public decimal? RegularAmount { get; init; }

    public string? CurrencyId { get; init; }

    public DateTimeOffset? ReferenceDate { get; init; }

    public PricePromotion? Metadata { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed record PricePromotion
{
    public string? PromotionId { get; init; }

    public string? PromotionType { get; init; }

    public string? PromotionOfferType { get; init; }

    public string? CampaignId { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

/// <summary>Ids only: <c>GET /users/{id}/items/search</c>.</summary>
public sealed record ItemIds
{
    public string? SellerId { get; init; }

    public IReadOnlyList<string> Results { get => field ?? []; init; }

    public Paging? Paging { get; init; }

    /// <summary>In scan mode: pass the last one received, until it is null. It dies after five minutes.</summary>
    public string? ScrollId { get; init; }

    public JsonElement? Query { get; init; }

    public JsonElement? Filters { get; init; }

    public JsonElement? AvailableFilters { get; init; }

    public JsonElement? Orders { get; init; }

    public JsonElement? AvailableOrders { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}
