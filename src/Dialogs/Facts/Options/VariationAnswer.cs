namespace MeliBot.Dialogs.Facts;

/// <summary>What the listing says of the choice that a buyer names.</summary>
/// <param name="State">in_stock, out_of_stock, not_offered; null when the listing doesn't say.</param>
/// <param name="Name">The listing's names of it; null where it has none.</param>
/// <param name="Others">Other choices that are in stock.</param>
internal sealed record VariationAnswer(string Asked, string? State, IReadOnlyList<string> Name, int? Quantity, decimal? Price, IReadOnlyList<string> Others)
{
    /// <summary>Null where nothing is named.</summary>
    public static VariationAnswer? Of(ItemFacts? facts, ItemView item, IReadOnlyList<NamedOption> options)
    {
        if (options.Count == 0) return null;
        var asked = OptionMatch.Say(item, options);
        if (facts?.Variations is null) return new VariationAnswer(asked, null, [], null, null, []);
        if (item.Choices.Count == 0) return OfSingle(facts, item, options, asked);

        var hits = OptionMatch.Find(item, options);
        var available = hits.Where(h => h.Variation.Quantity > 0).ToArray();
        if (available.Length > 0) return Answer("in_stock", available, []);
        if (hits.Any(h => h.Variation.Quantity is null)) return Answer(null, hits, []);
        var others = item.InStock;
        if (hits.Count > 0) return Answer("out_of_stock", hits, others);
        return new VariationAnswer(asked, OptionMatch.Varies(item, options) ? "not_offered" : null, [], null, null, others);

        VariationAnswer Answer(string? state, IReadOnlyList<OptionHit> some, IReadOnlyList<string> rest)
        {
            var prices = some.Select(h => (h.Variation.Price ?? facts.Price?.Value)?.Amount).Distinct().ToArray();
            int? quantity = some.Any(h => h.Variation.Quantity is null) ? null : some.Sum(h => h.Variation.Quantity!.Value);
            return new VariationAnswer(asked, state, [.. some.Select(h => h.Said).Distinct(StringComparer.Ordinal)], quantity, prices is [{ } price] ? price : null, rest);
        }
    }

    /// <summary>A listing without choices is of one colour, size and voltage, which its data sheet may tell.</summary>
    private static VariationAnswer OfSingle(ItemFacts facts, ItemView item, IReadOnlyList<NamedOption> options, string asked)
    {
        var own = options.Select(o => (Option: o, Property: item.Attributes.FirstOrDefault(a => IdOf(o.Kind) == a.Id))).ToArray();
        if (own.Any(o => o.Property is null)) return new VariationAnswer(asked, null, [], null, null, []);
        var names = own.Select(o => OptionText.Lower(o.Property!.Value)).ToArray();
        var fits = own.All(o => Has(o.Property!.Value, o.Option));
        if (!fits) return new VariationAnswer(asked, "not_offered", [], null, null, facts.AvailableQuantity?.Value > 0 ? names : []);
        var state = facts.AvailableQuantity?.Value switch { null => null, > 0 => "in_stock", _ => "out_of_stock" };
        return new VariationAnswer(asked, state, names, facts.AvailableQuantity?.Value, facts.Price?.Value.Amount, []);
    }

    private static string? IdOf(string kind) => kind switch
    {
        OptionKinds.Color => "COLOR",
        OptionKinds.Size => "SIZE",
        OptionKinds.Voltage => "VOLTAGE",
        _ => null,
    };

    private static bool Has(string value, NamedOption option)
    {
        var folded = OptionText.Fold(value);
        var wanted = OptionMatch.Stem(option.Folded);
        return OptionMatch.Stem(folded) == wanted || folded.Split(' ').Any(word => OptionMatch.Stem(word) == wanted)
            || (option.Kind == OptionKinds.Voltage && folded.Contains("bivolt", StringComparison.Ordinal));
    }
}
