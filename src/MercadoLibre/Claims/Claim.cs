using System.Text.Json;
using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>
/// A claim, mediation, return or cancellation of a sale. Anything may be missing: searches leave out the related entities and often the
/// mediator, and a closed one may have no resolution.
/// </summary>
public sealed record Claim
{
    public long? Id { get; init; }

    public ClaimType Type { get; init; }

    public ClaimStage Stage { get; init; }

    public ClaimStatus Status { get; init; }

    /// <summary>What <see cref="ResourceId"/> names.</summary>
    public ClaimResource Resource { get; init; }

    public long? ResourceId { get; init; }

    /// <summary>The claim from which this one came.</summary>
    public long? ParentId { get; init; }

    public long? ClientId { get; init; }

    /// <summary>Such as <c>PDD9549</c>; <see cref="IClaimsApi.ReasonAsync"/> says what it is.</summary>
    public string? ReasonId { get; init; }

    /// <summary>True when the product was delivered.</summary>
    public bool? Fulfilled { get; init; }

    public ClaimQuantity QuantityType { get; init; }

    public decimal? ClaimedQuantity { get; init; }

    public decimal? ClaimVersion { get; init; }

    public IReadOnlyList<ClaimPlayer> Players { get => field ?? []; init; }

    public ClaimResolution? Resolution { get; init; }

    public string? SiteId { get; init; }

    public DateTimeOffset? DateCreated { get; init; }

    public DateTimeOffset? LastUpdated { get; init; }

    /// <summary>Words such as <c>return</c> and <c>change</c>: what else there is to read.</summary>
    public IReadOnlyList<string> RelatedEntities { get => field ?? []; init; }

    public JsonElement? Labels { get; init; }

    [JsonIgnore]
    public bool IsOpen => Status == ClaimStatus.Opened;

    [JsonIgnore]
    public ClaimReasonGroup ReasonGroup => ClaimReasonGroups.Of(ReasonId);

    [JsonIgnore]
    public bool HasReturn => Relates("return");

    /// <summary>The platform's pages call it both <c>change</c> and <c>changes</c>.</summary>
    [JsonIgnore]
    public bool HasChange => Relates("change");

    /// <summary>The order, where the claim is about one.</summary>
    [JsonIgnore]
    public long? OrderId => Resource == ClaimResource.Order ? ResourceId : null;

    private bool Relates(string word) => RelatedEntities.Any(entity => entity.Contains(word, StringComparison.OrdinalIgnoreCase));

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}
