using System.Text.Json;
using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>Personal data. Hidden by the platform until the payment is confirmed.</summary>
public sealed record ShipmentAddress
{
    public long? Id { get; init; }

    public long? AddressId { get; init; }

    public string? AddressLine { get; init; }

    public string? StreetName { get; init; }

    public string? StreetNumber { get; init; }

    public string? Comment { get; init; }

    public string? ZipCode { get; init; }

    public string? Intersection { get; init; }

    public Place? City { get; init; }

    public Place? State { get; init; }

    public Place? Country { get; init; }

    public Place? Neighborhood { get; init; }

    public Place? Municipality { get; init; }

    public string? ReceiverName { get; init; }

    public string? ReceiverPhone { get; init; }

    public string? DeliveryPreference { get; init; }

    public IReadOnlyList<string> Types { get => field ?? []; init; }

    public JsonElement? Agency { get; init; }

    public JsonElement? Node { get; init; }

    public decimal? Scoring { get; init; }

    public string? Version { get; init; }

    public string? LocationId { get; init; }

    public decimal? Latitude { get; init; }

    public decimal? Longitude { get; init; }

    public string? GeolocationType { get; init; }

    public string? GeolocationSource { get; init; }

    public DateTimeOffset? GeolocationLastUpdated { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}
