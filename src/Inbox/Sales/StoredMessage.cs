using System.Text.Json;
using MeliBot.MercadoLibre;

namespace MeliBot.Inbox.Sales;

/// <summary>What is stored of a message: the platform's own resource within the activity's channel data, and what the adapter added.</summary>
/// <param name="By">Of the seller's: <c>bot</c>, <c>agent:{id}</c> or <c>elsewhere</c>; null for the other side's.</param>
/// <param name="Moderation">Null when its reader can see it.</param>
/// <param name="Buyer">As the sale names it.</param>
/// <param name="IsAssistants">Mercado Libre's agent wrote it.</param>
internal sealed record StoredMessage(string Text, string? Number, string? By, string? Moderation, long? Buyer, string? Site, bool IsAssistants, Message? Resource)
{
    /// <returns>Null when it is something else.</returns>
    /// <exception cref="JsonException">It can't be read.</exception>
    public static StoredMessage? Read(string payload)
    {
        using var document = JsonDocument.Parse(payload);
        var root = document.RootElement;
        if (!root.TryGetProperty("channelData", out var data) || data.ValueKind != JsonValueKind.Object || TextOf(data, "kind") != "message") return null;
        return new StoredMessage(
            TextOf(root, "text") ?? "",
            TextOf(data, "messageId"),
            TextOf(data, "by"),
            TextOf(data, "moderation"),
            NumberOf(data, "buyerId"),
            TextOf(data, "siteId"),
            data.TryGetProperty("agent", out var agent) && agent.ValueKind == JsonValueKind.Number,
            data.TryGetProperty("resource", out var resource) ? ReadResource(resource) : null);
    }

    // A shape of the platform's that this version doesn't know hides no text.
    private static Message? ReadResource(JsonElement resource)
    {
        try
        {
            return resource.Deserialize<Message>(MercadoLibreJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? TextOf(JsonElement of, string name) => of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static long? NumberOf(JsonElement of, string name) => of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) ? number : null;
}
