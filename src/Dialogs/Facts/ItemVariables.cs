using MeliBot.Dialogs.Templates;

namespace MeliBot.Dialogs.Facts;

/// <summary>The variables under <c>item.</c>.</summary>
internal static class ItemVariables
{
    private const string AttributesPrefix = "attributes.";
    private const string TermsPrefix = "sale_terms.";

    public static FactValue Read(string name, TurnFacts turn, ItemView view)
    {
        if (turn.Item is not { } item) return default;
        return name switch
        {
            "id" => FactValue.Of(item.Id, "item", turn.Now),
            "title" => Of(item.Title),
            "price" => Amount(item.Price),
            "original_price" => Amount(item.OriginalPrice),
            "currency" => item.Price is { } price ? FactValue.Of(price.Value.Currency, price.Source, price.At) : default,
            "available_quantity" => Count(item.AvailableQuantity),
            "sold_quantity" => Count(item.SoldQuantity),
            "status" => Of(item.Status),
            "on_sale" => item.Status is { } status ? FactValue.Of(status.Value == "active", status.Source, status.At) with { Text = status.Value } : default,
            "condition" => Of(item.Condition),
            "category" => Of(item.Category),
            "permalink" => Of(item.Permalink),
            "description" => Of(turn.Description),
            "notes" => Of(turn.Notes),
            "variations" => List(item.Variations, view.VariationRows),
            "options" => List(item.Variations, view.InStock),
            "attributes" => List(item.Attributes, view.AttributeRows),
            "asked" => turn.Asked is { Count: > 0 } asked ? List(item.Attributes, asked) : default,
            "dimensions" => item.Attributes is { } sheet ? FactValue.Of(view.Dimensions, sheet.Source, sheet.At) : default,
            "weight" => Attribute("WEIGHT", item, view) is { IsKnown: true } weight ? weight : Attribute("NET_WEIGHT", item, view),
            _ when name.StartsWith("warranty", StringComparison.Ordinal) => Warranty(name, item.Warranty),
            _ when name.StartsWith("shipping", StringComparison.Ordinal) => Shipping(name, item.Shipping),
            _ when name.StartsWith("variation", StringComparison.Ordinal) => Variation(name, item, turn.Variation, turn.Now),
            _ when name.StartsWith(AttributesPrefix, StringComparison.Ordinal) => Attribute(name[AttributesPrefix.Length..], item, view),
            _ when name.StartsWith(TermsPrefix, StringComparison.Ordinal) => Term(name[TermsPrefix.Length..], item.SaleTerms),
            _ => default,
        };
    }

    private static FactValue Warranty(string name, Fact<Warranty>? fact) => fact is null ? default : name switch
    {
        "warranty" => new FactValue(FactValue.Group, fact.Source, fact.At),
        "warranty.exists" => FactValue.Of(fact.Value.Exists, fact.Source, fact.At) with { Text = fact.Value.Text },
        "warranty.text" => FactValue.Of(fact.Value.Text, fact.Source, fact.At),
        "warranty.type" => FactValue.Of(fact.Value.Type, fact.Source, fact.At),
        "warranty.time" => FactValue.Of(fact.Value.Time, fact.Source, fact.At),
        _ => default,
    };

    private static FactValue Shipping(string name, Fact<Shipping>? fact) => fact is null ? default : name switch
    {
        "shipping" => new FactValue(FactValue.Group, fact.Source, fact.At),
        "shipping.free" => FactValue.Of(fact.Value.Free, fact.Source, fact.At),
        "shipping.mode" => FactValue.Of(fact.Value.Mode, fact.Source, fact.At),
        "shipping.logistic_type" => FactValue.Of(fact.Value.LogisticType, fact.Source, fact.At),
        "shipping.local_pick_up" => FactValue.Of(fact.Value.LocalPickUp, fact.Source, fact.At),
        _ => default,
    };

    private static FactValue Variation(string name, ItemFacts item, VariationAnswer? answer, DateTimeOffset now)
    {
        if (answer is null) return default;
        if (name == "variation.asked") return FactValue.Of(answer.Asked, "question", now);
        if (item.Variations is not { } known) return name == "variation" ? FactValue.Of(FactValue.Group, "question", now) : default;
        return name switch
        {
            "variation" => new FactValue(FactValue.Group, known.Source, known.At),
            "variation.state" => FactValue.Of(answer.State, known.Source, known.At),
            "variation.name" => answer.Name.Count > 0 ? FactValue.Of(answer.Name, known.Source, known.At) : default,
            "variation.available_quantity" => FactValue.Of((decimal?)answer.Quantity, known.Source, known.At),
            "variation.price" => FactValue.Of(answer.Price, item.Price?.Source ?? known.Source, item.Price?.At ?? known.At),
            "variation.others" => answer.Others.Count > 0 ? FactValue.Of(answer.Others, known.Source, known.At) : default,
            _ => default,
        };
    }

    private static FactValue Attribute(string id, ItemFacts item, ItemView view) =>
        item.Attributes is { } sheet && view.ById.TryGetValue(id, out var attribute) ? FactValue.Of(attribute.Value, sheet.Source, sheet.At) : default;

    private static FactValue Term(string id, Fact<IReadOnlyList<ItemProperty>>? terms) =>
        terms?.Value.FirstOrDefault(t => t.Id == id) is { } term ? FactValue.Of(term.Value, terms.Source, terms.At) : default;

    private static FactValue Of(Fact<string>? fact) => fact is null ? default : FactValue.Of(fact.Value, fact.Source, fact.At);

    private static FactValue Count(Fact<int>? fact) => fact is null ? default : FactValue.Of((decimal)fact.Value, fact.Source, fact.At);

    private static FactValue Amount(Fact<Money>? fact) => fact is null ? default : FactValue.Of(fact.Value.Amount, fact.Source, fact.At) with { Text = fact.Value.ToString() };

    private static FactValue List<T>(Fact<T>? fact, object elements) => fact is null ? default : FactValue.Of(elements, fact.Source, fact.At);
}
