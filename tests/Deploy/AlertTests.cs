using System.Text.RegularExpressions;

namespace MeliBot.Deploy.Tests;

/// <summary>Whoever is woken by an alert finds what to do.</summary>
public sealed partial class AlertTests
{
    private readonly Bicep _bicep;

    public AlertTests(Bicep bicep)
    {
        Bicep.SkipWithout();
        _bicep = bicep;
    }

    [Fact]
    public void Each_alert_has_its_heading_in_the_guide_of_operators_and_leads_there()
    {
        var guide = File.ReadAllText(Path.Combine(Bicep.Root, "docs", "operators.md"));
        var headings = Heading().Matches(guide).Select(match => match.Groups["name"].Value).ToList();
        var alerts = _bicep.Prod.Resources.Where(resource => resource.Type is "Microsoft.Insights/scheduledQueryRules" or "Microsoft.Insights/metricAlerts").ToList();

        alerts.Count.ShouldBeGreaterThan(10);
        var told = alerts.Select(alert => LeadsTo().Match(alert.Say("description")).Groups["name"].Value).Distinct().ToList();
        told.Order(StringComparer.Ordinal).ShouldBe(headings.Order(StringComparer.Ordinal));
        alerts.ShouldAllBe(alert => told.Any(name => alert.Name.Contains("-" + name)));
    }

    [Fact]
    public void Each_alert_reaches_somebody()
    {
        foreach (var alert in _bicep.Prod.Resources.Where(resource => resource.Type is "Microsoft.Insights/scheduledQueryRules" or "Microsoft.Insights/metricAlerts"))
            alert["actions"]!.ToJsonString().ShouldContain("actionGroups/melibot-alerts", Case.Insensitive, alert.Name);
        _bicep.Prod.One("Microsoft.Insights/actionGroups")["emailReceivers"]!.AsArray().ShouldNotBeEmpty();
    }

    // The headings of the alerts are the only ones that are written as code.
    [GeneratedRegex("(?m)^### `(?<name>[a-z-]+)`$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Heading();

    [GeneratedRegex(@"docs/operators\.md, (?<name>[a-z-]+)\.$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex LeadsTo();
}
