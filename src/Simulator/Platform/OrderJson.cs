using System.Globalization;
using System.Text.Json.Nodes;

namespace MeliBot.Simulator;

/// <summary>Orders, packs and payments in the platform's forms.</summary>
internal static class OrderJson
{
    public static JsonObject Order(WorldOrder o, WorldUser? buyer)
    {
        var missing = o.Missing;
        return new()
        {
            ["id"] = o.Id,
            ["date_created"] = Dates.Three(o.Created),
            ["last_updated"] = Dates.Three(o.LastUpdated),
            ["date_closed"] = o.Closed is { } closed ? Dates.Three(closed) : null,
            ["pack_id"] = o.PackId,
            ["fulfilled"] = null,
            ["buying_mode"] = "buy_equals_pay",
            ["shipping_cost"] = null,
            ["mediations"] = missing.Contains("mediations") ? null : new JsonArray([.. o.Mediations.Select(id => (JsonNode?)new JsonObject { ["id"] = id })]),
            ["total_amount"] = o.Total,
            ["paid_amount"] = o.Status == OrderStatuses.Paid ? o.Total : 0,
            ["order_items"] = new JsonArray(Line(o)),
            ["currency_id"] = o.CurrencyId,
            ["payments"] = o.Payment is null ? new JsonArray() : new JsonArray(Payment(o)),
            ["shipping"] = missing.Contains("shipping") ? null : new JsonObject { ["id"] = o.ShipmentId },
            ["status"] = o.Status,
            ["status_detail"] = null,
            ["tags"] = new JsonArray([.. o.Tags.Select(tag => (JsonNode?)tag)]),
            ["internal_tags"] = new JsonArray(),
            ["static_tags"] = new JsonArray(),
            ["feedback"] = missing.Contains("feedback") ? null : new JsonObject { ["seller"] = null, ["buyer"] = null },
            ["context"] = new JsonObject { ["channel"] = "marketplace", ["site"] = o.SiteId, ["flows"] = new JsonArray() },
            ["seller"] = missing.Contains("seller") ? null : new JsonObject { ["id"] = o.SellerId },
            ["buyer"] = missing.Contains("buyer") ? null : Buyer(o, buyer),
            ["taxes"] = new JsonObject { ["amount"] = null, ["currency_id"] = null, ["id"] = null },
            ["cancel_detail"] = o.Cancel is not { } cancel ? null : new JsonObject
            {
                ["group"] = cancel.Group,
                ["code"] = cancel.Code,
                ["description"] = $"Cancelled by {cancel.RequestedBy}",
                ["requested_by"] = cancel.RequestedBy,
                ["date"] = Dates.Three(cancel.At),
            },
            ["manufacturing_ending_date"] = null,
            ["order_request"] = new JsonObject { ["change"] = null, ["return"] = null },
            ["related_orders"] = null,
        };
    }

    /// <summary>In a search: the key of its filter beside the other date.</summary>
    public static JsonObject Found(WorldOrder o, WorldUser? buyer)
    {
        var body = Order(o with { Missing = [] }, buyer);
        body["date_last_updated"] = Dates.Utc(o.LastUpdated);
        return body;
    }

    public static JsonObject Payment(WorldOrder o)
    {
        var p = o.Payment!;
        return new()
        {
            ["id"] = p.Id,
            ["order_id"] = o.Id,
            ["payer_id"] = o.BuyerId,
            ["collector"] = new JsonObject { ["id"] = o.SellerId },
            ["card_id"] = null,
            ["reason"] = o.Title,
            ["site_id"] = o.SiteId,
            ["payment_method_id"] = "account_money",
            ["currency_id"] = o.CurrencyId,
            ["installments"] = 1,
            ["operation_type"] = "regular_payment",
            ["payment_type"] = "account_money",
            ["available_actions"] = p.Status == "approved" ? new JsonArray("refund") : new JsonArray(),
            ["status"] = p.Status,
            ["status_code"] = null,
            ["status_detail"] = p.Detail,
            ["transaction_amount"] = p.Amount,
            ["transaction_amount_refunded"] = p.Status == "refunded" ? p.Amount : p.Refunded,
            ["total_paid_amount"] = p.Amount,
            ["date_approved"] = p.Approved is { } approved ? Dates.Three(approved) : null,
            ["date_created"] = Dates.Three(p.Created),
            ["date_last_modified"] = Dates.Three(p.LastModified),
            ["marketplace_fee"] = Math.Round(p.Amount / 10, 2),
        };
    }

