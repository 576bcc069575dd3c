using System.Text.Json;
using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>What was promised for a shipment: <c>lead_time</c> in the new body, <c>shipping_option</c> in the old one.</summary>
public sealed record ShippingPromise
{
    public long? Id { get; init; }

    public long? OptionId { get; init; }

    public string? Name { get; init; }

    public long? ShippingMethodId { get; init; }

    public ShippingMethod? ShippingMethod { get; init; }

    public long? ServiceId { get; init; }

    public string? CurrencyId { get; init; }

    public decimal? Cost { get; init; }

    public decimal? ListCost { get; init; }

    public string? CostType { get; init; }

    public string? DeliveryType { get; init; }

    public string? DeliveryPromise { get; init; }

    public decimal? ProcessingTime { get; init; }

    public DeliveryEstimate? EstimatedDeliveryTime { get; init; }

    public PromisedDate? EstimatedDeliveryLimit { get; init; }

    public PromisedDate? EstimatedDeliveryFinal { get; init; }

    public PromisedDate? EstimatedDeliveryExtended { get; init; }

    public PromisedDate? EstimatedScheduleLimit { get; init; }

    /// <summary>Gone from the platform since May 2025: the dispatch deadline is in the SLA.</summary>
    public PromisedDate? EstimatedHandlingLimit { get; init; }

    /// <summary>When the label appears.</summary>
    public PromisedDate? Buffering { get; init; }

    public DateRange? PickupPromise { get; init; }

    public DateRange? DesiredPromisedDelivery { get; init; }

    public PriorityClass? PriorityClass { get; init; }

    public JsonElement? Speed { get; init; }

    public JsonElement? EstimatedDelivery { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed record DeliveryEstimate
{
    public string? Type { get; init; }

    public DateTimeOffset? Date { get; init; }

    public DateTimeOffset? PayBefore { get; init; }

    public string? Schedule { get; init; }

    public string? Unit { get; init; }

    public JsonElement? Offset { get; init; }

    public DateRange? TimeFrame { get; init; }

    public decimal? Shipping { get; init; }

    public decimal? Handling { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed record PromisedDate
{
    public DateTimeOffset? Date { get; init; }

    public JsonElement? Offset { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed record DateRange
{
    public string? From { get; init; }

    public string? To { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed record ShippingMethod
{
    public long? Id { get; init; }

    public string? Name { get; init; }

    public string? Type { get; init; }

    public string? DeliverTo { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed record PriorityClass
{
    public string? Id { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}
