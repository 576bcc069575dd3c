using System.Text.Json;
using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>One page of a search. <see cref="Total"/> stands at the top level: this envelope has no <c>paging</c>.</summary>
public sealed record QuestionsPage
{
    public int? Total { get; init; }

    public int? Limit { get; init; }

    public int? Offset { get; init; }

    public IReadOnlyList<Question> Questions { get => field ?? []; init; }

    public JsonElement? Filters { get; init; }

    public JsonElement? AvailableFilters { get; init; }

    public JsonElement? AvailableSorts { get; init; }

    public string? ScrollId { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}
