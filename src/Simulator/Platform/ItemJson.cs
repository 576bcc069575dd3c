using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace MeliBot.Simulator;

internal static class ItemJson
{
    /// <summary>The listing as its owner sees it; others see stock in bands.</summary>
    public static JsonObject Full(WorldItem item, bool own, bool allAttributes)
    {
        var sale = item.Price;
        return new JsonObject
        {
            ["id"] = item.Id,
            ["site_id"] = item.SiteId,
            ["title"] = item.Title,
            ["family_name"] = null,
            ["seller_id"] = item.SellerId,
            ["category_id"] = item.SiteId + "1055",
            ["user_product_id"] = null,
            ["official_store_id"] = null,
            ["price"] = sale,
            ["base_price"] = sale,
            ["original_price"] = item.RegularPrice,
            ["inventory_id"] = null,
            ["currency_id"] = item.CurrencyId,
            ["initial_quantity"] = item.Available + item.Sold,
            ["available_quantity"] = Stock(item.Available, own),
            ["sold_quantity"] = item.Sold,
            ["sale_terms"] = SaleTerms(item),
            ["buying_mode"] = "buy_it_now",
            ["listing_type_id"] = "gold_special",
            ["start_time"] = Dates.Utc(item.Created),
            ["stop_time"] = Dates.Utc(item.Created.AddYears(20)),
            ["condition"] = item.Condition,
            ["permalink"] = Permalink(item),
            ["thumbnail_id"] = null,
            ["thumbnail"] = null,
            ["pictures"] = new JsonArray(),
            ["video_id"] = null,
            ["descriptions"] = new JsonArray(),
            ["accepts_mercadopago"] = true,
            ["non_mercado_pago_payment_methods"] = new JsonArray(),
            ["shipping"] = new JsonObject
            {
                ["mode"] = item.Shipping.Mode,
                ["methods"] = new JsonArray(),
                ["tags"] = item.Shipping.Free ? new JsonArray("mandatory_free_shipping") : new JsonArray(),
                ["dimensions"] = null,
                ["local_pick_up"] = item.Shipping.LocalPickUp,
                ["free_shipping"] = item.Shipping.Free,
                ["logistic_type"] = item.Shipping.LogisticType,
                ["store_pick_up"] = false,
            },
            ["international_delivery_mode"] = "none",
            ["seller_contact"] = null,
            ["location"] = new JsonObject(),
            ["attributes"] = Attributes(item),
            ["warnings"] = new JsonArray(),
            ["listing_source"] = "",
            ["variations"] = new JsonArray([.. item.Variations.Select(v => Variation(item, v, own, allAttributes))]),
            ["status"] = item.Status,
            ["sub_status"] = new JsonArray([.. item.SubStatus.Select(s => JsonValue.Create(s))]),
            ["tags"] = new JsonArray("immediate_payment", "cart_eligible"),
            ["warranty"] = item.Warranty is { } w ? w.Time is null ? w.Type : $"{w.Type}: {w.Time}" : null,
            ["catalog_product_id"] = null,
            ["domain_id"] = null,
            ["seller_custom_field"] = null,
            ["parent_item_id"] = null,
            ["deal_ids"] = new JsonArray(),
            ["automatic_relist"] = false,
            ["date_created"] = Dates.Utc(item.Created),
            ["last_updated"] = Dates.Utc(item.LastUpdated),
            ["health"] = null,
            ["catalog_listing"] = false,
            ["channels"] = new JsonArray("marketplace"),
        };
    }

    /// <summary>Only what was asked for; <paramref name="prefix"/> must stand before each name (<c>body.</c> in multigets).</summary>
    public static JsonObject Project(JsonObject full, IEnumerable<string> names, string prefix = "")
    {
        var result = new JsonObject();
        foreach (var name in names.Select(n => n.Trim()).Where(n => n.StartsWith(prefix, StringComparison.Ordinal)))
        {
            var path = name[prefix.Length..].Split('.');
            if (path.Length == 1)
            {
                if (full.TryGetPropertyValue(path[0], out var value)) result[path[0]] = value?.DeepClone();
            }
            else if (full[path[0]] is JsonObject child && child.TryGetPropertyValue(path[1], out var inner))
            {
                if (result[path[0]] is not JsonObject kept) result[path[0]] = kept = [];
                kept[path[1]] = inner?.DeepClone();
            }
        }

        return result;
    }

    public static JsonObject SalePrice(WorldItem item, DateTimeOffset now) => new()
    {
        ["price_id"] = "1",
        ["amount"] = item.Price,
        ["regular_amount"] = item.RegularPrice,
        ["currency_id"] = item.CurrencyId,
        ["reference_date"] = Dates.Seconds(now),
        ["metadata"] = item.RegularPrice is null
            ? new JsonObject()
            : new JsonObject { ["promotion_id"] = $"OFFER-{item.Id}-1", ["promotion_type"] = "custom" },
    };

