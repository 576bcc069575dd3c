using System.Text.RegularExpressions;

namespace MeliBot.Bot.Tests.Telemetry;

/// <summary>What alerts, dashboard and guide call a metric is what the program calls it.</summary>
public sealed partial class MetricNameTests
{
    [Fact]
    public void What_alerts_and_dashboard_ask_for_is_a_metric_of_the_program()
    {
        var known = Known();
        Wanted().Except(known).ShouldBeEmpty();
        // And the guide of operators names each, so that nobody finds one there of which nothing is said.
        var guide = File.ReadAllText(Path.Combine(Root(), "docs", "operators.md"));
        foreach (var name in known) (guide.Contains($"`{name}`", StringComparison.Ordinal) || guide.Contains($"`.{name.Split('.')[^1]}`", StringComparison.Ordinal)).ShouldBeTrue($"docs/operators.md doesn't name {name}.");
    }

    /// <summary>In the order of the files.</summary>
    internal static IEnumerable<string> Wanted() => Directory.EnumerateFiles(Path.Combine(Root(), "deploy"), "*", SearchOption.AllDirectories)
        .Where(file => file.EndsWith("alerts.bicep", StringComparison.Ordinal) || file.EndsWith("workbook.json", StringComparison.Ordinal))
        .SelectMany(file => Metric().Matches(File.ReadAllText(file)).Select(match => match.Groups["name"].Value)).Distinct();

    /// <summary>As the sources make them.</summary>
    private static HashSet<string> Known() => [.. Directory.EnumerateFiles(Path.Combine(Root(), "src"), "*Meters.cs", SearchOption.AllDirectories).Append(Path.Combine(Root(), "src", "Adapter", "Sweep", "SweepStatus.cs"))
        .SelectMany(file => Made().Matches(File.ReadAllText(file)).Select(match => match.Groups["name"].Value))];

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "MeliBot.sln"))) folder = folder.Parent;
        return folder.FullName;
    }

    [GeneratedRegex(@"'(?<name>melibot(?:\.[a-z]+)+)'", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Metric();

    [GeneratedRegex("\\.Create\\w+(?:<\\w+>)?\\(\"(?<name>melibot[a-z.]+)\"", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Made();
}
