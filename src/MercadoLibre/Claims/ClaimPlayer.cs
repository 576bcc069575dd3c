using System.Text.Json;
using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>Somebody's part in a claim.</summary>
public sealed record ClaimPlayer
{
    public ClaimRole Role { get; init; }

    /// <summary>What he is in the sale; absent in some answers.</summary>
    public ClaimPlayerType Type { get; init; }

    public long? UserId { get; init; }

    public IReadOnlyList<ClaimAction> AvailableActions { get => field ?? []; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

/// <summary>Something that somebody may do now, or must do until a time.</summary>
public sealed record ClaimAction
{
    public ClaimActionName Action { get; init; }

    public bool? Mandatory { get; init; }

    public DateTimeOffset? DueDate { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}
