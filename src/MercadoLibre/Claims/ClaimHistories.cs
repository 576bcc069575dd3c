using System.Text.Json;
using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>A change of a claim's stage or status.</summary>
public sealed record ClaimStatusChange
{
    public ClaimStage Stage { get; init; }

    public ClaimStatus Status { get; init; }

    public DateTimeOffset? Date { get; init; }

    public ClaimRole ChangeBy { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

/// <summary>Something that somebody did in a claim.</summary>
public sealed record ClaimActionTaken
{
    public ClaimActionName ActionName { get; init; }

    public ClaimRole PlayerRole { get; init; }

    public string? ActionReasonId { get; init; }

    /// <summary>As it was before; absent for the opening.</summary>
    public ClaimStage ClaimStage { get; init; }

    public ClaimStatus ClaimStatus { get; init; }

    public DateTimeOffset? DateCreated { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}
