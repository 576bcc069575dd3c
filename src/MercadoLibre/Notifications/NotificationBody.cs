using System.Text.Json;
using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>A notification with every spelling of its fields that the platform uses.</summary>
internal sealed record NotificationBody
{
    [JsonPropertyName("_id")]
    public string? UnderscoreId { get; init; }

    public string? Id { get; init; }

    public string? Resource { get; init; }

    public long? UserId { get; init; }

    public Topic Topic { get; init; }

    public long? ApplicationId { get; init; }

    public int? Attempts { get; init; }

    public DateTimeOffset? Sent { get; init; }

    public DateTimeOffset? Received { get; init; }

    public DateTimeOffset? Recieved { get; init; }

    public JsonElement? Actions { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}
