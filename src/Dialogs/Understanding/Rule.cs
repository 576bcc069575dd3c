using System.Text.RegularExpressions;

namespace MeliBot.Dialogs.Understanding;

/// <summary>Says that a stretch of <see cref="FoldedText.Plain"/> asks for something. Takes linear time on any text.</summary>
/// <param name="strength">What presale.rules says behind the intent.</param>
internal sealed class Rule(string intent, RuleStrength strength, string pattern)
{
    private readonly Regex _regex = new($" (?:{pattern}) ", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    public string Intent { get; } = intent;

    public RuleStrength Strength { get; } = strength;

    /// <summary>Start and length of the first match, without the spaces around it; null when there is none.</summary>
    public (int Start, int Length)? FirstIn(string plain)
    {
        var match = _regex.Match(plain);
        return match.Success ? (match.Index + 1, match.Length - 2) : null;
    }
}

internal enum RuleStrength
{
    Plain,

    /// <summary>The intent comes with a condition that the listing's facts don't settle.</summary>
    Terms,

    /// <summary>Counts only where nothing else is asked in its sentence.</summary>
    Weak,
}
