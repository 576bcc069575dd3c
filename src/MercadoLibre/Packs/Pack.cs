using System.Text.Json;
using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>The orders that a buyer placed together. Only those of linked sellers are shown.</summary>
public sealed record Pack
{
    public long? Id { get; init; }

    public PackStatus Status { get; init; }

    public string? StatusDetail { get; init; }

    public PackShipment? Shipment { get; init; }

    public IReadOnlyList<PackOrder> Orders { get => field ?? []; init; }

    public PackBuyer? Buyer { get; init; }

    public DateTimeOffset? DateCreated { get; init; }

    public DateTimeOffset? LastUpdated { get; init; }

    public long? FamilyPackId { get; init; }

    public long? TrashPackId { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed record PackOrder
{
    public long? Id { get; init; }

    public IReadOnlyList<string> StaticTags { get => field ?? []; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed record PackShipment
{
    public long? Id { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed record PackBuyer
{
    public long? Id { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}
