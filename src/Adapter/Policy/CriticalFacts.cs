using MeliBot.Adapter.Outbound.Composing;
using MeliBot.Adapter.Outbound.Guards;
using MeliBot.Delivery.Reasons;
using MeliBot.Patterns;

namespace MeliBot.Adapter.Policy;

/// <summary>
/// Finds what must never be guessed: voltage, health, safety, compatibility. A fragment is about one of them by its intent, by the names of its facts or by its words; it guesses unless
/// a fact with a source stands behind it, or it says that it isn't known.
/// </summary>
internal static class CriticalFacts
{
    private static readonly LinearPattern Unknown = new(
        @"\b(no (tenemos|contamos con|figura|sabemos|hay|disponemos|esta|podemos (confirmar|asegurar))|nao (temos|consta|sabemos|ha|podemos (confirmar|garantir)|dispomos))\b[^.!?]*(dato|dados?|informac|confirm|asegur|garant|ficha|publicacion|anuncio)"
        + @"|\b(no figura|no sabemos|nao consta|nao sabemos|no podemos (confirmar|asegurar)|nao podemos (confirmar|garantir)|consulta con|consulte)\b");

    private static readonly (string Name, LinearPattern Words, string[] Names)[] Topics =
    [
        ("voltage", new(@"\b([0-9]{2,3} ?(v|volts?|voltios)|bivolt|bi-volt|voltaje|voltagem|tension)\b"), ["volt", "tension"]),
        ("health", new(@"\b(celiac|sin tacc|gluten|alerg|diabet|embaraz|gravid|gestante|hipertens|medic(o|inal|amento)|cura|vegan|lactosa|lactose|ingredient)"), ["health", "salud", "saude", "allerg", "alerg", "ingredient", "gluten"]),
        ("safety", new(@"\b(inflamable|inflamavel|toxic|no es peligros|nao e perigos|ignifug|antichoque|homologad|certificad|apto para (ninos|bebes|menores)|seguro para|segura para|a prueba de|a prova de)"), ["safety", "seguridad", "seguranca", "certif", "homolog"]),
        ("compatibility", new(@"\b(compatib|le (queda|va|sirve|entra)|sirve (para|en)|serve (para|no|na|em)|encaja|encaixa|es para (el|la|tu)|funciona con)"), ["compat"]),
    ];

    private static readonly Dictionary<string, string> Intents = new(StringComparer.OrdinalIgnoreCase) { ["compatibility"] = "compatibility", ["voltage"] = "voltage", ["health"] = "health", ["safety"] = "safety" };

    /// <param name="critical">Intents that are critical whatever their words.</param>
    public static IEnumerable<Reason> Guessed(IReadOnlyList<Fragment> fragments, IReadOnlySet<string> guessSources, IReadOnlySet<string> critical)
    {
        foreach (var fragment in fragments.Where(fragment => fragment.Role is FragmentRole.Core or FragmentRole.Complement))
        {
            var facts = fragment.Facts ?? [];
            foreach (var guessed in facts.Where(fact => fact.Value is not null && Topic(fact.Name) is not null && IsGuess(fact, guessSources)))
                yield return string.IsNullOrWhiteSpace(guessed.Source)
                    ? PolicyReasons.SourcelessFact.With(guessed.Name, Topic(guessed.Name)!)
                    : PolicyReasons.GuessedFact.With(guessed.Name, Topic(guessed.Name)!, guessed.Source);

            var text = new GuardText(PlainText.Flatten(fragment.Text)).Text;
            if (facts.Any(fact => !IsGuess(fact, guessSources)) || Unknown.IsMatch(text)) continue;
            var topic = TopicOf(fragment.Intent, critical) ?? Topics.FirstOrDefault(topic => topic.Words.IsMatch(text)).Name;
            if (topic is not null && !facts.Any(fact => Topic(fact.Name) is not null)) yield return PolicyReasons.NoFact.With(topic);
        }
    }

    private static string? TopicOf(string? intent, IReadOnlySet<string> critical) =>
        intent is null ? null : Intents.TryGetValue(intent, out var topic) ? topic : critical.Contains(intent) ? $"'{intent}'" : null;

    /// <summary>A fact whose value is null says that the source doesn't know.</summary>
    private static bool IsGuess(FragmentFact fact, IReadOnlySet<string> guessSources) => string.IsNullOrWhiteSpace(fact.Source) ? fact.Value is not null : guessSources.Contains(fact.Source);

    private static string? Topic(string fact) => Topics.FirstOrDefault(topic => topic.Names.Any(name => fact.Contains(name, StringComparison.OrdinalIgnoreCase))).Name;
}
