using System.Text.Json;
using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

public sealed record OrdersPage
{
    public IReadOnlyList<Order> Results { get => field ?? []; init; }

    public Paging? Paging { get; init; }

    public string? Query { get; init; }

    public string? Display { get; init; }

    public OrderSort? Sort { get; init; }

    public IReadOnlyList<OrderSort> AvailableSorts { get => field ?? []; init; }

    public IReadOnlyList<OrderFilter> Filters { get => field ?? []; init; }

    public IReadOnlyList<OrderFilter> AvailableFilters { get => field ?? []; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed record OrderSort
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed record OrderFilter
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    public string? Type { get; init; }

    public IReadOnlyList<OrderFilterValue> Values { get => field ?? []; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed record OrderFilterValue
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    public int? Results { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}
