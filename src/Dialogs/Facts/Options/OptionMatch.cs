namespace MeliBot.Dialogs.Facts;

/// <param name="Said">The attributes that were asked for, as a sentence names them: <c>negro talle 38</c>.</param>
internal sealed record OptionHit(Variation Variation, string Said);

/// <summary>Which of a listing's variations a buyer's words name: "negra" is Negro, "220" is 220V, "azul" is Azul marino and Azul claro.</summary>
internal static class OptionMatch
{
    /// <summary>Variations that have every option asked for.</summary>
    public static IReadOnlyList<OptionHit> Find(ItemView item, IReadOnlyList<NamedOption> options)
    {
        var hits = new List<OptionHit>();
        foreach (var choice in item.Choices)
        {
            var named = options.Select(o => choice.Attributes.FirstOrDefault(a => Fits(a, o, item))).ToArray();
            if (named.All(a => a is not null)) hits.Add(new OptionHit(choice.Variation, string.Join(" ", choice.Attributes.Where(a => named.Contains(a)).Select(a => a.Said))));
        }

        return hits;
    }

    /// <summary>Whether the listing varies by all that the buyer named, so that "not among them" means "no".</summary>
    public static bool Varies(ItemView item, IReadOnlyList<NamedOption> options) =>
        options.All(o => item.Choices.Any(c => c.Attributes.Any(a => a.Kind == o.Kind)));

    public static string Say(VariationAttribute attribute) =>
        OptionKinds.Of(attribute.Name) == OptionKinds.Color ? OptionText.Lower(attribute.Value) : $"{OptionText.Lower(attribute.Name)} {attribute.Value}";

    /// <summary>What was asked for, in the buyer's words with the listing's names.</summary>
    public static string Say(ItemView item, IReadOnlyList<NamedOption> options) => string.Join(" ", options.Select(o =>
        o.Kind == OptionKinds.Size && item.Choices.SelectMany(c => c.Attributes).FirstOrDefault(a => a.Kind == o.Kind) is { } attribute && !o.Folded.Contains(OptionText.Fold(attribute.Name), StringComparison.Ordinal)
            ? $"{OptionText.Lower(attribute.Name)} {o.Text}"
            : o.Text));

    private static bool Fits(ItemOption attribute, NamedOption option, ItemView item)
    {
        var wanted = Stem(option.Folded);
        if (attribute.Stem == wanted) return true;
        // A part of a value counts only where no value is exactly that.
        return wanted.Length >= 3
            && attribute.Folded.Split(' ').Any(word => Stem(word) == wanted)
            && !item.Choices.Any(c => c.Attributes.Any(a => a.Stem == wanted));
    }

    public static string Stem(string folded)
    {
        var text = folded.Replace(" ", "", StringComparison.Ordinal).Replace(',', '.');
        if (text.Length > 2 && char.IsAsciiDigit(text[0])) return text.TrimEnd('s').Replace("voltios", "v", StringComparison.Ordinal).Replace("volts", "v", StringComparison.Ordinal).Replace("volt", "v", StringComparison.Ordinal).TrimEnd('v');
        return text.Length > 3 ? text.TrimEnd('s').TrimEnd('a', 'o') : text;
    }
}
