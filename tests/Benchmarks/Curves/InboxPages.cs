using System.Globalization;
using System.Text.Json;
using MeliBot.Benchmarks.Running;

namespace MeliBot.Benchmarks.Curves;

/// <summary>I1, I2, I3: how soon the inbox shows what is new, what a tab lists and what is searched for. The journeys' own program measures in a real Chromium; it has no peer, so the bars are times.</summary>
internal sealed class InboxPages(string name, string what, string group, double mustMilliseconds, params IReadOnlyList<string> measures) : IBenchmark
{
    private const int Conversations = 100_000;

    public string Name => name;

    public static IReadOnlyList<IBenchmark> All { get; } =
    [
        new InboxPages("I1", "95 of 100 new questions are on an open page's screen within, from before their notification is sent; ms", "on screen", 1000, "on-screen"),
        new InboxPages("I2", "95 of 100 lists at 100,000 conversations are there within, by the slowest kind of list; ms", "list", 200, "index", "lists"),
        new InboxPages("I3", "95 of 100 searches at 100,000 conversations are there within, by the slowest kind of search; ms", "search", 200, "index", "lists"),
    ];

    public async Task<Section> RunAsync(Plan plan, CancellationToken cancellationToken)
    {
        var figures = new List<(string Measure, Figure Figure)>();
        foreach (var measure in measures)
        {
            var said = await Child.RunProgramAsync(
                Artifacts.Assembly("MeliBot.Browser.Tests"),
                [3],
                "measure", measure, "--count", Text(measure == "on-screen" ? plan.Count(200, 2) : plan.Count(30, 1)), "--conversations", Text(plan.Count(Conversations, 3_000)));
            if (said is null) return Section.Skipped(name, what, "there is no Chromium on this machine.");
            figures.AddRange(JsonSerializer.Deserialize<List<Figure>>(said)!.Where(figure => figure.Group == group).Select(figure => (measure, figure)));
        }

        var worst = figures.MaxBy(figure => figure.Figure.P95);
        return new Section(
            [new Line(name, what, $"{worst.Figure.P95.ToString("0", CultureInfo.InvariantCulture)} ms", "", Spread.Of(worst.Figure.P95), Bar.Most(mustMilliseconds))],
            [new Table($"{name}, each kind", ["kind", "where", "times", "half within", "95 of 100 within", "longest"], [.. figures.Select(IReadOnlyList<string> (figure) =>
                [figure.Figure.Name, figure.Measure == "index" ? "the index alone" : "in the page", Text(figure.Figure.Count), Milliseconds(figure.Figure.P50), Milliseconds(figure.Figure.P95), Milliseconds(figure.Figure.Max)])])],
            []);
    }

    private static string Text(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static string Milliseconds(double value) => value.ToString("0.0", CultureInfo.InvariantCulture) + " ms";

    /// <summary>As the program prints it.</summary>
    private sealed record Figure(string Group, string Name, int Count, double P50, double P95, double Max);
}
