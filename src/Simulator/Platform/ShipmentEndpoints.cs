using System.Text.Json.Nodes;

namespace MeliBot.Simulator;

internal static class ShipmentEndpoints
{
    public static void MapShipments(this IEndpointRouteBuilder app, World world)
    {
        app.MapGet("/shipments/{id}", (HttpContext http, string id) => With(http, world, id, shipment => http.Request.Headers["x-format-new"] == "true" ? New(shipment) : Old(world, shipment)))
            .Needs(world, Permission.Users);
        app.MapGet("/shipments/{id}/items", (HttpContext http, string id) => With(http, world, id, shipment => Items(world, shipment))).Needs(world, Permission.Users);
        app.MapGet("/shipments/{id}/history", (HttpContext http, string id) => With(http, world, id, History)).Needs(world, Permission.Users);
        app.MapGet("/shipments/{id}/carrier", (HttpContext http, string id) => With(http, world, id, shipment => new JsonObject { ["name"] = shipment.Carrier, ["url"] = "https://carrier.example/track" }))
            .Needs(world, Permission.Users);
        app.MapGet("/shipments/{id}/sla", (HttpContext http, string id) => With(http, world, id, Sla)).Needs(world, Permission.Users);
    }

    private static IResult With(HttpContext http, World world, string text, Func<WorldShipment, JsonNode?> write)
    {
        if (!SalesEndpoints.TryId(text, out var id)) return Reply.Error(400, "bad_request", $"Invalid shipment id {text}");
        var shipment = world.Sales.Shipment(id, http.ReadLag());
        if (shipment is null || http.TooYoung(shipment.Created, world)) return Reply.Error(404, "not_found", $"Shipment {id} not found");
        var caller = Caller.Of(http).UserId;
        if (shipment.SellerId != caller && shipment.BuyerId != caller) return Reply.AccessDenied();
        return write(shipment) is { } body ? Reply.Ok(body) : Reply.Error(404, "not_found", "not found");
    }

    /// <summary>With <c>x-format-new</c>: no order in it.</summary>
    private static JsonObject New(WorldShipment s) => new()
    {
        ["id"] = s.Id,
        ["external_reference"] = null,
        ["status"] = s.Status,
        ["substatus"] = s.Substatus,
        ["date_created"] = Dates.Three(s.Created),
        ["last_updated"] = Dates.Three(s.LastUpdated),
        ["declared_value"] = 1000,
        ["dimensions"] = new JsonObject { ["height"] = 10, ["width"] = 20, ["length"] = 30, ["weight"] = 500 },
        ["logistic"] = new JsonObject { ["direction"] = "forward", ["mode"] = s.Mode, ["type"] = s.LogisticType },
        ["source"] = new JsonObject { ["site_id"] = s.SiteId, ["market_place"] = "MELI", ["customer_id"] = null, ["application_id"] = null },
        ["destination"] = new JsonObject { ["receiver_id"] = s.BuyerId, ["receiver_name"] = "Ana Ejemplo", ["comments"] = null, ["shipping_address"] = Address() },
        ["tracking_number"] = s.Tracking,
        ["tracking_method"] = s.Carrier,
        ["lead_time"] = Promise(s),
        ["tags"] = new JsonArray("test_shipment"),
        ["sibling"] = new JsonObject { ["reason"] = null, ["sibling_id"] = null },
    };

    /// <summary>Without the header: the old flat body, of the first order.</summary>
    private static JsonObject Old(World world, WorldShipment s) => new()
    {
        ["id"] = s.Id,
        ["mode"] = s.Mode,
        ["created_by"] = "receiver",
        ["order_id"] = s.Orders.Count > 0 ? s.Orders[0] : null,
        ["order_cost"] = s.Orders.Sum(id => world.Sales.Order(id)?.Total ?? 0),
        ["site_id"] = s.SiteId,
        ["status"] = s.Status,
        ["substatus"] = s.Substatus,
        ["status_history"] = new JsonObject { ["date_shipped"] = At(s, "shipped"), ["date_delivered"] = At(s, "delivered"), ["date_ready_to_ship"] = At(s, "ready_to_ship"), ["date_cancelled"] = At(s, "cancelled") },
        ["substatus_history"] = new JsonArray(),
        ["date_created"] = Dates.Three(s.Created),
        ["last_updated"] = Dates.Three(s.LastUpdated),
        ["tracking_number"] = s.Tracking,
        ["tracking_method"] = s.Carrier,
        ["sender_id"] = s.SellerId,
        ["receiver_id"] = s.BuyerId,
        ["receiver_address"] = Address(),
        ["shipping_items"] = new JsonArray([.. s.Orders.Select(id => world.Sales.Order(id)).OfType<WorldOrder>().Select(o => (JsonNode?)new JsonObject { ["id"] = o.ItemId, ["description"] = o.Title, ["quantity"] = o.Quantity })]),
        ["shipping_option"] = Promise(s),
        ["tags"] = new JsonArray("test_shipment"),
        ["type"] = "forward",
        ["logistic_type"] = s.LogisticType,
    };

    private static JsonArray Items(World world, WorldShipment s) =>
        new([.. s.Orders.Select(id => world.Sales.Order(id)).OfType<WorldOrder>().Select(o => (JsonNode?)new JsonObject
        {
            ["item_id"] = o.ItemId,
            ["variation_id"] = o.Variation?.Id,
            ["description"] = o.Title,
            ["quantity"] = o.Quantity,
            ["order_id"] = o.Id,
            ["sender_id"] = o.SellerId,
        })]);

    // Newest first.
    private static JsonArray History(WorldShipment s) =>
        new([.. s.Moves.Reverse().Select(move => (JsonNode?)new JsonObject { ["status"] = move.Status, ["substatus"] = move.Substatus, ["date"] = Dates.Utc(move.At) })]);

    private static JsonObject? Sla(WorldShipment s) => s.Status == "cancelled" || s.LogisticType == "fulfillment" ? null : new()
    {
        ["status"] = "on_time",
        ["service"] = "standard",
        ["expected_date"] = Dates.Three(s.Created.AddDays(1)),
        ["last_updated"] = Dates.Seconds(s.LastUpdated),
    };

    private static JsonObject Promise(WorldShipment s) => new()
    {
        ["option_id"] = 3628548109,
        ["shipping_method"] = new JsonObject { ["id"] = 510545, ["name"] = "Estándar a domicilio", ["type"] = "standard", ["deliver_to"] = "address" },
        ["currency_id"] = Sites.Currency(s.SiteId),
        ["cost"] = 0,
        ["list_cost"] = 504.99,
        ["delivery_type"] = "estimated",
        ["estimated_delivery_time"] = new JsonObject { ["type"] = "known", ["date"] = s.Promised is { } at ? Dates.Three(at) : null, ["unit"] = "hour", ["shipping"] = 24, ["handling"] = 24 },
        ["estimated_delivery_limit"] = new JsonObject { ["date"] = null },
    };

    private static JsonObject Address() => new()
    {
        ["address_line"] = "Calle Ejemplo 100",
        ["street_name"] = "Calle Ejemplo",
        ["street_number"] = "100",
        ["zip_code"] = "1000",
        ["city"] = new JsonObject { ["id"] = null, ["name"] = "Ciudad Ejemplo" },
        ["state"] = new JsonObject { ["id"] = null, ["name"] = "Provincia Ejemplo" },
    };

    private static string? At(WorldShipment s, string status) => s.Moves.FirstOrDefault(move => move.Status == status) is { } move ? Dates.Three(move.At) : null;
}
