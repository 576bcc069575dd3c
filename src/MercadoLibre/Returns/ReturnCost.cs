using System.Text.Json;
using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>What the way back of a return or change costs the seller.</summary>
public sealed record ReturnCost
{
    public string? CurrencyId { get; init; }

    public decimal? Amount { get; init; }

    public decimal? AmountUsd { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}
