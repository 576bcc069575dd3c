using YamlDotNet.RepresentationModel;

namespace MeliBot.Simulator;

internal static class ScenarioItems
{
    public static ScenarioItem Read(YamlNode node, List<string> errors)
    {
        var map = YamlMap.Read(
            node, "an item", errors, "key", "account", "id", "title", "price", "regular price", "stock", "sold", "condition", "description", "warranty", "shipping", "attributes", "variations");
        return new(map.Text("key"), map.Text("account"), new()
        {
            SellerId = 0,
            Id = map.Optional("id"),
            Title = map.Text("title"),
            Price = map.Decimal("price", 1000),
            RegularPrice = map.Has("regular price") ? map.Decimal("regular price", 0) : null,
            Stock = map.Int("stock", 10),
            Sold = map.Int("sold", 0),
            Condition = map.Optional("condition") ?? "new",
            Description = map.Optional("description") ?? "",
            Warranty = map.Has("warranty") ? Warranty(map.Node("warranty")!, errors) : null,
            Shipping = map.Has("shipping") ? Shipping(map.Node("shipping")!, errors) : null,
            Attributes = [.. map.Pairs("attributes").Select(p => Attribute(p.Key, p.Value))],
            Variations = [.. map.List("variations").Select(n => Variation(n, errors))],
        });
    }

    private static WorldWarranty Warranty(YamlNode node, List<string> errors)
    {
        var map = YamlMap.Read(node, "a warranty", errors, "type", "time");
        return new(map.Text("type"), map.Optional("time"));
    }

    private static WorldShipping Shipping(YamlNode node, List<string> errors)
    {
        var map = YamlMap.Read(node, "shipping", errors, "mode", "logistic", "free", "pick up", "options");
        return new()
        {
            Mode = map.Optional("mode") ?? "me2",
            LogisticType = map.Optional("logistic") ?? "cross_docking",
            Free = map.Bool("free"),
            LocalPickUp = map.Bool("pick up"),
            Options = [.. map.List("options").Select(n => Option(n, errors))],
        };
    }

    private static WorldShippingOption Option(YamlNode node, List<string> errors)
    {
        var map = YamlMap.Read(node, "a shipping option", errors, "name", "cost", "days");
        return new(map.Text("name"), map.Decimal("cost", 0), map.Int("days", 3));
    }

    private static WorldVariation Variation(YamlNode node, List<string> errors)
    {
        var map = YamlMap.Read(node, "a variation", errors, "stock", "price", "sku", "attributes");
        return new()
        {
            Stock = map.Int("stock", 0),
            Price = map.Has("price") ? map.Decimal("price", 0) : null,
            Sku = map.Optional("sku"),
            Combination = [.. map.Pairs("attributes").Select(p => Attribute(p.Key, p.Value))],
        };
    }

    /// <summary>The file says the name in the site's language; the id is the platform's.</summary>
    private static WorldAttribute Attribute(string name, string value) => new(
        name switch
        {
            "Color" or "Cor" => "COLOR",
            "Talle" or "Talla" or "Tamanho" => "SIZE",
            "Voltaje" or "Voltagem" => "VOLTAGE",
            "Marca" => "BRAND",
            "Modelo" => "MODEL",
            "Material" => "MATERIAL",
            "Capacidad" or "Capacidade" => "CAPACITY",
            "Potencia" or "Potência" => "POWER",
            _ => name.Normalize(System.Text.NormalizationForm.FormD).ToUpperInvariant().Where(char.IsAsciiLetterOrDigit).Aggregate("", (a, c) => a + c),
        },
        name,
        value);
}
