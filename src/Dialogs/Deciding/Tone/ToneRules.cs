using System.Text.RegularExpressions;

namespace MeliBot.Dialogs.Deciding;

/// <summary>The sections of tone.rules, an expression for each line: one for all would be larger than the linear matcher takes.</summary>
internal sealed record ToneRules(IReadOnlyList<Regex> Innocent, IReadOnlyList<Regex> Angry, IReadOnlyList<Regex> Statement, IReadOnlyList<Regex> Hint)
{
    public static ToneRules Parse(string text)
    {
        var lets = new List<(string Name, string Value)>();
        var sections = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        List<string>? section = null;
        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#'))
        {
            if (line.StartsWith("let ", StringComparison.Ordinal) && line.IndexOf('=', StringComparison.Ordinal) is > 0 and var at) lets.Add(("{" + line[4..at].Trim() + "}", line[(at + 1)..].Trim()));
            else if (line[0] == '[') sections[line.Trim('[', ']')] = section = [];
            else section!.Add(lets.Aggregate(line, (rule, let) => rule.Replace(let.Name, let.Value, StringComparison.Ordinal)));
        }

        return new ToneRules(Compile(sections["innocent"]), Compile(sections["angry"]), Compile(sections["statement"]), Compile(sections["hint"]));
    }

    private static List<Regex> Compile(List<string> rules) =>
        rules.ConvertAll(rule => new Regex($@"\b(?:{rule})\b", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture));
}
