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

    /// <summary>
    /// The matches of one pattern whose alternatives these are: the leftmost first, of several that begin in one place the first pattern's, and none within another.
    /// Alternatives that a text can't match cost nothing, where one pattern of all would try each of them at every place.
    /// </summary>
    public IReadOnlyList<Match> MatchesOfAny(string text)
    {
        List<Match>? found = null;
        Match[]? next = null;
        var possible = _words.Value.Possible(text);
        for (var i = 0; i < _patterns.Length; i++)
        {
            if (possible[i] && _patterns[i].Match(text) is { Success: true } match) (next ??= new Match[_patterns.Length])[i] = match;
        }

        while (next is not null && Leftmost(next) is { } first)
        {
            (found ??= []).Add(first);
            // From behind the match; an empty one would be found for ever.
            var from = first.Index + Math.Max(first.Length, 1);
            for (var i = 0; i < next.Length; i++)
            {
                if (next[i] is { Success: true } match && match.Index < from) next[i] = from <= text.Length ? _patterns[i].Match(text, from) : Match.Empty;
            }
        }

        return found ?? (IReadOnlyList<Match>)[];
    }

    private static Match? Leftmost(Match?[] matches)
    {
        Match? first = null;
        foreach (var match in matches)
        {
            if (match is { Success: true } && (first is null || match.Index < first.Index)) first = match;
        }

        return first;
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