    /// <summary>As its own resource: order ids are strings here.</summary>
    public static JsonObject Collection(WorldOrder o)
    {
        var body = Payment(o);
        body["order_id"] = o.Id.ToString(CultureInfo.InvariantCulture);
        body["external_reference"] = body["order_id"]!.DeepClone();
        body.Remove("date_last_modified");
        body["last_modified"] = Dates.Three(o.Payment!.LastModified);
        body["collector_id"] = o.SellerId;
        body["marketplace"] = "MELI";
        return body;
    }

    public static JsonObject Pack(long id, DateTimeOffset created, IReadOnlyList<WorldOrder> orders) => new()
    {
        ["shipment"] = new JsonObject { ["id"] = orders.Select(o => o.ShipmentId).FirstOrDefault(s => s is not null) },
        ["orders"] = new JsonArray([.. orders.Select(o => (JsonNode?)new JsonObject { ["id"] = o.Id, ["static_tags"] = new JsonArray() })]),
        ["id"] = id,
        ["status"] = orders.All(o => o.Status == OrderStatuses.Cancelled) ? "cancelled" : "released",
        ["status_detail"] = null,
        ["family_pack_id"] = null,
        ["trash_pack_id"] = null,
        ["buyer"] = new JsonObject { ["id"] = orders[0].BuyerId },
        ["date_created"] = Dates.NoColon(created),
        ["last_updated"] = Dates.NoColon(orders.Max(o => o.LastUpdated)),
    };

    private static JsonObject Buyer(WorldOrder o, WorldUser? buyer) => new()
    {
        ["id"] = o.BuyerId,
        ["nickname"] = buyer?.Nickname,
        ["first_name"] = "Ana",
        ["last_name"] = "Ejemplo",
        ["billing_info"] = new JsonObject { ["id"] = $"77600{o.BuyerId}" },
    };

    // The stock comes as an object or null in what was captured, as a list on the platform's pages.
    private static JsonObject Line(WorldOrder o) => new()
    {
        ["item"] = new JsonObject
        {
            ["id"] = o.ItemId,
            ["title"] = o.Title,
            ["category_id"] = $"{o.SiteId}1000",
            ["variation_id"] = o.Variation?.Id,
            ["seller_custom_field"] = null,
            ["variation_attributes"] = new JsonArray([.. (o.Variation?.Combination ?? []).Select(a => (JsonNode?)new JsonObject { ["id"] = a.Id, ["name"] = a.Name, ["value_id"] = null, ["value_name"] = a.Value })]),
            ["warranty"] = null,
            ["condition"] = "new",
            ["seller_sku"] = o.Sku,
            ["user_product_id"] = null,
        },
        ["quantity"] = o.Quantity,
        ["requested_quantity"] = new JsonObject { ["measure"] = "unit", ["value"] = o.Quantity },
        ["unit_price"] = o.UnitPrice,
        ["full_unit_price"] = o.UnitPrice,
        ["currency_id"] = o.CurrencyId,
        ["sale_fee"] = Math.Round(o.UnitPrice / 10, 2),
        ["listing_type_id"] = "gold_special",
        ["discounts"] = null,
        ["bundle"] = null,
        ["stock"] = o.PackId is null ? null : new JsonObject { ["store_id"] = null, ["node_id"] = "NODE1" },
        ["kit_instance_id"] = null,
        ["gross_price"] = o.Total,
    };
}
