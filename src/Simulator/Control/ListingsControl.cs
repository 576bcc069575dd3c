using System.Globalization;

namespace MeliBot.Simulator;

internal static class ListingsControl
{
    public static void MapListings(this IEndpointRouteBuilder control, World world)
    {
        control.MapGet("/items", () => ControlEndpoints.Json(world.AllItems));
        control.Post("/items", async http => ControlEndpoints.Json(world.CreateItem(await http.BodyAsync<NewItem>()), 201));
        control.MapPatch("/items/{id}", async (HttpContext http, string id) =>
        {
            var change = await http.BodyAsync<ItemChange>();
            return ControlEndpoints.Json(world.ChangeItem(id, i => Apply(i, change)));
        });
        control.MapPost("/items/{id}/pause", (string id) => ControlEndpoints.Json(world.PauseItem(id)));
        control.MapPost("/items/{id}/activate", (string id) => ControlEndpoints.Json(world.ActivateItem(id)));
        control.MapPost("/items/{id}/close", (string id) => ControlEndpoints.Json(world.CloseItem(id)));
        control.MapPost("/items/{id}/review", (string id) => ControlEndpoints.Json(world.ReviewItem(id)));
    }

    private static WorldItem Apply(WorldItem item, ItemChange change) => item with
    {
        Title = change.Title ?? item.Title,
        Price = change.Price ?? item.Price,
        RegularPrice = change.RegularPrice ?? item.RegularPrice,
        Stock = change.Stock ?? item.Stock,
        Status = change.Status ?? item.Status,
        Variations = change.VariationStock is not { } stock
            ? item.Variations
            : [.. item.Variations.Select(v => stock.TryGetValue(v.Id.ToString(CultureInfo.InvariantCulture), out var left) ? v with { Stock = left } : v)],
    };
}
