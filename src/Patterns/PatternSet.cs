using System.Text.RegularExpressions;

namespace MeliBot.Patterns;

/// <summary>Patterns that are looked for together, each for itself.</summary>
public sealed class PatternSet(params IEnumerable<string> patterns)
{
    private readonly LinearPattern[] _patterns = [.. patterns.Select(pattern => new LinearPattern(pattern))];

    /// <summary>Every match of every pattern, in the patterns' order: two patterns may match in one place.</summary>
    public IReadOnlyList<Match> Matches(string text)
    {
        List<Match>? found = null;
        foreach (var pattern in _patterns)
        {
            for (var match = pattern.Match(text); match.Success; match = match.NextMatch()) (found ??= []).Add(match);
        }

        return found ?? (IReadOnlyList<Match>)[];
    }

    /// <summary>The first pattern's first match; null when none matches.</summary>
    public Match? First(string text)
    {
        foreach (var pattern in _patterns)
        {
            if (pattern.Match(text) is { Success: true } match) return match;
        }

        return null;
    }
}
