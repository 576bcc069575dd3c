using System.Text.Json;
using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>How a claim ended.</summary>
public sealed record ClaimResolution
{
    public ClaimResolutionReason Reason { get; init; }

    public DateTimeOffset? DateCreated { get; init; }

    public IReadOnlyList<ClaimRole> Benefited { get => field ?? []; init; }

    public ClaimParty ClosedBy { get; init; }

    /// <summary>True when Mercado Libre paid.</summary>
    public bool? AppliedCoverage { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}
