using System.Security.Cryptography;
using System.Text;

namespace MeliBot.Dialogs.Understanding;

/// <param name="Language">For example <c>es</c> or <c>pt-BR</c>; empty for all.</param>
/// <param name="Regex">Over folded text: no case, no accents, abbreviations written out, single spaces, no marks.</param>
public sealed record IntentPattern(string Intent, string Language, string Regex);

/// <summary>Everything that understanding is learnt from.</summary>
/// <param name="ContentHash">Of all that went in, hexadecimal; equal sets have equal hashes.</param>
public sealed record TrainingSet(
    IReadOnlyList<string> Intents,
    IReadOnlyList<IntentExample> Examples,
    IReadOnlyList<NegativeExample> Negatives,
    IReadOnlyList<IntentPattern> Patterns,
    string ContentHash)
{
    public static TrainingSet Of(IEnumerable<IntentExample> examples, IEnumerable<NegativeExample>? negatives = null, IEnumerable<IntentPattern>? patterns = null)
    {
        var all = examples.ToArray();
        var no = negatives?.ToArray() ?? [];
        var regexes = patterns?.ToArray() ?? [];
        var intents = all.SelectMany(e => e.Intents).Where(i => i != IntentExample.NoIntent).Concat(regexes.Select(p => p.Intent)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        var text = new StringBuilder();
        foreach (var e in all) text.Append(e.Text).Append('\t').Append(e.Locale).Append('\t').AppendJoin(',', e.Intents).Append('\n');
        foreach (var n in no) text.Append("-\t").Append(n.Text).Append('\t').Append(n.Intent).Append('\n');
        foreach (var p in regexes) text.Append("~\t").Append(p.Regex).Append('\t').Append(p.Language).Append('\t').Append(p.Intent).Append('\n');
        return new TrainingSet(intents, all, no, regexes, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()))));
    }
}
