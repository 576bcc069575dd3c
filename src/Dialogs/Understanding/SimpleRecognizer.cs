using System.Globalization;
using System.Text.RegularExpressions;

namespace MeliBot.Dialogs.Understanding;

/// <summary>
/// Reads a question by rules. It prefers saying <see cref="Intents.Other"/> to a guess: whatever words the rules don't account for lower the score,
/// and a sentence that none of them touches is something else.
/// </summary>
public sealed class SimpleRecognizer
{
    private static readonly HashSet<string> Elliptic = new(Words.Courtesy) { "y", "e", "o", "ou", "en", "em", "no", "na", "el", "la", "a", "de", "do", "da", "del", "color", "cor", "talle", "talla", "tamanho", "numero", "para", "quiero", "quero", "queria", "seria", "lo", "los", "las" };
    private static readonly Regex FollowUpStart = Build("^ (?:y|e|ou|o) ");
    private static readonly Regex Quantity = Build(" (?:(?<n>\\d{1,4}) (?:unidades?|u|piezas|pzas|pecas|iguales|iguais)|(?:tenes|tienes|tienen|tem|hay|quedan|necesito|preciso|quiero|quero) (?<n>\\d{1,4}) (?:[|,]|unidades|ainda|disponib\\w+|para|en stock))");

    private readonly IReadOnlyList<Rule> _rules = RuleFile.Presale;

    public Understood Understand(string text, ListingHints? hints = null)
    {
        hints ??= ListingHints.None;
        var folded = FoldedText.Read(text);
        if (!folded.Tokens.Any(t => t.IsWord)) return new Understood([new(Intents.Other, 0, new TextSpan(0, text.Length), [])], false);

        var options = OptionFinder.FindAll(folded, hints);
        var found = Match(folded, out var taken);
        Settle(folded, found, options);

        var title = hints.Title is null ? [] : Fold.Phrase(hints.Title).Split(' ').ToHashSet(StringComparer.Ordinal);
        var unread = Unread(folded, taken, options, title);
        if (found.Count == 0 && unread.Count == 0 && folded.Tokens.Any(t => Words.Courtesy.Contains(t.Folded)) && !text.Contains('?', StringComparison.Ordinal))
            return new Understood([new(Intents.Thanks, 1, new TextSpan(0, text.Length), [])], false);

        var words = folded.Tokens.Count(t => t.IsWord);
        var score = Math.Round(1 - ((double)unread.Count / words), 2);
        var quantity = Quantity.Match(folded.Plain) is { Success: true } m ? int.Parse(m.Groups["n"].ValueSpan, CultureInfo.InvariantCulture) : (int?)null;
        var intents = found
            .OrderBy(f => f.Start)
            .GroupBy(f => f.Intent)
            .Select(same => (First: same.First(), Terms: same.Any(f => f.Strength == RuleStrength.Terms)))
            .Select(f => new RecognisedIntent(f.First.Intent, score, folded.SpanOf(f.First.Start, f.First.Length), options, quantity, f.Terms))
            .ToList();
        if (intents.Count == 0 || unread.Count > 2 || score < 0.7)
            intents.Add(new RecognisedIntent(Intents.Other, Math.Round(1 - score, 2), unread.Count == 0 ? new TextSpan(0, text.Length) : unread[0].Span, []));

        return new Understood(intents, FollowUpStart.IsMatch(folded.Plain) || found is [{ Intent: Intents.Variant, Elliptic: true }]);
    }

    private List<Found> Match(FoldedText text, out bool[] taken)
    {
        var plain = text.Plain.ToCharArray();
        var found = new List<Found>();
        foreach (var rule in _rules)
        {
            while (rule.FirstIn(new string(plain)) is { } match)
            {
                found.Add(new Found(rule.Intent, rule.Strength, match.Start, match.Length));
                Array.Fill(plain, '#', match.Start, match.Length);
            }
        }

        taken = [.. text.Tokens.Select(t => plain[t.PlainStart] == '#')];
        return found;
    }

    /// <summary>What the finds say together: weak ones give way, a named option makes "do you have" a question about that variant.</summary>
    private static void Settle(FoldedText text, List<Found> found, IReadOnlyList<NamedOption> options)
    {
        if (options.Count > 0) NameVariant(text, found, options);
        found.RemoveAll(weak => weak.Strength == RuleStrength.Weak && found.Exists(f => f != weak && f.Strength != RuleStrength.Weak && SameSentence(text, f.Start, weak.Start)));

        // "¿Mandan a Salta? ¿Cuánto sale?" asks for the freight, and so does "o frete sai quanto".
        found.RemoveAll(f => f.Intent == Intents.Price && found.Exists(cost => cost.Intent == Intents.ShippingCost && SameSentence(text, cost.Start, f.Start)));
        var area = found.FindIndex(f => f.Intent == Intents.ShippingArea);
        var price = found.FindIndex(f => f is { Intent: Intents.Price, Strength: RuleStrength.Plain } && area >= 0 && f.Start > found[area].Start);
        if (price >= 0) found[price] = found[price] with { Intent = Intents.ShippingCost };
    }

    private static void NameVariant(FoldedText text, List<Found> found, IReadOnlyList<NamedOption> options)
    {
        var at = text.Tokens.First(t => t.IsWord && t.Span.Start >= options[0].Span.Start).PlainStart;
        var index = found.FindIndex(f => f.Intent == Intents.Availability && SameSentence(text, f.Start, at)
            && !found.Exists(between => between != f && between.Start > Math.Min(f.Start, at) && between.Start < Math.Max(f.Start, at)));
        if (index >= 0)
            found[index] = found[index] with { Intent = Intents.Variant, Strength = RuleStrength.Plain };
        else if (IsElliptic(text, at, options))
            found.Add(new Found(Intents.Variant, RuleStrength.Plain, at, options[0].Folded.Length, Elliptic: true));
    }

    private static bool SameSentence(FoldedText text, int a, int b) => text.Plain.IndexOf('|', Math.Min(a, b), Math.Abs(a - b)) < 0;

    /// <summary>"¿Y en azul?": the sentence holds the option and next to nothing else.</summary>
    private static bool IsElliptic(FoldedText text, int at, IReadOnlyList<NamedOption> options) =>
        text.Tokens.Where(t => t.IsWord && SameSentence(text, t.PlainStart, at))
            .All(t => Elliptic.Contains(t.Folded) || IsOption(t, options));

    private static List<Token> Unread(FoldedText text, bool[] taken, IReadOnlyList<NamedOption> options, HashSet<string> title) =>
    [
        .. text.Tokens.Where((t, i) => t.IsWord && !taken[i] && !Words.Empty.Contains(t.Folded) && !title.Contains(t.Folded)
            && !IsOption(t, options)
            && t.Folded is not ("color" or "existe" or "colores" or "cor" or "cores" or "talle" or "talla" or "tamanho" or "numero")),
    ];

    private static bool IsOption(Token token, IReadOnlyList<NamedOption> options) => options.Any(o => token.Span.Start >= o.Span.Start && token.Span.Start < o.Span.Start + o.Span.Length);

    private static Regex Build(string pattern) => new(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    private sealed record Found(string Intent, RuleStrength Strength, int Start, int Length, bool Elliptic = false);
}
