using System.Text.Json;
using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>What a reason's id stands for.</summary>
public sealed record ClaimReason
{
    public string? Id { get; init; }

    public string? Flow { get; init; }

    public string? Name { get; init; }

    /// <summary>In a person's words.</summary>
    public string? Detail { get; init; }

    public int? Position { get; init; }

    public ReasonFilter? Filter { get; init; }

    public ReasonSettings? Settings { get; init; }

    public string? ParentId { get; init; }

    public string? ChildrenTitle { get; init; }

    public ClaimReasonStatus Status { get; init; }

    public DateTimeOffset? DateCreated { get; init; }

    public DateTimeOffset? LastUpdated { get; init; }

    [JsonIgnore]
    public ClaimReasonGroup Group => ClaimReasonGroups.Of(Id);

    /// <summary>What the platform takes it for; empty for reasons without one.</summary>
    [JsonIgnore]
    public IReadOnlyList<ClaimTriage> Triage => Settings?.RulesEngineTriage ?? [];

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed record ReasonFilter
{
    /// <summary>Groups of products.</summary>
    public IReadOnlyList<string> Group { get => field ?? []; init; }

    public IReadOnlyList<string> SiteId { get => field ?? []; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed record ReasonSettings
{
    public IReadOnlyList<string> AllowedFlows { get => field ?? []; init; }

    public IReadOnlyList<ClaimExpectation> ExpectedResolutions { get => field ?? []; init; }

    public IReadOnlyList<ClaimTriage> RulesEngineTriage { get => field ?? []; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}
