using System.Text.Json;
using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

public sealed record MessageParty
{
    /// <summary>In a thread with Mercado Libre's agent the agent's, not the buyer's.</summary>
    public long? UserId { get; init; }

    public string? Name { get; init; }

    public string? Email { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed record MessageDates
{
    public DateTimeOffset? Created { get; init; }

    public DateTimeOffset? Received { get; init; }

    public DateTimeOffset? Available { get; init; }

    public DateTimeOffset? Notified { get; init; }

    public DateTimeOffset? Read { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed record MessageModeration
{
    public MessageModerationStatus Status { get; init; }

    public ModerationReason Reason { get; init; }

    public string? Source { get; init; }

    public string? By { get; init; }

    public DateTimeOffset? ModerationDate { get; init; }

    public DateTimeOffset? DateModerated { get; init; }

    public bool? IsAutomatic { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed record MessageResource
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed record MessageData
{
    public string? LastMessageSessionId { get; init; }

    public string? OptionId { get; init; }

    public DateTimeOffset? OrderCreationDate { get; init; }

    public string? OrderId { get; init; }

    public JsonElement? OriginalConversation { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}
