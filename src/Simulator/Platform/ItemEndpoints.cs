using System.Text.Json.Nodes;

namespace MeliBot.Simulator;

internal static class ItemEndpoints
{
    private const int MaxIds = 20;

    public static void MapItems(this IEndpointRouteBuilder app, World world)
    {
        app.MapGet("/items/bulk", (HttpContext http, string? ids, string? attributes, string? include_attributes) =>
            Bulk(http, world, ids, attributes, include_attributes == "all")).Needs(world, Permission.Users);
        app.MapGet("/items", (HttpContext http, string? ids, string? attributes) => Retired(http, world, ids, attributes)).Needs(world, Permission.Users);
        app.MapGet("/items/{id}", (HttpContext http, string id, string? attributes, string? include_attributes) =>
            Find(http, world, id) is { } item ? One(http, item, attributes, include_attributes == "all") : NotFound(id)).Needs(world, Permission.Users);
        app.MapGet("/items/{id}/description", (HttpContext http, string id) => Find(http, world, id) switch
        {
            null => NotFound(id),
            { Description: "" } => Reply.Error(404, "not_found", $"Description of item with id {id} not found"),
            var item => Reply.Ok(new JsonObject
            {
                ["text"] = "",
                ["plain_text"] = item.Description,
                ["last_updated"] = Dates.Utc(item.Created),
                ["date_created"] = Dates.Utc(item.Created),
                ["snapshot"] = new JsonObject(),
            }),
        }).Needs(world, Permission.Users);
        app.MapGet("/items/{id}/sale_price", (HttpContext http, string id) =>
            Find(http, world, id) is { } item ? Reply.Ok(ItemJson.SalePrice(item, world.Clock.GetUtcNow())) : NotFound(id)).Needs(world, Permission.Users);
        app.MapGet("/items/{id}/shipping_options", (HttpContext http, string id, string? zip_code) => Find(http, world, id) switch
        {
            null => NotFound(id),
            _ when !IsZipCode(zip_code) => Reply.Error(400, "invalid_zip_code", "zip_code is invalid or missing"),
            { Shipping.Mode: not ("me1" or "me2") } => Reply.Error(400, "bad_request", "The item has no calculated shipping"),
            var item => Reply.Ok(ItemJson.ShippingOptions(item, zip_code!, world.Clock.GetUtcNow())),
        }).Needs(world, Permission.Users);
        app.MapGet("/users/{id:long}/items/search", (HttpContext http, long id) => Search(http, world, id)).Needs(world, Permission.Users);
    }

    private static WorldItem? Find(HttpContext http, World world, string id) => world.Items.Find(id, http.ReadLag());

    private static IResult NotFound(string id) => Reply.Error(404, "not_found", $"Item with id {id} not found");

    private static bool IsZipCode(string? text) => text is { Length: >= 4 and <= 9 } && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    private static IResult One(HttpContext http, WorldItem item, string? attributes, bool all)
    {
        var body = Json(http, item, all);
        return Reply.Ok(string.IsNullOrEmpty(attributes) ? body : ItemJson.Project(body, attributes.Split(',')));
    }

    private static JsonObject Json(HttpContext http, WorldItem item, bool all) =>
        ItemJson.Full(item, own: item.SellerId == Caller.Of(http).UserId, all);

    private static IResult Bulk(HttpContext http, World world, string? ids, string? attributes, bool all)
    {
        var list = ids?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
        if (list.Length == 0) return Reply.Error(400, "bad_request", "ids is required");
        if (list.Length > MaxIds) return Reply.Error(400, "bad_request", $"The maximum number of ids is {MaxIds}");
        if (list.Distinct(StringComparer.Ordinal).Count() != list.Length) return Reply.Error(400, "bad_request", "ids must not be repeated");
        var selection = string.IsNullOrEmpty(attributes) ? null : attributes.Split(',', StringSplitOptions.TrimEntries);
        var entries = new JsonArray();
        foreach (var id in list)
        {
            var entry = new JsonObject();
            var item = Find(http, world, id);
            if (item is null)
            {
                entry["status_code"] = 404;
            }
            else if (selection is null)
            {
                (entry["id"], entry["status_code"], entry["body"]) = (id, 200, Json(http, item, all));
            }
            else
            {
                // What is not selected is left out, the code and the body's own wrapping too.
                if (selection.Contains("id", StringComparer.Ordinal)) entry["id"] = id;
                if (selection.Contains("status_code", StringComparer.Ordinal)) entry["status_code"] = 200;
                if (selection.Any(s => s.StartsWith("body.", StringComparison.Ordinal))) entry["body"] = ItemJson.Project(Json(http, item, all), selection, "body.");
            }

            entries.Add(entry);
        }

        return Reply.Ok(entries);
    }

    private static IResult Retired(HttpContext http, World world, string? ids, string? attributes)
    {
        if (!world.Options.RetiredCalls) return Reply.Error(404, "not_found", "resource not found");
        var entries = new JsonArray();
        foreach (var id in (ids ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).Take(MaxIds))
        {
            var item = Find(http, world, id);
            JsonObject body = item is null
                ? new() { ["id"] = id, ["message"] = $"Item with id {id} not found", ["error"] = "not_found", ["status"] = 404, ["cause"] = new JsonArray() }
                : string.IsNullOrEmpty(attributes) ? Json(http, item, all: false) : ItemJson.Project(Json(http, item, all: false), attributes.Split(','));
            entries.Add(new JsonObject { ["code"] = item is null ? 404 : 200, ["body"] = body });
        }

        return Reply.Ok(entries);
    }

    private static IResult Search(HttpContext http, World world, long userId)
    {
        if (Caller.Of(http).UserId != userId) return Reply.Forbidden();
        var query = http.Request.Query;
        _ = int.TryParse(query["offset"], out var offset);
        if (!int.TryParse(query["limit"], out var limit)) limit = 50;
        limit = Math.Clamp(limit, 1, 100);
        var status = query["status"].ToString();
        var found = world.Items.All.Where(i => i.SellerId == userId && (status.Length == 0 || i.Status == status)).Select(i => i.Id).ToList();
        return Reply.Ok(new JsonObject
        {
            ["seller_id"] = userId.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["query"] = null,
            ["paging"] = new JsonObject { ["limit"] = limit, ["offset"] = offset, ["total"] = found.Count },
            ["results"] = new JsonArray([.. found.Skip(offset).Take(limit).Select(i => JsonValue.Create(i))]),
            ["orders"] = new JsonArray(),
            ["available_orders"] = new JsonArray(),
        });
    }
}
