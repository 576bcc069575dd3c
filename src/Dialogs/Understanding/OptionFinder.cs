using System.Text.RegularExpressions;

namespace MeliBot.Dialogs.Understanding;

/// <summary>Finds the colour, size, voltage or measure that a question names.</summary>
internal static class OptionFinder
{
    private const string Colours =
        "negr[oa]s?|blanc[oa]s?|roj[oa]s?|azul(?:es)?|verdes?|amarill[oa]s?|gris(?:es)?|celestes?|violetas?|rosas?|rosad[oa]s?|marron(?:es)?|naranjas?|beige|bordo|fucsia|lila|lilas|turquesa|crema|dorad[oa]s?|platead[oa]s?|cafe|morad[oa]s?|nude|"
        + "pret[oa]s?|branc[oa]s?|vermelh[oa]s?|azuis|amarel[oa]s?|cinzas?|rox[oa]s?|marrom|laranja|bege|dourad[oa]s?|prat[ae]\\w*|vinho|grafite";

    private const string Sizes = "(?:xxxs|xxs|xs|xxxl|xxl|xl|pp|p|m|l|s|g|gg|xg|xgg|eg|unico|\\d{1,3}(?:[.,]5)?)";

    private static readonly (string Kind, Regex Pattern)[] Known =
    [
        ("size", Build($"(?:talles?|tallas?|tamanhos?|tam|numero|num|nro|numeracao) (?<value>{Sizes})")),
        ("color", Build($"(?<value>(?:{Colours})(?: (?:claro|oscuro|escuro|marino|marinho|agua|militar|musgo|bebe))?)")),
        ("color", Build("(?:color|cor) (?<value>\\w{3,})")),
        ("voltage", Build("(?<value>(?:110|115|120|127|220|230|240)(?: ?v| ?volts?| voltios)?)")),
        ("measure", Build("(?<value>\\d+(?:[.,]\\d+)? ?(?:gb|tb|ml|lts?|litros|kg|gr|gramos|pulgadas|polegadas|cm|mm|mts?|metros|plazas?|w))")),
        ("size", Build("(?:en|em|la|el|o|a|tem|tenes|tienes|tienen|hay|no) (?<value>xxs|xs|xxxl|xxl|xl|pp|gg|xg|m|l|s|g|p) ")),
    ];

    public static NamedOption? Find(FoldedText text, ListingHints hints)
    {
        // What the listing itself offers first: "Azul marino" rather than "azul".
        var offered = hints.Options
            .Select(o => Fold.Phrase(o))
            .Where(o => o.Length > 2 && text.Plain.Contains($" {o} ", StringComparison.Ordinal))
            .MaxBy(o => o.Length);
        if (offered is not null) return At(text, text.Plain.IndexOf($" {offered} ", StringComparison.Ordinal) + 1, offered.Length, null);

        foreach (var (kind, pattern) in Known)
        {
            var match = pattern.Match(text.Plain);
            if (match.Success) return At(text, match.Groups["value"].Index, match.Groups["value"].Length, kind);
        }

        return null;
    }

    private static NamedOption At(FoldedText text, int start, int length, string? kind)
    {
        var span = text.SpanOf(start, length);
        return new NamedOption(text.Original.Substring(span.Start, span.Length), text.Plain.Substring(start, length), kind, span);
    }

    private static Regex Build(string pattern) => new($" {pattern} ".Replace("  ", " ", StringComparison.Ordinal), RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
}
