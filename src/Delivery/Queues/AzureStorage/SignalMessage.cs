using System.Text.Json;
using System.Text.Json.Serialization;
using MeliBot.Delivery.Signals;

namespace MeliBot.Delivery.Queues.AzureStorage;

/// <summary>A hint as a message: a few hundred bytes of JSON.</summary>
internal static class SignalMessage
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static string Write(SignalHint hint) => JsonSerializer.Serialize(hint, Options);

    /// <summary>Null when it is no hint of this or an earlier version.</summary>
    public static SignalHint? Read(string? body)
    {
        try
        {
            return body is null ? null : JsonSerializer.Deserialize<SignalHint>(body, Options) is { Account: > 0, Topic.Length: > 0, Resource.Length: > 0 } hint ? hint : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
