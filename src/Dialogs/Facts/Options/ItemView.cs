using System.Runtime.CompilerServices;
using MeliBot.Dialogs.Templates;

namespace MeliBot.Dialogs.Facts;

/// <param name="Said">As a sentence names it: <c>negro</c>, <c>talle 38</c>.</param>
internal sealed record ItemOption(string Name, string Text, string Folded, string Stem, string Kind, string Said);

internal sealed record ItemChoice(Variation Variation, IReadOnlyList<ItemOption> Attributes)
{
    public string Name { get; } = string.Join(" ", Attributes.Select(a => a.Said));
}

/// <summary>A listing made ready for many questions, once.</summary>
internal sealed class ItemView
{
    private const int MostOptions = 12;

    private static readonly ConditionalWeakTable<ItemFacts, ItemView> Known = [];
    private static readonly ItemView None = new(null);

    private ItemView(ItemFacts? item)
    {
        Choices = [.. item?.Variations?.Value.Where(v => v.Attributes.Count > 0).Select(v => new ItemChoice(v, [.. v.Attributes.Select(OptionOf)])) ?? []];
        OptionValues = [.. Choices.SelectMany(c => c.Attributes).DistinctBy(a => (a.Kind, a.Folded)).OrderByDescending(a => a.Folded.Length).Select(a => (a.Folded.Split(' '), a)).Where(v => v.a.Folded.Length > 0)];
        InStock = [.. Choices.Where(c => c.Variation.Quantity > 0).Select(c => c.Name).Distinct(StringComparer.Ordinal).Take(MostOptions)];
        VariationRows = [.. Choices.Select(c => new FactRow(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["name"] = c.Name,
            ["available_quantity"] = c.Variation.Quantity is { } quantity ? (decimal)quantity : null,
            ["price"] = (c.Variation.Price ?? item?.Price?.Value)?.Amount,
            ["attributes"] = c.Attributes.DistinctBy(a => OptionText.Fold(a.Name)).ToDictionary(a => OptionText.Fold(a.Name).Replace(' ', '_'), a => (object?)a.Text, StringComparer.Ordinal),
        }))];
        Attributes = [.. item?.Attributes?.Value ?? []];
        ById = Attributes.Where(a => a.Id.Length > 0).DistinctBy(a => a.Id).ToDictionary(a => a.Id, StringComparer.OrdinalIgnoreCase);
        AttributeRows = [.. Attributes.Select(a => RowOf(a, item!))];
        Dimensions = DimensionsOf(ById);
    }

    public IReadOnlyList<ItemChoice> Choices { get; }

    /// <summary>Every value that can be chosen, in words, longest first: "azul marino" before "azul".</summary>
    public IReadOnlyList<(string[] Words, ItemOption Option)> OptionValues { get; }

    /// <summary>Names of the choices in stock.</summary>
    public IReadOnlyList<string> InStock { get; }

    public IReadOnlyList<FactRow> VariationRows { get; }

    public IReadOnlyList<ItemProperty> Attributes { get; }

    public IReadOnlyDictionary<string, ItemProperty> ById { get; }

    public IReadOnlyList<FactRow> AttributeRows { get; }

    /// <summary>Of the thing itself; null where the data sheet doesn't say.</summary>
    public string? Dimensions { get; }

    public static ItemView Of(ItemFacts? item) => item is null ? None : Known.GetValue(item, static i => new ItemView(i));

    public static FactRow RowOf(ItemProperty attribute, ItemFacts item) => new(
        new Dictionary<string, object?>(StringComparer.Ordinal) { ["name"] = attribute.Name, ["value"] = attribute.Value },
        new FactNote(attribute.Id.Length > 0 ? $"item.attributes.{attribute.Id}" : $"item.attributes.{attribute.Name}", attribute.Value, item.Attributes?.Source, item.Attributes?.At));

    private static ItemOption OptionOf(VariationAttribute attribute)
    {
        var folded = OptionText.Fold(attribute.Value);
        return new ItemOption(attribute.Name, attribute.Value, folded, OptionMatch.Stem(folded), OptionKinds.Of(attribute.Name), OptionMatch.Say(attribute));
    }

    private static string? DimensionsOf(IReadOnlyDictionary<string, ItemProperty> attributes)
    {
        string?[] sides = [First("HEIGHT"), First("WIDTH"), First("DEPTH", "LENGTH")];
        return sides.All(s => s is null) || sides.Count(s => s is not null) < 2 ? null : string.Join(" x ", sides.OfType<string>());

        string? First(params string[] ids) => ids.Select(attributes.GetValueOrDefault).FirstOrDefault(a => a is not null)?.Value;
    }
}
