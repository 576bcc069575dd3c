using System.Text.Json;
using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>The changes of the product that belong to a claim.</summary>
public sealed record ClaimChanges
{
    public Paging? Paging { get; init; }

    public IReadOnlyList<ClaimChange> Data { get => field ?? []; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

/// <summary>One product for another: a return, and a new order.</summary>
public sealed record ClaimChange
{
    public long? ClaimId { get; init; }

    public ClaimResource Resource { get; init; }

    public long? ResourceId { get; init; }

    public ChangeType Type { get; init; }

    public ChangeStatus Status { get; init; }

    [JsonConverter(typeof(DetailConverter))]
    public StatusDetail? StatusDetail { get; init; }

    /// <summary>What the buyer gets instead.</summary>
    public IReadOnlyList<ChangedItem> Items { get => field ?? []; init; }

    public long? SellerId { get; init; }

    public long? BuyerId { get; init; }

    public NamedReturn? Return { get; init; }

    public IReadOnlyList<long> NewOrdersIds { get => field ?? []; init; }

    public IReadOnlyList<NamedShipment> NewOrdersShipments { get => field ?? []; init; }

    public string? SiteId { get; init; }

    public ExchangeWindow? EstimatedExchangeDate { get; init; }

    public DateTimeOffset? DateCreated { get; init; }

    public DateTimeOffset? LastUpdated { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed record ChangedItem
{
    public string? Id { get; init; }

    public string? VariationId { get; init; }

    public int? Quantity { get; init; }

    public decimal? Price { get; init; }

    public decimal? PriceAtCreation { get; init; }

    public string? CurrencyId { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed record NamedReturn
{
    public long? Id { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed record NamedShipment
{
    public long? Id { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

/// <summary>Between when and when the buyer can fetch the new product.</summary>
public sealed record ExchangeWindow
{
    public DateTimeOffset? From { get; init; }

    public DateTimeOffset? To { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}
