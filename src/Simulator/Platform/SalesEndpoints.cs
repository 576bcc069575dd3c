using System.Globalization;
using System.Text.Json.Nodes;

namespace MeliBot.Simulator;

internal static class SalesEndpoints
{
    public static void MapSales(this IEndpointRouteBuilder app, World world)
    {
        app.MapGet("/orders/search", (HttpContext http) => OrderSearch.Search(http, world)).Needs(world, Permission.Users);
        app.MapGet("/orders/{id}", (HttpContext http, string id) => Order(http, world, id)).Needs(world, Permission.Users);
        app.MapGet("/packs/{id}", (HttpContext http, string id) => Pack(http, world, id)).Needs(world, Permission.Users);
        app.MapGet("/collections/{id}", (HttpContext http, string id) => Payment(http, world, id)).Needs(world, Permission.Users);
    }

    private static IResult Order(HttpContext http, World world, string text)
    {
        if (!TryId(text, out var id)) return Reply.Error(400, "invalid_order_id", $"Invalid order id {text}");
        var order = world.Sales.Order(id, http.ReadLag());
        if (order is null || http.TooYoung(order.Created, world)) return Reply.Error(404, "order_not_found", $"Order do not exists: {id}");
        var caller = Caller.Of(http).UserId;
        if (order.SellerId != caller && order.BuyerId != caller) return Reply.Error(403, "not_owned_order", $"User {caller} has not access to order {id}");
        var body = OrderJson.Order(order, world.Registry.FindUser(order.BuyerId));
        if (order.Missing.Count == 0) return Reply.Ok(body);
        http.Response.Headers["X-Content-Missing"] = string.Join(", ", order.Missing);
        return Reply.Ok(body, 206);
    }

    private static IResult Pack(HttpContext http, World world, string text)
    {
        if (!TryId(text, out var id) || world.Sales.PackCreated(id) is not { } created) return Reply.Error(404, "not_found", $"Pack {text} not found");
        var orders = world.Sales.Of(id);
        var caller = Caller.Of(http).UserId;
        return orders[0].SellerId == caller || orders[0].BuyerId == caller ? Reply.Ok(OrderJson.Pack(id, created, orders)) : Reply.AccessDenied();
    }

    private static IResult Payment(HttpContext http, World world, string text)
    {
        var order = TryId(text, out var id) ? world.Sales.All.FirstOrDefault(o => o.Payment?.Id == id) : null;
        if (order is null) return Reply.Error(404, "not_found", $"Payment {text} not found");
        var caller = Caller.Of(http).UserId;
        return order.SellerId == caller || order.BuyerId == caller ? Reply.Ok(OrderJson.Collection(order)) : Reply.AccessDenied();
    }

    internal static bool TryId(string text, out long id) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out id);
}

/// <summary>Finds orders as the platform does: by the hour, fifty at most, and without cancelled ones unless they are named.</summary>
internal static class OrderSearch
{
    private const int Most = 50;

    public static IResult Search(HttpContext http, World world)
    {
        var query = http.Request.Query;
        var caller = Caller.Of(http).UserId;
        var seller = Id(query["seller"]);
        var buyer = Id(query["buyer"]);
        if (seller is null && buyer is null) return Reply.Error(400, "bad_request", "seller or buyer is required");
        if (seller is not null && seller != caller || (seller is null && buyer != caller)) return Reply.Error(403, "not_owned_order", $"User {caller} has not access to these orders");

        var lag = http.ReadLag();
        var statuses = query["order.status"].ToString().Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var tags = query["tags"].ToString().Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        IEnumerable<WorldOrder> orders = world.Sales.All.Select(order => world.Sales.Order(order.Id, lag)).OfType<WorldOrder>()
            .Where(order => seller is null ? order.BuyerId == buyer : order.SellerId == seller && (buyer is null || order.BuyerId == buyer));
        orders = statuses.Length > 0
            ? orders.Where(order => statuses.Contains(order.Status, StringComparer.Ordinal))
            : orders.Where(order => seller is null || order.Status != OrderStatuses.Cancelled);
        if (tags.Length > 0) orders = orders.Where(order => tags.All(tag => order.Tags.Contains(tag, StringComparer.Ordinal)));
        if (query["q"].ToString() is { Length: > 0 } text)
            orders = orders.Where(order => order.Id.ToString(CultureInfo.InvariantCulture) == text || order.ItemId == text || order.Title.Contains(text, StringComparison.OrdinalIgnoreCase));
        orders = Within(orders, query, "order.date_last_updated", order => order.LastUpdated);
        orders = Within(orders, query, "order.date_created", order => order.Created);
        // 12 months back, and no further.
        orders = orders.Where(order => world.Clock.GetUtcNow() - order.Created < TimeSpan.FromDays(366));

        var found = (query["sort"] == "date_desc" ? orders.OrderByDescending(order => order.Closed ?? order.Created) : orders.OrderBy(order => order.Closed ?? order.Created)).ToList();
        var offset = int.TryParse(query["offset"], out var from) ? Math.Max(0, from) : 0;
        var limit = int.TryParse(query["limit"], out var wish) ? Math.Clamp(wish, 0, Most) : Most;
        return Reply.Ok(new JsonObject
        {
            ["query"] = query["q"].ToString(),
            ["display"] = "complete",
            ["results"] = new JsonArray([.. found.Skip(offset).Take(limit).Select(order => (JsonNode?)OrderJson.Found(order, world.Registry.FindUser(order.BuyerId)))]),
            ["paging"] = new JsonObject { ["total"] = found.Count, ["offset"] = offset, ["limit"] = limit },
            ["sort"] = new JsonObject { ["id"] = "date_asc", ["name"] = "Date ascending" },
            ["available_sorts"] = new JsonArray(),
            ["filters"] = new JsonArray(),
            ["available_filters"] = new JsonArray(),
        });
    }

    // Minutes and what is below them are dropped, as the platform does.
    private static IEnumerable<WorldOrder> Within(IEnumerable<WorldOrder> orders, IQueryCollection query, string name, Func<WorldOrder, DateTimeOffset> date)
    {
        if (Hour(query[$"{name}.from"]) is { } from) orders = orders.Where(order => date(order) >= from);
        if (Hour(query[$"{name}.to"]) is { } to) orders = orders.Where(order => date(order) <= to);
        return orders;
    }

    private static DateTimeOffset? Hour(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? new DateTimeOffset(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerHour), TimeSpan.Zero) : null;

    private static long? Id(string? text) => text is not null && SalesEndpoints.TryId(text, out var id) ? id : null;
}
