using System.Text.Json;
using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>The shipment of an order; little more than its id in an order read by itself, more in a search.</summary>
public sealed record OrderShipping
{
    /// <summary>Null when the sale has no shipment, or none yet.</summary>
    public long? Id { get; init; }

    public ShipmentStatus Status { get; init; }

    public ShipmentSubstatus Substatus { get; init; }

    public ShippingMode ShippingMode { get; init; }

    public string? ShipmentType { get; init; }

    public string? PickingType { get; init; }

    public long? ServiceId { get; init; }

    public long? SenderId { get; init; }

    public string? CurrencyId { get; init; }

    public decimal? Cost { get; init; }

    public DateTimeOffset? DateCreated { get; init; }

    public DateTimeOffset? DateFirstPrinted { get; init; }

    public ShipmentAddress? ReceiverAddress { get; init; }

    public ShippingPromise? ShippingOption { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed record OrderContext
{
    public string? Channel { get; init; }

    public string? Site { get; init; }

    public IReadOnlyList<string> Flows { get => field ?? []; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed record OrderFeedback
{
    public FeedbackReference? Seller { get; init; }

    public FeedbackReference? Buyer { get; init; }

    /// <summary>The older name of <see cref="Seller"/>.</summary>
    public FeedbackReference? Sale { get; init; }

    /// <summary>The older name of <see cref="Buyer"/>.</summary>
    public FeedbackReference? Purchase { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed record FeedbackReference
{
    public long? Id { get; init; }

    public string? Status { get; init; }

    public string? Rating { get; init; }

    public bool? Fulfilled { get; init; }

    public DateTimeOffset? DateCreated { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed record OrderMediation
{
    public long? Id { get; init; }

    public string? Status { get; init; }

    public string? Stage { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed record OrderTaxes
{
    public decimal? Amount { get; init; }

    public string? CurrencyId { get; init; }

    public string? Id { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

/// <summary>Who cancelled and why; code <c>pack_splitted</c> means that new orders took its place.</summary>
public sealed record CancelDetail
{
    public string? Group { get; init; }

    public string? Code { get; init; }

    public string? Description { get; init; }

    public string? RequestedBy { get; init; }

    public DateTimeOffset? Date { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed record OrderRequest
{
    public JsonElement? Change { get; init; }

    public JsonElement? Return { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed record StatusDetail
{
    public string? Code { get; init; }

    public string? Description { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}
