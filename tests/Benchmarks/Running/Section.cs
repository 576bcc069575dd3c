namespace MeliBot.Benchmarks.Running;

/// <summary>One line of the table of bars.</summary>
/// <param name="Name">Of the bar, for example B1; empty for a figure that belongs to the line above.</param>
/// <param name="Ratio">What the bar judges; null when the benchmark was skipped.</param>
internal sealed record Line(string Name, string What, string Ours, string Peer, Spread? Ratio, Bar? Bar);

/// <summary>The points of a curve, or of a list of small figures.</summary>
internal sealed record Table(string Title, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);

/// <summary>All that one benchmark found.</summary>
/// <param name="Notes">Why it was skipped, or what a reader has to know.</param>
internal sealed record Section(IReadOnlyList<Line> Lines, IReadOnlyList<Table> Tables, IReadOnlyList<string> Notes)
{
    public Section(params IReadOnlyList<Line> lines)
        : this(lines, [], [])
    {
    }

    public static Section Skipped(string name, string what, string why) => Skipped(why, new Line(name, what, "", "", null, null));

    public static Section Skipped(string why, params IReadOnlyList<Line> lines) => new(lines, [], [$"{lines[0].Name} has nothing to compare with: {why}"]);
}
