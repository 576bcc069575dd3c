using MeliBot.Dialogs.Facts;
using MeliBot.Dialogs.Understanding;

namespace MeliBot.Dialogs.Replies;

/// <param name="Said">The attributes that were asked for, as a sentence names them: <c>negro talle 38</c>.</param>
internal sealed record OptionHit(Variation Variation, string Said);

/// <summary>Which of a listing's variations a buyer's words name: "negra" is Negro, "220" is 220V, "azul" is Azul marino and Azul claro.</summary>
internal static class OptionMatch
{
    /// <summary>Variations that have every option asked for.</summary>
    public static IReadOnlyList<OptionHit> Find(IReadOnlyList<Variation> variations, IReadOnlyList<NamedOption> options)
    {
        var hits = new List<OptionHit>();
        foreach (var variation in variations)
        {
            var named = options.Select(o => variation.Attributes.FirstOrDefault(a => Fits(a, o, variations))).ToArray();
            if (named.All(a => a is not null)) hits.Add(new OptionHit(variation, string.Join(" ", variation.Attributes.Where(a => named.Contains(a)).Select(Say))));
        }

        return hits;
    }

    /// <summary>Whether the listing varies by all that the buyer named, so that "not among them" means "no".</summary>
    public static bool Varies(IReadOnlyList<Variation> variations, IReadOnlyList<NamedOption> options) =>
        options.All(o => variations.SelectMany(v => v.Attributes).Any(a => OptionKinds.Of(a.Name) == o.Kind));

    public static string Say(VariationAttribute attribute) =>
        OptionKinds.Of(attribute.Name) == OptionKinds.Color ? Lower(attribute.Value) : $"{Lower(attribute.Name)} {attribute.Value}";

    /// <summary>What was asked for, in the buyer's words with the listing's names.</summary>
    public static string Say(IReadOnlyList<Variation> variations, IReadOnlyList<NamedOption> options) => string.Join(" ", options.Select(o =>
        o.Kind == OptionKinds.Size && variations.SelectMany(v => v.Attributes).FirstOrDefault(a => OptionKinds.Of(a.Name) == o.Kind) is { } attribute ? $"{Lower(attribute.Name)} {o.Text}" : o.Text));

    private static bool Fits(VariationAttribute attribute, NamedOption option, IReadOnlyList<Variation> variations)
    {
        var wanted = Stem(option.Folded);
        if (Stem(Fold.Phrase(attribute.Value)) == wanted) return true;
        // A part of a value counts only where no value is exactly that.
        return wanted.Length >= 3
            && Fold.Phrase(attribute.Value).Split(' ').Any(word => Stem(word) == wanted)
            && !variations.SelectMany(v => v.Attributes).Any(a => Stem(Fold.Phrase(a.Value)) == wanted);
    }

    private static string Lower(string text) => text.Length > 1 && char.IsLower(text[1]) ? char.ToLowerInvariant(text[0]) + text[1..] : text;

    private static string Stem(string folded)
    {
        var text = folded.Replace(" ", "", StringComparison.Ordinal).Replace(',', '.');
        if (text.Length > 2 && char.IsAsciiDigit(text[0])) return text.TrimEnd('s').Replace("volts", "v", StringComparison.Ordinal).Replace("volt", "v", StringComparison.Ordinal).TrimEnd('v');
        return text.Length > 3 ? text.TrimEnd('s').TrimEnd('a', 'o') : text;
    }
}
