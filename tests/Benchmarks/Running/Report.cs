using System.Globalization;
using System.Text;

namespace MeliBot.Benchmarks.Running;

/// <summary>Markdown: one table of bars, then what each benchmark has to add.</summary>
internal static class Report
{
    private const string Begin = "<!-- generated: begin -->";
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;
    private const string End = "<!-- generated: end -->";

    public static string Write(string command, DateTimeOffset at, TimeSpan took, Plan plan, IReadOnlyList<Section> sections)
    {
        var text = new StringBuilder();
        text.AppendLine(Invariant, $"`{command}`").AppendLine();
        text.AppendLine(Invariant, $"{at.UtcDateTime:yyyy-MM-dd HH:mm} UTC, commit {Machine.Commit()}, {Machine.Describe()}. {plan.Pairs} pairs{(plan.Size == Size.Full ? "" : $", size {plan.Size}: not for the record")}. It took {took.TotalMinutes:0.0} minutes.").AppendLine();
        var lines = sections.SelectMany(section => section.Lines).ToList();
        if (lines.Count > 0)
        {
            Table(text, ["", "what", "ours", "peer", "ratio", "must", "stretch", "reached"], lines.Select(IReadOnlyList<string> (line) =>
            [
                line.Name, line.What, line.Ours, line.Peer, line.Ratio?.Text("0.00") ?? "", line.Bar?.MustText ?? "", line.Bar?.StretchText ?? "",
                line.Ratio is not { } ratio ? "skipped" : line.Bar?.Judge(ratio.Median) ?? "",
            ]));
        }

        foreach (var section in sections)
        {
            foreach (var table in section.Tables)
            {
                text.AppendLine(Invariant, $"**{table.Title}**").AppendLine();
                Table(text, table.Columns, table.Rows);
            }

            foreach (var note in section.Notes)
                text.AppendLine(note).AppendLine();
        }

        return text.ToString().TrimEnd() + "\n";
    }

    /// <summary>Puts the report between the page's two marks; what people wrote around them stays.</summary>
    public static async Task PlaceAsync(string file, string report, CancellationToken cancellationToken)
    {
        var page = File.Exists(file) ? await File.ReadAllTextAsync(file, cancellationToken) : $"# Benchmarks\n\n{Begin}\n{End}\n";
        var (begin, end) = (page.IndexOf(Begin, StringComparison.Ordinal), page.IndexOf(End, StringComparison.Ordinal));
        if (begin < 0 || end < begin)
            throw new InvalidOperationException($"{file} lacks the marks {Begin} and {End}. Nothing was written; put them where the tables belong.");
        await File.WriteAllTextAsync(file, $"{page[..(begin + Begin.Length)]}\n\n{report}\n{page[end..]}", cancellationToken);
    }

    private static void Table(StringBuilder text, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        text.AppendLine(Invariant, $"| {string.Join(" | ", columns)} |").AppendLine(Invariant, $"|{string.Concat(Enumerable.Repeat("---|", columns.Count))}");
        foreach (var row in rows)
            text.AppendLine(Invariant, $"| {string.Join(" | ", row)} |");
        text.AppendLine();
    }
}
