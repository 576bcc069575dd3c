using System.Text.Json;
using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>What it costs and how long it takes to bring an item to a postal code.</summary>
public sealed record ShippingOptions
{
    public ShippingDestination? Destination { get; init; }

    public IReadOnlyList<ShippingOption> Options { get => field ?? []; init; }

    public JsonElement? CustomMessage { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed record ShippingDestination
{
    public string? ZipCode { get; init; }

    public Place? City { get; init; }

    public Place? State { get; init; }

    public Place? Country { get; init; }

    public JsonElement? ExtendedAttributes { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed record ShippingOption
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    public string? CurrencyId { get; init; }

    /// <summary>What the buyer pays; 0 is free.</summary>
    public decimal? Cost { get; init; }

    public decimal? ListCost { get; init; }

    public decimal? BaseCost { get; init; }

    public string? Display { get; init; }

    public long? ShippingMethodId { get; init; }

    public string? ShippingMethodType { get; init; }

    public string? ShippingOptionType { get; init; }

    public EstimatedDelivery? EstimatedDeliveryTime { get; init; }

    public JsonElement? Discount { get; init; }

    public string? TracksShipmentsStatus { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed record EstimatedDelivery
{
    /// <summary><c>known</c>, <c>known_frame</c>, <c>unknown</c>...</summary>
    public string? Type { get; init; }

    public DateTimeOffset? Date { get; init; }

    public DateTimeOffset? PayBefore { get; init; }

    public string? Unit { get; init; }

    /// <summary>In <see cref="Unit"/>s (hours).</summary>
    public int? Shipping { get; init; }

    public int? Handling { get; init; }

    public JsonElement? Offset { get; init; }

    public JsonElement? TimeFrame { get; init; }

    public JsonElement? Schedule { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}
