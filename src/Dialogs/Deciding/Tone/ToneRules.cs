using MeliBot.Patterns;

namespace MeliBot.Dialogs.Deciding;

/// <summary>The sections of tone.rules, an expression for each line.</summary>
internal sealed record ToneRules(PatternSet Innocent, PatternSet Angry, PatternSet Statement, PatternSet Hint)
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

        return new ToneRules(Of("innocent"), Of("angry"), Of("statement"), Of("hint"));

        PatternSet Of(string name) => new(sections[name].Select(rule => $@"\b(?:{rule})\b"));
    }
}
