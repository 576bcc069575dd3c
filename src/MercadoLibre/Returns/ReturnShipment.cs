using System.Text.Json;
using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>A parcel that comes back.</summary>
public sealed record ReturnShipment
{
    public long? ShipmentId { get; init; }

    public ReturnShipmentStatus Status { get; init; }

    public ReturnShipmentType Type { get; init; }

    public string? TrackingNumber { get; init; }

    public ReturnPlace? Destination { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed record ReturnPlace
{
    public ReturnDestination Name { get; init; }

    public ShipmentAddress? ShippingAddress { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}
