using System.Text.Json;
using System.Text.Json.Serialization;

namespace MeliBot.Adapter.Claims.Writing;

/// <summary>What the slot of a message in a claim holds: the one thing that will be posted.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Receiver">To whom it was written: a text for the buyer is never sent to the mediator.</param>
/// <param name="Text">As it is posted.</param>
/// <param name="Files">Names that uploads gave.</param>
public sealed record ClaimMessagePayload(long Claim, string Receiver, string Text, IReadOnlyList<string>? Files = null)
{
    /// <summary>The effect kind that carries it.</summary>
    public const string Kind = "claim.message";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public string ToJson() => JsonSerializer.Serialize(this, Options);

    /// <summary>Null when it isn't one.</summary>
    public static ClaimMessagePayload? Parse(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<ClaimMessagePayload>(json, Options) is { Claim: > 0, Receiver.Length: > 0, Text: not null } payload && (payload.Text.Length > 0 || payload.Files is { Count: > 0 }) ? payload : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>What the platform holds of a message that was sent.</summary>
/// <param name="Key">What tells it from the claim's other messages.</param>
public sealed record ClaimMessageResult(string Key, DateTimeOffset? At)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public string ToJson() => JsonSerializer.Serialize(this, Options);

    public static ClaimMessageResult? Parse(string? json)
    {
        try
        {
            return json is null ? null : JsonSerializer.Deserialize<ClaimMessageResult>(json, Options) is { Key: not null } result ? result : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
