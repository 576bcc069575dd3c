using System.Text.Json;
using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>One page of a claims search. Its claims may lack what a claim read by itself has.</summary>
public sealed record ClaimsPage
{
    public Paging? Paging { get; init; }

    public IReadOnlyList<Claim> Data { get => field ?? []; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}
