namespace MeliBot.Dialogs.Understanding;

/// <summary>Joins questions the way buyers do, so that the combination learns from more questions with several intents than were written.</summary>
internal static class Concatenation
{
    private static readonly string[] Spanish = ["? ", " y ", ", ", " ", ". ", "? y ", ", y ", " ademas ", "? Otra consulta, ", "? y tambien "];
    private static readonly string[] Portuguese = ["? ", " e ", ", ", " ", ". ", "? e ", ", e ", " e tambem ", "? Outra coisa, ", "? e "];

    /// <summary>Texts of two or three examples each, joined; the intents are those of its parts.</summary>
    public static IEnumerable<(string Text, ulong Labels)> Make(IReadOnlyList<(IntentExample Example, ulong Labels)> examples, int count, ulong alone, Random random)
    {
        var byLanguage = examples.Where(e => e.Labels != 0 && (e.Labels & alone) == 0 && e.Example.Text.Length < 90).GroupBy(e => e.Example.Locale, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => g.ToArray()).Where(g => g.Length > 3).ToArray();
        var total = byLanguage.Sum(g => g.Length);
        if (total == 0) yield break;
        for (var i = 0; i < count; i++)
        {
            var at = random.Next(total);
            var group = byLanguage[0];
            foreach (var candidate in byLanguage)
            {
                group = candidate;
                if (at < candidate.Length) break;
                at -= candidate.Length;
            }

            var joints = group[0].Example.Locale.StartsWith("pt", StringComparison.OrdinalIgnoreCase) ? Portuguese : Spanish;
            var parts = random.Next(10) < 6 ? 2 : 3;
            var (text, labels) = ("", 0UL);
            for (var k = 0; k < parts; k++)
            {
                var (example, more) = group[random.Next(group.Length)];
                text = k == 0 ? example.Text : text.TrimEnd('?', '.', ' ', '!') + joints[random.Next(joints.Length)] + example.Text.TrimStart('¿');
                labels |= more;
            }

            yield return (text, labels);
        }
    }
}
