using System.Text.Json;
using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

public sealed record ItemShipping
{
    public ShippingMode Mode { get; init; }

    public LogisticType LogisticType { get; init; }

    public bool? FreeShipping { get; init; }

    public bool? LocalPickUp { get; init; }

    public bool? StorePickUp { get; init; }

    /// <summary>Height x width x length in centimetres, then grams: <c>189x72x96,58000</c>.</summary>
    public string? Dimensions { get; init; }

    public IReadOnlyList<string> Tags { get => field ?? []; init; }

    public JsonElement? Methods { get; init; }

    public JsonElement? FreeMethods { get; init; }

    public JsonElement? Costs { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed record SellerAddress
{
    public long? Id { get; init; }

    public string? Comment { get; init; }

    public string? AddressLine { get; init; }

    public string? ZipCode { get; init; }

    public Place? City { get; init; }

    public Place? State { get; init; }

    public Place? Country { get; init; }

    public Place? Neighborhood { get; init; }

    public SearchLocation? SearchLocation { get; init; }

    public decimal? Latitude { get; init; }

    public decimal? Longitude { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

/// <summary>The same address in the words of the site's own places.</summary>
public sealed record SearchLocation
{
    public Place? Neighborhood { get; init; }

    public Place? City { get; init; }

    public Place? State { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed record Geolocation
{
    public decimal? Latitude { get; init; }

    public decimal? Longitude { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed record Place
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}
