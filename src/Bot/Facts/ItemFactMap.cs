using MeliBot.Dialogs.Facts;
using MeliBot.MercadoLibre;

namespace MeliBot.Bot.Facts;

/// <summary>A listing's fields as facts. What the platform left out stays unknown.</summary>
internal static class ItemFactMap
{
    private const string Source = "item";

    // The platform's "doesn't apply".
    private const string NotApplicable = "-1";

    public static ItemFacts Of(Item item, SalePrice? sale, DateTimeOffset at)
    {
        return new ItemFacts
        {
            Id = item.Id ?? "",
            Title = Known(item.Title),
            Price = PriceOf(item, sale, at),
            OriginalPrice = OriginalPriceOf(item, sale, at),
            AvailableQuantity = Number(item.AvailableQuantity),
            SoldQuantity = Number(item.SoldQuantity),
            Variations = new Fact<IReadOnlyList<Variation>>([.. item.Variations.Select(v => VariationOf(v, item))], Source, at),
            Attributes = new Fact<IReadOnlyList<ItemProperty>>(Properties(item.Attributes), Source, at),
            SaleTerms = new Fact<IReadOnlyList<ItemProperty>>(Properties(item.SaleTerms), Source, at),
            Warranty = WarrantyOf(item) is { } warranty ? new Fact<Warranty>(warranty, Source, at) : null,
            Shipping = item.Shipping is { } shipping ? new Fact<Shipping>(new Shipping(shipping.FreeShipping, shipping.Mode.Value, shipping.LogisticType.Value, shipping.LocalPickUp), Source, at) : null,
            Condition = Known(item.Condition.Value),
            Status = Known(item.Status.Value),
            Category = Known(item.CategoryId),
            Permalink = Known(item.Permalink),
        };

        Fact<string>? Known(string? value) => string.IsNullOrWhiteSpace(value) ? null : new Fact<string>(value, Source, at);

        Fact<int>? Number(int? value) => value is { } number ? new Fact<int>(number, Source, at) : null;
    }

    private static Fact<Money>? PriceOf(Item item, SalePrice? sale, DateTimeOffset at)
    {
        if (sale is { Amount: { } amount, CurrencyId: { Length: > 0 } saleCurrency }) return new Fact<Money>(new Money(amount, saleCurrency), "sale_price", at);
        return item is { Price: { } price, CurrencyId: { Length: > 0 } currency } ? new Fact<Money>(new Money(price, currency), Source, at) : null;
    }

    private static Fact<Money>? OriginalPriceOf(Item item, SalePrice? sale, DateTimeOffset at)
    {
        if (sale is { Amount: { } amount, CurrencyId: { Length: > 0 } saleCurrency })
            return sale.RegularAmount is { } regular && regular > amount ? new Fact<Money>(new Money(regular, saleCurrency), "sale_price", at) : null;
        return item is { Price: { } price, OriginalPrice: { } original, CurrencyId: { Length: > 0 } currency } && original > price ? new Fact<Money>(new Money(original, currency), Source, at) : null;
    }

    private static ItemProperty[] Properties(IReadOnlyList<ItemAttribute> attributes) =>
        [.. attributes.Where(a => a is { Name.Length: > 0, ValueName.Length: > 0 } && a.ValueId != NotApplicable).Select(a => new ItemProperty(a.Id ?? "", a.Name!, a.ValueName!.Trim()))];

    private static Variation VariationOf(ItemVariation variation, Item item) => new(
        [.. variation.AttributeCombinations.Where(a => a is { Name.Length: > 0, ValueName.Length: > 0 }).Select(a => new VariationAttribute(a.Name!, a.ValueName!))],
        variation.AvailableQuantity,
        // Only one that differs says something that the sale price doesn't.
        variation.Price is { } price && price != item.Price && item.CurrencyId is { } currency ? new Money(price, currency) : null);

    private static Warranty? WarrantyOf(Item item)
    {
        var type = Term(ItemAttribute.WarrantyType);
        var length = Term(ItemAttribute.WarrantyTime);
        var text = (type, length) switch
        {
            (null, null) => item.Warranty,
            (null, _) => item.SiteId == "MLB" ? $"Garantia de {length}" : $"Garantía de {length}",
            (_, null) => type,
            _ => $"{type}: {length}",
        };
        if (string.IsNullOrWhiteSpace(text)) return null;
        var none = text.StartsWith("sin ", StringComparison.OrdinalIgnoreCase) || text.StartsWith("sem ", StringComparison.OrdinalIgnoreCase);
        return new Warranty(text.Trim(), !none, none ? null : type, none ? null : length);

        string? Term(string id) => item.SaleTerms.FirstOrDefault(t => t.Id == id && t.ValueId != NotApplicable)?.ValueName is { Length: > 0 } value ? value : null;
    }
}
