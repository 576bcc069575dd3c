using System.Globalization;

namespace MeliBot.Benchmarks.Running;

/// <summary>What a figure has to reach, and what it aims at.</summary>
internal sealed record Bar(double Must, double? Stretch, bool AtLeast)
{
    public static Bar Least(double must, double? stretch = null) => new(must, stretch, AtLeast: true);

    public static Bar Most(double must, double? stretch = null) => new(must, stretch, AtLeast: false);

    public string MustText => Text(Must);

    public string StretchText => Stretch is { } stretch ? Text(stretch) : "";

    /// <summary>How the figure stands.</summary>
    public string Judge(double value) => !Reaches(value, Must) ? "**missed**" : Stretch is { } stretch && Reaches(value, stretch) ? "stretch" : "must";

    // Judged as it is printed, so that no line contradicts itself.
    private bool Reaches(double value, double bar)
    {
        var shown = Math.Round(value, 2);
        return AtLeast ? shown >= bar : shown <= bar;
    }

    private string Text(double bar) => string.Create(CultureInfo.InvariantCulture, $"{(AtLeast ? "≥" : "≤")} {bar:0.##}");
}
