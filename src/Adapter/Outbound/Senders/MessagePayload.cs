using System.Text.Json;
using System.Text.Json.Serialization;

namespace MeliBot.Adapter.Outbound.Senders;

/// <summary>What a message's slot holds: the one thing that will be posted.</summary>
/// <param name="Pack">The pack, or the order of a sale without one.</param>
/// <param name="Text">Normalised and no longer than the thread allows.</param>
/// <param name="Files">Names that uploads gave.</param>
public sealed record MessagePayload(long Pack, string Text, IReadOnlyList<string>? Files = null)
{
    /// <summary>The effect kind that carries it.</summary>
    public const string Kind = "order.message";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public string ToJson() => JsonSerializer.Serialize(this, Options);

    /// <summary>Null when it isn't one.</summary>
    public static MessagePayload? Parse(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<MessagePayload>(json, Options) is { Pack: > 0, Text: not null } payload && (payload.Text.Length > 0 || payload.Files is { Count: > 0 }) ? payload : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>What the platform holds of a message that was sent.</summary>
/// <param name="Id">Its id there: two slots of the same text are told apart by it.</param>
public sealed record MessageResult(string Id, string? Status, DateTimeOffset? At)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public string ToJson() => JsonSerializer.Serialize(this, Options);

    public static MessageResult? Parse(string? json)
    {
        try
        {
            return json is null ? null : JsonSerializer.Deserialize<MessageResult>(json, Options) is { Id: not null } result ? result : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
