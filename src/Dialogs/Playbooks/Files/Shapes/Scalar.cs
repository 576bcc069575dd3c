using System.Globalization;
using System.Text.RegularExpressions;

namespace MeliBot.Dialogs.Playbooks.Files;

internal enum ScalarType
{
    Text,
    Flag,
    Whole,
    Number,
}

/// <summary>A single value.</summary>
internal sealed record Scalar(string What, ScalarType Type = ScalarType.Text) : Shape(What)
{
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>A regular expression that all of it matches.</summary>
    public string? Pattern { get; init; }

    public double? Min { get; init; }

    public double? Max { get; init; }

    /// <summary>What a pattern can't tell, such as a day that no month has.</summary>
    public Func<string, bool>? Accepts { get; init; }

    /// <summary>For "such as ...".</summary>
    public string? Example { get; init; }

    public bool Allows(string value) => Type switch
    {
        ScalarType.Flag => value is "true" or "false",
        ScalarType.Whole => long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) && Within(whole),
        ScalarType.Number => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Within(number),
        _ => (Choices.Count == 0 || Choices.Contains(value, StringComparer.Ordinal))
            && (Pattern is null || Regex.IsMatch(value, Pattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking))
            && (Accepts is null || Accepts(value)),
    };

    private bool Within(double number) => !(number < Min) && !(number > Max) && double.IsFinite(number);
}
