using System.Text.Json;
using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>A product's way back. It may belong to several claims, and holds addresses: personal data.</summary>
public sealed record Return
{
    public long? Id { get; init; }

    public long? ClaimId { get; init; }

    public ReturnStatus Status { get; init; }

    public ReturnMoneyStatus StatusMoney { get; init; }

    public ReturnSubtype Subtype { get; init; }

    public ReturnRefundMoment RefundAt { get; init; }

    public ReturnResource ResourceType { get; init; }

    public long? ResourceId { get; init; }

    public IReadOnlyList<ReturnShipment> Shipments { get => field ?? []; init; }

    public IReadOnlyList<ReturnOrder> Orders { get => field ?? []; init; }

    /// <summary>True when the warehouse looks at it first.</summary>
    public bool? IntermediateCheck { get; init; }

    /// <summary>Holds <c>reviews</c> when there are some to read.</summary>
    public IReadOnlyList<string> RelatedEntities { get => field ?? []; init; }

    /// <summary>The claims to which it belongs.</summary>
    public IReadOnlyList<ReturnOwner> Resources { get => field ?? []; init; }

    public DateTimeOffset? DateCreated { get; init; }

    public DateTimeOffset? DateClosed { get; init; }

    public DateTimeOffset? LastUpdated { get; init; }

    [JsonIgnore]
    public bool HasReviews => RelatedEntities.Any(entity => entity.Contains("review", StringComparison.OrdinalIgnoreCase));

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed record ReturnOrder
{
    public long? OrderId { get; init; }

    public string? ItemId { get; init; }

    public string? VariationId { get; init; }

    public ClaimQuantity ContextType { get; init; }

    public decimal? TotalQuantity { get; init; }

    public decimal? ReturnQuantity { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed record ReturnOwner
{
    public ReturnResource Resource { get; init; }

    public long? ResourceId { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}
