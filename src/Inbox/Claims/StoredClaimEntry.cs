using System.Text.Json;
using MeliBot.MercadoLibre;

namespace MeliBot.Inbox.Claims;

/// <summary>What is stored of something in a claim's conversation: a message, or what happened.</summary>
/// <param name="Name">Of an event; null of a message.</param>
/// <param name="Text">A message's, already without markup.</param>
/// <param name="Key">Of a message: what tells it from the claim's others.</param>
/// <param name="Sender">The platform's word for the writer's part.</param>
/// <param name="By">Of the seller's: <c>bot</c>, <c>agent:{id}</c> or <c>elsewhere</c>.</param>
/// <param name="Moderation">Null when its reader can see it.</param>
/// <param name="Says">Of an event: what it is about.</param>
internal sealed record StoredClaimEntry(string? Name, string Text, string? Key, string? Sender, string? Receiver, string? By, string? Moderation, string? Says, ClaimMessage? Resource)
{
    public bool IsMessage => Key is not null;

    /// <summary>Of a proposal: what it names.</summary>
    public (string? Action, int? Percentage, string? Reason) Proposed { get; private init; }

    /// <summary>Of a person's word against a proposal: which, and whose.</summary>
    public (string? Proposal, string? By) Dismissed { get; private init; }

    /// <exception cref="JsonException">It can't be read.</exception>
    public static StoredClaimEntry Read(string payload)
    {
        using var document = JsonDocument.Parse(payload);
        var root = document.RootElement;
        var data = root.TryGetProperty("channelData", out var channel) && channel.ValueKind == JsonValueKind.Object ? channel : default;
        var isMessage = TextOf(data, "kind") == "claim-message";
        return new StoredClaimEntry(
            TextOf(root, "name"),
            TextOf(root, "text") ?? "",
            isMessage ? TextOf(data, "message") : null,
            TextOf(data, "sender"),
            TextOf(data, "receiver"),
            TextOf(data, "by"),
            TextOf(data, "moderation"),
            TextOf(data, "says"),
            isMessage ? Resourced(data) : null)
        {
            Proposed = root.TryGetProperty("value", out var value) ? (TextOf(value, "action"), PercentageOf(value), TextOf(value, "reason")) : default,
            Dismissed = root.TryGetProperty("value", out var against) ? (TextOf(against, "proposal"), TextOf(against, "by")) : default,
        };
    }

    // A shape of the platform's that this version doesn't know hides no text.
    private static ClaimMessage? Resourced(JsonElement data)
    {
        try
        {
            return data.TryGetProperty("resource", out var resource) ? resource.Deserialize<ClaimMessage>(MercadoLibreJson.Options) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? TextOf(JsonElement of, string name) =>
        of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static int? PercentageOf(JsonElement of) =>
        of.ValueKind == JsonValueKind.Object && of.TryGetProperty("percentage", out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number) && number == decimal.Truncate(number) && number is > 0 and <= 100 ? (int)number : null;
}
