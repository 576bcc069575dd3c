using System.Text.Json;
using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>What the platform tells a person about a claim, in the account's language and spoken to the reader.</summary>
public sealed record ClaimDetail
{
    public string? Title { get; init; }

    public string? Description { get; init; }

    public string? Problem { get; init; }

    /// <summary>Who must act.</summary>
    public ClaimParty ActionResponsible { get; init; }

    /// <summary>Until when.</summary>
    public DateTimeOffset? DueDate { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}
