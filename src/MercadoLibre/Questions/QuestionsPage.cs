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

    public IReadOnlyList<AvailableFilter> AvailableFilters { get => field ?? []; init; }

    public IReadOnlyList<string> AvailableSorts { get => field ?? []; init; }

    public string? ScrollId { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

/// <summary>A filter that the search offers, with the values that it takes.</summary>
public sealed record AvailableFilter
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    public string? Type { get; init; }

    public IReadOnlyList<string> Values { get => field ?? []; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}
