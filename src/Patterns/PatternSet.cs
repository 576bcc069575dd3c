using System.Text.RegularExpressions;

namespace MeliBot.Patterns;

/// <summary>Patterns that are looked for together, each for itself. A text is read once to tell which of them it could match.</summary>
public sealed class PatternSet
{
    private readonly LinearPattern[] _patterns;
    private readonly Lazy<WordIndex> _words;

    public PatternSet(params IEnumerable<string> patterns)
    {
        _patterns = [.. patterns.Select(pattern => new LinearPattern(pattern))];
        _words = new(() => new WordIndex([.. _patterns.Select(pattern => pattern.NeededWords)]));
    }

    /// <summary>Every match of every pattern, in the patterns' order: two patterns may match in one place.</summary>
    public IReadOnlyList<Match> Matches(string text)
    {
        List<Match>? found = null;
        var possible = _words.Value.Possible(text);
        for (var i = 0; i < _patterns.Length; i++)
        {
            if (!possible[i]) continue;
            var matches = _patterns[i].Matches(text);
            if (matches.Count > 0) (found ??= []).AddRange(matches);
        }

        return found ?? (IReadOnlyList<Match>)[];
    }

    /// <summary>The first pattern's first match; null when none matches.</summary>
    public Match? First(string text)
    {
        var possible = _words.Value.Possible(text);
        for (var i = 0; i < _patterns.Length; i++)
        {
            if (possible[i] && _patterns[i].Match(text) is { Success: true } match) return match;
        }

        return null;
    }
}
