using System.Text.RegularExpressions;

namespace MeliBot.Dialogs.Understanding;

/// <summary>Finds the colours, sizes, voltages and measures that a question names.</summary>
internal static class OptionFinder
{
    private const string Colours =
        "negr[oa]s?|blanc[oa]s?|roj[oa]s?|azul(?:es)?|verdes?|amarill[oa]s?|gris(?:es)?|celestes?|violetas?|rosas?|rosad[oa]s?|marron(?:es)?|naranjas?|beige|bordo|fucsia|lila|lilas|turquesa|crema|dorad[oa]s?|platead[oa]s?|cafe|morad[oa]s?|nude|"
        + "pret[oa]s?|branc[oa]s?|vermelh[oa]s?|azuis|amarel[oa]s?|cinzas?|rox[oa]s?|marrom|laranja|bege|dourad[oa]s?|prat[ae]\\w*|vinho|grafite";

    private const string Sizes = "(?:xxxs|xxs|xs|xxxl|xxl|xl|pp|p|m|l|s|g|gg|xg|xgg|eg|unico|\\d{1,3}(?:[.,]5)?)";

    private static readonly (string Kind, Regex Pattern)[] Known =
    [
        (OptionKinds.Size, Build($"(?:talles?|tallas?|tamanhos?|tam|numero|num|nro|numeracao) (?<value>{Sizes})")),
        (OptionKinds.Color, Build($"(?<value>(?:{Colours})(?: (?:claro|oscuro|escuro|marino|marinho|agua|militar|musgo|bebe))?)")),
        (OptionKinds.Color, Build("(?:color|cor) (?<value>\\w{3,})")),
        (OptionKinds.Voltage, Build("(?<value>(?:110|115|120|127|220|230|240)(?: ?v| ?volts?| voltios)?)")),
        (OptionKinds.Measure, Build("(?<value>\\d+(?:[.,]\\d+)? ?(?:gb|tb|ml|lts?|litros|kg|gr|gramos|pulgadas|polegadas|cm|mm|mts?|metros|plazas?|w))")),
        (OptionKinds.Size, Build("(?:en|em|la|el|o|a|tem|tenes|tienes|tienen|hay|no) (?<value>xxs|xs|xxxl|xxl|xl|pp|gg|xg|m|l|s|g|p) ")),
    ];

    // Before these a bare "38" or "M" of the listing is that size, and no number of something else.
    private static readonly HashSet<string> Introducing = new(StringComparer.Ordinal) { "en", "em", "no", "na", "la", "el", "o", "a", "de", "del", "talle", "talla", "tamanho", "numero" };

    /// <summary>In the order said.</summary>
    public static IReadOnlyList<NamedOption> FindAll(FoldedText text, ListingHints hints)
    {
        var found = new List<NamedOption>();
        var plain = text.Plain.ToCharArray();
        var offered = hints.Options.Select(o => (Value: Fold.Phrase(o.Value), Kind: OptionKinds.Of(o.Name))).Distinct().OrderByDescending(o => o.Value.Length).ToArray();

        // What the listing itself offers first: "azul marino" rather than "azul".
        foreach (var (value, kind) in offered.Where(o => o.Value.Length > 2))
        {
            if (new string(plain).IndexOf($" {value} ", StringComparison.Ordinal) is >= 0 and var at) Take(at + 1, value.Length, kind);
        }

        foreach (var (kind, pattern) in Known)
        {
            if (pattern.Match(new string(plain)).Groups["value"] is { Success: true } match) Take(match.Index, match.Length, kind);
        }

        for (var i = 1; i < text.Tokens.Count; i++)
        {
            var (token, before) = (text.Tokens[i], text.Tokens[i - 1]);
            if (plain[token.PlainStart] != '#' && (plain[before.PlainStart] == '#' || Introducing.Contains(before.Folded)) && offered.FirstOrDefault(o => o.Value == token.Folded) is { Value: not null } exact)
                Take(token.PlainStart, token.Folded.Length, exact.Kind);
        }

        return [.. found.OrderBy(o => o.Span.Start)];

        void Take(int start, int length, string kind)
        {
            var span = text.SpanOf(start, length);
            found.Add(new NamedOption(text.Original.Substring(span.Start, span.Length), text.Plain.Substring(start, length), kind, span));
            Array.Fill(plain, '#', start, length);
        }
    }

    private static Regex Build(string pattern) => new($" {pattern} ".Replace("  ", " ", StringComparison.Ordinal), RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
}
