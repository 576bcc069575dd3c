using System.Buffers;
using System.Text.RegularExpressions;

namespace MeliBot.Patterns;

/// <summary>
/// A regular expression that takes time linear in its text whatever the text, and costs next to nothing until a text could match it: an automaton of the linear engine takes
/// milliseconds to build and a megabyte to keep, so it is built when a text first holds a word that every match holds.
/// </summary>
public sealed class LinearPattern
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private readonly string _pattern;
    private readonly SearchValues<string>? _needed;
    private Regex? _regex;

    /// <param name="pattern">Without what the linear engine lacks: looking around, back references, atomic groups. It isn't read until a text may match; <see cref="Build"/> tells whether it can be.</param>
    public LinearPattern(string pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        _pattern = pattern;
        _needed = RequiredLiterals.Of(pattern) is { } literals ? SearchValues.Create(literals, StringComparison.Ordinal) : null;
    }

    /// <summary>Builds the automaton now.</summary>
    /// <exception cref="ArgumentException">The pattern is no regular expression.</exception>
    /// <exception cref="NotSupportedException">The linear engine can't do it, or it would grow too large.</exception>
    public Regex Build() => _regex ??= new Regex(_pattern, Options);

    public bool IsMatch(string text) => CanMatch(text) && Build().IsMatch(text);

    public bool IsMatch(ReadOnlySpan<char> text) => CanMatch(text) && Build().IsMatch(text);

    public Match Match(string text) => CanMatch(text) ? Build().Match(text) : System.Text.RegularExpressions.Match.Empty;

    public IEnumerable<Match> Matches(string text) => CanMatch(text) ? Build().Matches(text) : [];

    public string Replace(string text, string replacement) => CanMatch(text) ? Build().Replace(text, replacement) : text;

    public override string ToString() => _pattern;

    private bool CanMatch(ReadOnlySpan<char> text) => _needed is null || text.ContainsAny(_needed);
}
