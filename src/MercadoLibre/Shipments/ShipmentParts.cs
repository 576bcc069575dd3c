using System.Text.Json;
using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

public sealed record Logistic
{
    public string? Direction { get; init; }

    public ShippingMode Mode { get; init; }

    public LogisticType Type { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

/// <summary>Where a shipment comes from or goes to. Personal data.</summary>
public sealed record ShipmentEnd
{
    public string? Type { get; init; }

    public long? SenderId { get; init; }

    public long? ReceiverId { get; init; }

    public string? ReceiverName { get; init; }

    public string? ReceiverPhone { get; init; }

    public string? Comments { get; init; }

    public JsonElement? Node { get; init; }

    public ShipmentAddress? ShippingAddress { get; init; }

    public AddressSnapshot? Snapshot { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed record AddressSnapshot
{
    public string? Id { get; init; }

    public int? Version { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed record ShipmentSource
{
    public string? SiteId { get; init; }

    public string? MarketPlace { get; init; }

    public string? CustomerId { get; init; }

    public string? ApplicationId { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

/// <summary>The shipment that this one was split from or replaced by.</summary>
public sealed record ShipmentSibling
{
    public long? SiblingId { get; init; }

    public string? Reason { get; init; }

    public string? Description { get; init; }

    public string? Source { get; init; }

    public DateTimeOffset? DateCreated { get; init; }

    public DateTimeOffset? LastUpdated { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed record SnapshotPacking
{
    public string? SnapshotId { get; init; }

    public string? PackHash { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed record ShipmentItem
{
    public string? Id { get; init; }

    public long? OrderId { get; init; }

    public string? ItemId { get; init; }

    public string? VariationId { get; init; }

    public string? Description { get; init; }

    public decimal? Quantity { get; init; }

    public string? Dimensions { get; init; }

    public DimensionsSource? DimensionsSource { get; init; }

    public JsonElement? Bundle { get; init; }

    public string? UserProductId { get; init; }

    public long? SenderId { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed record DimensionsSource
{
    public string? Id { get; init; }

    public string? Origin { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed record StatusHistory
{
    public DateTimeOffset? DateHandling { get; init; }

    public DateTimeOffset? DateReadyToShip { get; init; }

    public DateTimeOffset? DateShipped { get; init; }

    public DateTimeOffset? DateFirstVisit { get; init; }

    public DateTimeOffset? DateDelivered { get; init; }

    public DateTimeOffset? DateNotDelivered { get; init; }

    public DateTimeOffset? DateReturned { get; init; }

    public DateTimeOffset? DateCancelled { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed record ShipmentMove
{
    public ShipmentStatus Status { get; init; }

    public ShipmentSubstatus Substatus { get; init; }

    public DateTimeOffset? Date { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}
