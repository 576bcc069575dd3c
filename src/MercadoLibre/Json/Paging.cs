using System.Text.Json;
using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

public sealed record Paging
{
    public int? Total { get; init; }

    public int? Offset { get; init; }

    public int? Limit { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}
