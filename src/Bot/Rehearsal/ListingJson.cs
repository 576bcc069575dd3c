using System.Collections.Concurrent;
using System.Text.Json;
using MeliBot.Bot.Facts;
using MeliBot.Dialogs.Facts;
using MeliBot.MercadoLibre;

namespace MeliBot.Bot.Rehearsal;

/// <summary>Listings as Mercado Libre's JSON of an item; a <c>description</c> may stand within, as a text or with its <c>plain_text</c>.</summary>
internal static class ListingJson
{
    private const int MostRemembered = 1_000;

    private static readonly ConcurrentDictionary<(string Json, DateTimeOffset At), Listing> Read = [];

    /// <exception cref="FormatException">It isn't an item; says why.</exception>
    public static Listing Parse(string json, DateTimeOffset at)
    {
        // Many lines of a batch are about one listing, and what is worked out of it is kept with it.
        if (Read.Count >= MostRemembered) Read.Clear();
        return Read.GetOrAdd((json, at), static key => Of(key.Json, key.At));
    }

    private static Listing Of(string json, DateTimeOffset at)
    {
        var (item, description) = ParseItem(json);
        return new Listing(ItemFactMap.Of(item, null, at), description is { Length: > 0 } ? new Fact<string>(description, "description", at) : null);
    }

    private static (Item Item, string? Description) ParseItem(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            if (document.RootElement.ValueKind != JsonValueKind.Object) throw new FormatException($"an item is a JSON object, not {document.RootElement.ValueKind.ToString().ToLowerInvariant()}");
            var item = document.RootElement.Deserialize<Item>(MercadoLibreJson.Options) ?? throw new FormatException("the item is null");
            return (item, Description(document.RootElement));
        }
        catch (JsonException e)
        {
            throw new FormatException($"it can't be read as Mercado Libre's JSON of an item: {e.Message}", e);
        }
    }

    private static string? Description(JsonElement item) => !item.TryGetProperty("description", out var description) ? null
        : description.ValueKind == JsonValueKind.String ? description.GetString()
        : description.ValueKind == JsonValueKind.Object && description.TryGetProperty("plain_text", out var text) && text.ValueKind == JsonValueKind.String ? text.GetString()
        : null;
}
