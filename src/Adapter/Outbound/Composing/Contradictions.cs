using System.Globalization;
using MeliBot.Delivery.Reasons;
using MeliBot.Patterns;

namespace MeliBot.Adapter.Outbound.Composing;

/// <summary>
/// Cores of one intent that can't both be true. Two cores are about the same question when neither or only one says where it was asked, or when those places
/// overlap; asked in two places ("¿en azul? ¿y en rojo?") they may well differ. They contradict when
/// a fact of the same name has two known values (a fact of the item as a whole, <c>item.*</c>, wherever it was asked),
/// when one affirms and the other denies, or when a sentence of theirs differs in nothing but its numbers. Whatever their intents, two that make different
/// <see cref="Claim"/>s about the same thing contradict as well.
/// </summary>
internal static class Contradictions
{
    /// <summary>More cores of one intent than anybody asks for; bounds the pairs.</summary>
    private const int Most = 40;

    private const int MostSentences = 200;

    private static readonly LinearPattern Neutral = new("^(no hay problema|no te preocupes|sem problemas?|nao se preocupe|ningun problema|no dudes|no hace falta)");

    private static readonly LinearPattern Denial = new(
        "^((lamentablemente|infelizmente|lo sentimos|desculpe|disculpa|por (el|o) momento|de momento|por ahora|por enquanto|no momento|hoy|hoje|ya|ja|perdon) )*"
        + "(no|nao|sin (stock|existencias|disponibilidad)|sem (estoque|disponibilidade)|agotad[oa]s?|esgotad[oa]s?|indisponivel|tampoco|nunca)( |$)");

    private static readonly LinearPattern Affirmation = new(
        "^((por (el|o) momento|hoy|hoje|en este momento) )*"
        + "(si|sim|claro|por supuesto|com certeza|exacto|correcto|correto|afirmativo|tenemos|temos|hay|contamos con|disponibles?|disponive(l|is)|esta disponible|esta disponivel|incluye|inclui)( |$)");

    private static readonly LinearPattern Numbers = new("[0-9]+([.,/:][0-9]+)*");

    /// <param name="cores">The fragments, each with the keys of its sentences.</param>
    public static IEnumerable<Reason> Find(IReadOnlyList<(Fragment Fragment, IReadOnlyList<string> Keys)> cores)
    {
        if (cores.Count < 2) return [];
        var byIntent = cores.Any(core => core.Fragment.Intent is not null) ? ByIntent([.. cores.Select(core => core.Fragment)]).ToList() : [];
        return byIntent.Count > 0 ? byIntent : ByWords(cores);
    }

    private static IEnumerable<Reason> ByWords(IReadOnlyList<(Fragment Fragment, IReadOnlyList<string> Keys)> cores)
    {
        var claimed = new Dictionary<string, (int Core, string Value, string Sentence)>(StringComparer.Ordinal);
        var read = 0;
        for (var i = 0; i < cores.Count; i++)
        {
            foreach (var key in cores[i].Keys)
            {
                if (++read > MostSentences) yield break;
                if (!Claim.TryRead(key, out var claim)) continue;
                if (!claimed.TryGetValue(claim.About, out var other)) claimed.Add(claim.About, (i, claim.Value, key));
                else if (other.Core != i && Clash(claim.Value, other.Value) && !AgreeOnFacts(cores[i].Fragment, cores[other.Core].Fragment)) yield return ComposeReasons.SentencesClash.With(other.Sentence, key);
            }
        }
    }

    /// <summary>A warranty without its length agrees with any length.</summary>
    private static bool Clash(string one, string other) =>
        !string.Equals(one, other, StringComparison.Ordinal) && !(one == "yes" && char.IsAsciiDigit(other[0])) && !(other == "yes" && char.IsAsciiDigit(one[0]));

    /// <summary>One fact told twice in different words ("1.500", "1500") is no contradiction.</summary>
    private static bool AgreeOnFacts(Fragment one, Fragment other) =>
        one.Facts?.Any(fact => fact.Value is not null && other.Facts?.Any(o => o.Value is not null && string.Equals(o.Name, fact.Name, StringComparison.OrdinalIgnoreCase) && SameValue(o.Value, fact.Value)) == true) == true;

    private static IEnumerable<Reason> ByIntent(IReadOnlyList<Fragment> cores)
    {
        foreach (var group in cores.Where(core => core.Intent is not null).GroupBy(core => core.Intent, StringComparer.OrdinalIgnoreCase))
        {
            var same = group.Take(Most).ToList();
            for (var i = 0; i < same.Count; i++)
            {
                for (var j = i + 1; j < same.Count; j++)
                {
                    if (Between(same[i], same[j]) is { } reason) yield return reason;
                }
            }
        }
    }

    private static Reason? Between(Fragment one, Fragment other)
    {
        var sameQuestion = one.Span is not { } a || other.Span is not { } b || a.Overlaps(b);
        var agree = false;
        foreach (var fact in one.Facts ?? [])
        {
            agree |= fact.Value is not null && other.Facts?.Any(o => o.Value is not null && string.Equals(o.Name, fact.Name, StringComparison.OrdinalIgnoreCase) && SameValue(o.Value, fact.Value)) == true;
            if (fact.Value is null || !(sameQuestion || fact.Name.StartsWith("item.", StringComparison.OrdinalIgnoreCase))) continue;
            var clash = other.Facts?.FirstOrDefault(o => o.Value is not null && string.Equals(o.Name, fact.Name, StringComparison.OrdinalIgnoreCase) && !SameValue(o.Value, fact.Value));
            if (clash is not null) return ComposeReasons.FactsClash.With(one.Intent ?? "", fact.Name, fact.Value, clash.Value ?? "");
        }

        // One fact told twice in different words ("100", "100.0", "cien") is no contradiction.
        if (!sameQuestion || agree) return null;
        var first = Keys(one.Text);
        var second = Keys(other.Text);
        if (first.Count == 0 || second.Count == 0) return null;
        if (Polarity(first[0]) * Polarity(second[0]) < 0) return ComposeReasons.YesAndNo.With(one.Intent ?? "");

        var masked = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var key in first) masked.TryAdd(Numbers.Replace(key, "#"), key);
        foreach (var key in second)
        {
            if (masked.TryGetValue(Numbers.Replace(key, "#"), out var match) && !string.Equals(match, key, StringComparison.Ordinal))
                return ComposeReasons.NumbersClash.With(one.Intent ?? "");
        }

        return null;
    }

    private static List<string> Keys(string text)
    {
        var line = PlainText.Flatten(text.Length > 10_000 ? text[..10_000] : text);
        return [.. Sentences.Split(line).Select(sentence => SentenceKey.Of(line.AsSpan(sentence))).Where(key => !Phrases.IsGreeting(key))];
    }

    private static int Polarity(string key) => Neutral.IsMatch(key) ? 0 : Denial.IsMatch(key) ? -1 : Affirmation.IsMatch(key) ? 1 : 0;

    private static bool SameValue(string one, string other) =>
        string.Equals(one.Trim(), other.Trim(), StringComparison.OrdinalIgnoreCase)
        || (decimal.TryParse(one, NumberStyles.Number, CultureInfo.InvariantCulture, out var a)
            && decimal.TryParse(other, NumberStyles.Number, CultureInfo.InvariantCulture, out var b) && a == b);
}
