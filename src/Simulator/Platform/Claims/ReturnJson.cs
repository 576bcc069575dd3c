using System.Text.Json.Nodes;

namespace MeliBot.Simulator;

/// <summary>Returns, reviews and changes in the platform's forms.</summary>
internal static class ReturnJson
{
    public static JsonObject Return(World world, WorldClaim c, WorldReturn r) => new()
    {
        ["id"] = r.Id,
        ["last_updated"] = Dates.ZeroOffset(r.LastUpdated),
        ["shipments"] = ClaimJson.List(r.Shipments, shipment => Shipment(world, c, shipment)),
        ["refund_at"] = r.RefundAt,
        ["date_closed"] = r.Closed is { } closed ? Dates.ZeroOffset(closed) : null,
        ["resource_type"] = c.Resource,
        ["date_created"] = Dates.ZeroOffset(r.Created),
        ["claim_id"] = r.ClaimId,
        ["status_money"] = r.Money,
        ["resource_id"] = c.ResourceId,
        ["orders"] = Orders(world, c),
        ["subtype"] = r.Subtype,
        ["status"] = r.Status,
        ["related_entities"] = ClaimJson.Words(r.Reviews.Count > 0 ? ["reviews"] : []),
        ["intermediate_check"] = r.IntermediateCheck,
        // A text here, a number above.
        ["resources"] = new JsonArray(new JsonObject { ["resource"] = "claim", ["resource_id"] = ClaimBook.Text(c.Id) }),
    };

    public static JsonObject Reviews(WorldClaim c, WorldReturn r) => new()
    {
        ["reviews"] = ClaimJson.List(r.Reviews, review => new JsonObject
        {
            ["resource"] = c.Resource,
            ["resource_id"] = c.ResourceId,
            ["method"] = review.Method,
            ["resource_reviews"] = new JsonArray(new JsonObject
            {
                ["stage"] = "",
                ["status"] = review.Status,
                ["product_condition"] = review.Condition,
                ["product_destination"] = "seller",
                ["reason_id"] = review.SellerStatus == "failed" ? null : "accepted",
                ["benefited"] = review.Benefited,
                ["seller_status"] = review.SellerStatus,
                ["seller_reason"] = review.SellerReason,
                ["benefited_type"] = null,
                ["benefited_reason"] = null,
                ["missing_quantity"] = null,
            }),
            ["date_created"] = Dates.Utc(review.At),
            ["last_updated"] = Dates.Utc(review.At),
        }),
    };

    public static JsonArray Reasons(string site)
    {
        var position = 0;
        return ClaimJson.List(ReturnDesk.Reasons, reason => new JsonObject
        {
            ["id"] = reason.Id,
            ["name"] = reason.Name,
            ["detail"] = site == "MLB" ? reason.Portuguese : reason.Spanish,
            ["position"] = ++position,
            ["apply"] = ClaimJson.Words(reason.Id switch { "SRF7" => ["package"], "SRF5" => ["order", "package"], _ => ["order"] }),
        });
    }

    public static JsonObject Changes(World world, WorldClaim c)
    {
        var data = new JsonArray();
        if (c.Change is { } change)
        {
            var order = c.OrderId is { } id ? world.Sales.Order(id) : null;
            data.Add(new JsonObject
            {
                ["claim_id"] = c.Id,
                ["resource"] = c.Resource,
                ["resource_id"] = c.ResourceId,
                ["items"] = order is null ? new JsonArray() : new JsonArray(new JsonObject
                {
                    ["id"] = order.ItemId,
                    ["quantity"] = c.Quantity,
                    ["price"] = order.UnitPrice,
                    ["price_at_creation"] = order.UnitPrice,
                    ["variation_id"] = order.Variation?.Id,
                    ["currency_id"] = order.CurrencyId,
                }),
                ["seller_id"] = c.SellerId,
                ["buyer_id"] = c.BuyerId,
                ["return"] = c.Return is { } back ? new JsonObject { ["id"] = back.Id } : null,
                ["new_orders_ids"] = new JsonArray(),
                ["new_orders_shipments"] = new JsonArray(),
                ["site_id"] = c.SiteId,
                ["status"] = change.Status,
                ["status_detail"] = null,
                ["type"] = "change",
                ["estimated_exchange_date"] = new JsonObject { ["from"] = Dates.Three(change.From), ["to"] = Dates.Three(change.To) },
                ["date_created"] = Dates.Three(change.Created),
                ["last_updated"] = Dates.Three(change.LastUpdated),
            });
        }

        return new() { ["paging"] = new JsonObject { ["offset"] = 0, ["limit"] = 1, ["total"] = data.Count }, ["data"] = data };
    }

    private static JsonObject Shipment(World world, WorldClaim c, WorldReturnShipment s) => new()
    {
        ["shipment_id"] = s.Id,
        ["status"] = s.Status,
        ["tracking_number"] = s.Tracking,
        ["destination"] = new JsonObject
        {
            ["name"] = s.Destination,
            ["shipping_address"] = new JsonObject
            {
                ["address_id"] = s.Destination == "warehouse" ? 0 : c.SellerId % 1_000_000_000,
                ["address_line"] = "Calle Ejemplo 123",
                ["street_name"] = "Calle Ejemplo",
                ["street_number"] = "123",
                ["comment"] = null,
                ["zip_code"] = "1000",
                ["city"] = new JsonObject { ["id"] = null, ["name"] = "Ciudad Ejemplo" },
                ["state"] = new JsonObject { ["id"] = null, ["name"] = null },
                ["country"] = new JsonObject { ["id"] = Sites.Country(c.SiteId), ["name"] = null },
                ["neighborhood"] = new JsonObject { ["id"] = null, ["name"] = null },
                ["municipality"] = new JsonObject { ["id"] = null, ["name"] = null },
            },
        },
        ["type"] = s.Type,
    };

    private static JsonArray Orders(World world, WorldClaim c) => c.OrderId is { } id && world.Sales.Order(id) is { } order
        ? new(new JsonObject
        {
            ["order_id"] = order.Id,
            ["item_id"] = order.ItemId,
            ["variation_id"] = order.Variation?.Id,
            ["context_type"] = c.QuantityType,
            // Texts with a point, as the platform writes them.
            ["total_quantity"] = FormattableString.Invariant($"{order.Quantity:0.0}"),
            ["return_quantity"] = FormattableString.Invariant($"{c.Quantity ?? order.Quantity:0.0}"),
        })
        : new();
}