    public static JsonObject ShippingOptions(WorldItem item, string zipCode, DateTimeOffset now)
    {
        var options = new JsonArray();
        foreach (var (option, i) in item.Shipping.Options.Select((o, i) => (o, i)))
        {
            var cost = item.Shipping.Free ? 0 : option.Cost;
            options.Add(new JsonObject
            {
                ["id"] = 508900000 + i,
                ["name"] = option.Name,
                ["currency_id"] = item.CurrencyId,
                ["list_cost"] = option.Cost,
                ["cost"] = cost,
                ["display"] = i == 0 ? "recommended" : "always",
                ["shipping_method_id"] = 73328 + i,
                ["shipping_method_type"] = i == 0 ? "standard" : "next_day",
                ["shipping_option_type"] = "address",
                ["estimated_delivery_time"] = new JsonObject
                {
                    ["type"] = "known",
                    ["date"] = Dates.Three(now.AddDays(option.Days)),
                    ["unit"] = "hour",
                    ["shipping"] = option.Days * 24,
                    ["handling"] = 24,
                    ["offset"] = new JsonObject { ["date"] = null, ["shipping"] = null },
                    ["time_frame"] = new JsonObject { ["from"] = null, ["to"] = null },
                    ["pay_before"] = Dates.Three(now.AddHours(12)),
                },
                ["discount"] = new JsonObject { ["rate"] = item.Shipping.Free ? 1 : 0, ["type"] = item.Shipping.Free ? "mandatory" : "none", ["promoted_amount"] = option.Cost - cost },
            });
        }

        return new()
        {
            ["destination"] = new JsonObject
            {
                ["zip_code"] = zipCode,
                ["city"] = new JsonObject { ["id"] = null, ["name"] = null },
                ["state"] = new JsonObject { ["id"] = null, ["name"] = null },
                ["country"] = new JsonObject { ["id"] = Sites.Country(item.SiteId), ["name"] = item.SiteId == "MLB" ? "Brasil" : null },
            },
            ["options"] = options,
        };
    }

    private static int Stock(int stock, bool own) => own || stock <= 1 ? stock : stock <= 50 ? 1 : stock / 50 * 50;

    private static JsonArray SaleTerms(WorldItem item)
    {
        if (item.Warranty is not { } warranty) return [];
        var portuguese = item.SiteId == "MLB";
        var terms = new JsonArray { Value("WARRANTY_TYPE", portuguese ? "Tipo de garantia" : "Tipo de garantía", warranty.Type, "list") };
        if (warranty.Time is not null) terms.Add(Value("WARRANTY_TIME", portuguese ? "Tempo de garantia" : "Tiempo de garantía", warranty.Time, "number_unit"));
        return terms;
    }

    private static JsonArray Attributes(WorldItem item)
    {
        var list = new JsonArray([.. item.Attributes.Select(a => Value(a.Id, a.Name, a.Value, "string"))]);
        if (item.Sku is not null) list.Add(Value("SELLER_SKU", "SKU", item.Sku, "string"));
        return list;
    }

    private static JsonObject Variation(WorldItem item, WorldVariation v, bool own, bool allAttributes)
    {
        var body = new JsonObject
        {
            ["id"] = v.Id,
            ["price"] = v.Price ?? item.Price,
            ["attribute_combinations"] = new JsonArray([.. v.Combination.Select(a => Value(a.Id, a.Name, a.Value, "string"))]),
            ["available_quantity"] = Stock(v.Stock, own),
            ["sold_quantity"] = v.Sold,
            ["sale_terms"] = new JsonArray(),
            ["picture_ids"] = new JsonArray(),
            ["seller_custom_field"] = null,
            ["catalog_product_id"] = null,
            ["inventory_id"] = null,
            ["user_product_id"] = null,
        };
        if (allAttributes) body["attributes"] = v.Sku is null ? new JsonArray() : new JsonArray(Value("SELLER_SKU", "SKU", v.Sku, "string"));
        return body;
    }

    private static JsonObject Value(string id, string name, string value, string type)
    {
        JsonObject? structure = null;
        var space = value.IndexOf(' ', StringComparison.Ordinal);
        if (type == "number_unit" && space > 0 && int.TryParse(value[..space], CultureInfo.InvariantCulture, out var number))
        {
            structure = new() { ["number"] = number, ["unit"] = value[(space + 1)..] };
        }

        return new()
        {
            ["id"] = id,
            ["name"] = name,
            ["value_id"] = null,
            ["value_name"] = value,
            ["value_struct"] = structure?.DeepClone(),
            ["values"] = new JsonArray(new JsonObject { ["id"] = null, ["name"] = value, ["struct"] = structure }),
            ["value_type"] = type,
        };
    }

    private static string Permalink(WorldItem item)
    {
        var slug = new StringBuilder();
        foreach (var c in item.Title.Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(c)) slug.Append(c);
            else if (c is ' ' or '-' && slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }

        var host = item.SiteId == "MLB" ? "produto" : "articulo";
        return $"https://{host}.{Sites.Domain(item.SiteId)}/{item.Id[..3]}-{item.Id[3..]}-{slug.ToString().Trim('-')}-_JM";
    }
}
