using System.Globalization;
using System.Text.RegularExpressions;

namespace MeliBot.Simulator;

/// <summary>Lengths of time as people write them: <c>500ms</c>, <c>1.5s</c>, <c>4m</c>, <c>2h</c>, <c>3d</c>, or a number of seconds.</summary>
public static partial class Durations
{
    public static bool TryParse(string? text, out TimeSpan value)
    {
        value = default;
        var match = Form().Match(text ?? "");
        if (!match.Success) return false;
        var number = double.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture);
        value = match.Groups["unit"].Value switch
        {
            "ms" => TimeSpan.FromMilliseconds(number),
            "m" => TimeSpan.FromMinutes(number),
            "h" => TimeSpan.FromHours(number),
            "d" => TimeSpan.FromDays(number),
            _ => TimeSpan.FromSeconds(number),
        };
        return true;
    }

    public static string Write(TimeSpan value) => string.Create(CultureInfo.InvariantCulture, $"{value.TotalSeconds:0.###}s");

    [GeneratedRegex(@"^\s*(?<number>\d{1,9}(\.\d{1,6})?)\s*(?<unit>ms|s|m|h|d|)\s*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Form();
}
