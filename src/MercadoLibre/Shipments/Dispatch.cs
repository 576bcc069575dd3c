using System.Text.Json;
using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>Until when the seller has to dispatch. Not for cancelled shipments, nor for those that Mercado Libre sends itself.</summary>
public sealed record DispatchDeadline
{
    public DispatchStatus Status { get; init; }

    public string? Service { get; init; }

    public DateTimeOffset? ExpectedDate { get; init; }

    public DateTimeOffset? LastUpdated { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed record Carrier
{
    public string? Name { get; init; }

    public string? Url { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}
