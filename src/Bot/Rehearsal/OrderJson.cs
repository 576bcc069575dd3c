using System.Text.Json;
using MeliBot.Adapter.Orders;
using MeliBot.Bot.Facts;
using MeliBot.Dialogs.Playbooks;
using MeliBot.MercadoLibre;

namespace MeliBot.Bot.Rehearsal;

/// <summary>
/// Sales for rehearsals: in short as YAML, or Mercado Libre's JSON of an order, which may hold its <c>shipment</c>, or a list of such orders for a pack.
/// </summary>
internal static class OrderJson
{
    /// <param name="name">Of the file: its ending says which of the two it is.</param>
    /// <exception cref="FormatException">It isn't a sale; says why.</exception>
    public static Sale Parse(string name, string text, DateTimeOffset at)
    {
        if (name.EndsWith(".json", StringComparison.OrdinalIgnoreCase)) return ParseJson(text, at);
        var fixture = OrderFixture.Parse(Path.GetFileName(name), text, at);
        return new Sale(fixture.Sale, fixture.SiteId);
    }

    /// <exception cref="FormatException">It isn't an order; says why.</exception>
    public static Sale ParseJson(string json, DateTimeOffset at)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            JsonElement[] parts = document.RootElement.ValueKind == JsonValueKind.Array ? [.. document.RootElement.EnumerateArray()] : [document.RootElement];
            StoredOrder[] orders = [.. parts.Select(part => Read(part, at))];
            return Of(orders);
        }
        catch (JsonException e)
        {
            throw new FormatException($"it can't be read as Mercado Libre's JSON of an order: {e.Message}", e);
        }
    }

    public static Sale Of(IReadOnlyList<StoredOrder> orders) => new(SaleFactMap.Of(orders), orders.Select(order => order.Site).FirstOrDefault(site => site is not null));

    private static StoredOrder Read(JsonElement json, DateTimeOffset at)
    {
        if (json.ValueKind != JsonValueKind.Object) throw new FormatException($"an order is a JSON object, not {json.ValueKind.ToString().ToLowerInvariant()}");
        var order = json.Deserialize<Order>(MercadoLibreJson.Options) ?? throw new FormatException("the order is null");
        if (order.Id is null) throw new FormatException("the order has no id");
        var shipment = json.TryGetProperty("shipment", out var beside) && beside.ValueKind == JsonValueKind.Object ? beside.Deserialize<Shipment>(MercadoLibreJson.Options) : null;
        return OrderMerge.Merge(null, order, shipment, order.Seller?.Id ?? Scene.NoAccount, at);
    }
}
