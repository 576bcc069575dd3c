using System.Text.Json;
using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>Whether a claim counts against the seller.</summary>
public sealed record ClaimReputation
{
    public ReputationEffect AffectsReputation { get; init; }

    /// <summary>True while resolving it in time would spare the reputation.</summary>
    public bool? HasIncentive { get; init; }

    /// <summary>Until when the incentive holds.</summary>
    public DateTimeOffset? DueDate { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}
