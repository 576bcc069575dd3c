using MeliBot.Dialogs.Facts;
using MeliBot.Dialogs.Understanding;

namespace MeliBot.Dialogs.Replies;

/// <summary>Which of a listing's variations a buyer's word names: "negra" is Negro, "220" is 220V, "azul" is Azul marino and Azul claro.</summary>
internal static class OptionMatch
{
    public static IReadOnlyList<(Variation Variation, VariationAttribute Attribute)> Find(IReadOnlyList<Variation> variations, NamedOption option)
    {
        var all = variations.SelectMany(v => v.Attributes.Select(a => (Variation: v, Attribute: a))).ToArray();
        var wanted = Stem(option.Folded);
        var exact = all.Where(x => Stem(Fold.Phrase(x.Attribute.Value)) == wanted).ToArray();
        if (exact.Length > 0 || wanted.Length < 3) return exact;
        return [.. all.Where(x => Fold.Phrase(x.Attribute.Value).Split(' ').Any(word => Stem(word) == wanted))];
    }

    /// <summary>Whether the listing varies by what the buyer named, so that "not among them" means "no".</summary>
    public static bool Varies(IReadOnlyList<Variation> variations, NamedOption option) =>
        variations.SelectMany(v => v.Attributes).Any(a => Kind(a) == option.Kind);

    public static string Say(VariationAttribute attribute) =>
        Kind(attribute) == "color" ? Lower(attribute.Value) : $"{Lower(attribute.Name)} {attribute.Value}";

    private static string? Kind(VariationAttribute attribute)
    {
        var name = Fold.Phrase(attribute.Name);
        if (name.Contains("color", StringComparison.Ordinal) || name.StartsWith("cor", StringComparison.Ordinal)) return "color";
        if (name.Contains("tall", StringComparison.Ordinal) || name.Contains("tamanho", StringComparison.Ordinal) || name.Contains("size", StringComparison.Ordinal) || name.StartsWith("num", StringComparison.Ordinal)) return "size";
        return name.StartsWith("volt", StringComparison.Ordinal) ? "voltage" : null;
    }

    private static string Lower(string text) => text.Length > 1 && char.IsLower(text[1]) ? char.ToLowerInvariant(text[0]) + text[1..] : text;

    private static string Stem(string folded)
    {
        var text = folded.Replace(" ", "", StringComparison.Ordinal).Replace(',', '.');
        if (text.Length > 2 && char.IsAsciiDigit(text[0])) text = text.TrimEnd('s').Replace("volts", "v", StringComparison.Ordinal).Replace("volt", "v", StringComparison.Ordinal).TrimEnd('v');
        else if (text.Length > 3) text = text.TrimEnd('s').TrimEnd('a', 'o');
        return text;
    }
}
