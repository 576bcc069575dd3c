using System.Text.RegularExpressions;

namespace MeliBot.Dialogs.Deciding;

/// <summary>Some rules, and one expression that tells whether any of them can be found: nearly every question is through with that, and the rules themselves aren't built.</summary>
internal sealed class ToneGroup
{
    // The linear matcher grows slow, and at last refuses, with the size of an expression.
    private const int Most = 6;

    private readonly Regex _any;
    private readonly Lazy<Regex[]> _rules;

    private ToneGroup(string[] rules)
    {
        _any = Compile(string.Join('|', rules));
        _rules = new Lazy<Regex[]>(() => Array.ConvertAll(rules, Compile));
    }

    public static IReadOnlyList<ToneGroup> Of(IEnumerable<string> rules) => [.. rules.Chunk(Most).SelectMany(Split)];

    /// <summary>The rules, where any of them can be found in the text.</summary>
    public IReadOnlyList<Regex> For(string text) => _any.IsMatch(text) ? _rules.Value : [];

    private static IEnumerable<ToneGroup> Split(string[] rules)
    {
        try
        {
            return [new ToneGroup(rules)];
        }
        catch (NotSupportedException) when (rules.Length > 1)
        {
            return [.. Split(rules[..(rules.Length / 2)]), .. Split(rules[(rules.Length / 2)..])];
        }
    }

    private static Regex Compile(string rule) => new($@"\b(?:{rule})\b", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);
}
