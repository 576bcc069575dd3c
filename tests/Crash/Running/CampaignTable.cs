using System.Globalization;
using System.Text;
using System.Text.Json;

namespace MeliBot.Crash.Tests.Running;

/// <summary>The results as docs/reliability.md shows them, or as JSON.</summary>
internal static class CampaignTable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static string Markdown(IReadOnlyList<(ICampaign Campaign, CampaignResult Result)> results, CampaignContext context, string command, DateOnly date)
    {
        var text = new StringBuilder();
        text.Append(Invariant($"{date:yyyy-MM-dd}, commit {Machine.Commit() ?? "unknown"}, {Machine.Describe()}, seed {context.Seed}:\n\n    {command}\n\n"));
        text.Append("| # | campaign | runs | questions | lost | double | out of order | parked | also | seconds |\n|---|---|---|---|---|---|---|---|---|---|\n");
        foreach (var (campaign, result) in results)
        {
            var also = result.Skipped is { } why ? $"skipped: {why}" : string.Join(", ", result.Figures.Select(figure => Invariant($"{figure.Name} {figure.Value:#,0.###}")));
            text.Append(Invariant($"| {campaign.Id} | {campaign.Title} | {result.Runs:#,0} | {result.Questions:#,0} | {result.Lost} | {result.Double} | {result.OutOfOrder} | {result.Parked} | {also} | {result.Elapsed.TotalSeconds:0} |\n"));
        }

        var violations = results.Sum(pair => pair.Result.Violations.Count);
        text.Append(violations == 0 ? "\nNo invariant was violated.\n" : Invariant($"\n**{violations} violations:**\n\n"));
        foreach (var (campaign, result) in results.Where(pair => pair.Result.Violations.Count > 0))
        {
            foreach (var violation in result.Violations)
                text.Append(Invariant($"- {campaign.Id}: {violation.ReplaceLineEndings(" ")}\n"));
            text.Append(Invariant($"- repeat: `{CampaignRunner.Repeat(campaign, context)}`\n"));
        }

        return text.ToString();
    }

    public static string AsJson(IReadOnlyList<(ICampaign Campaign, CampaignResult Result)> results, CampaignContext context, string command, DateOnly date) => JsonSerializer.Serialize(
        new
        {
            Date = date,
            Commit = Machine.Commit(),
            Machine = Machine.Describe(),
            Command = command,
            context.Seed,
            Size = context.Size.ToString().ToLowerInvariant(),
            Campaigns = results.Select(pair => new
            {
                pair.Campaign.Id,
                pair.Campaign.Title,
                pair.Result.Runs,
                pair.Result.Questions,
                pair.Result.Lost,
                pair.Result.Double,
                pair.Result.OutOfOrder,
                pair.Result.Parked,
                Figures = pair.Result.Figures.ToDictionary(figure => figure.Name, figure => figure.Value, StringComparer.Ordinal),
                pair.Result.Violations,
                Seconds = Math.Round(pair.Result.Elapsed.TotalSeconds, 1),
                Repeat = CampaignRunner.Repeat(pair.Campaign, context),
            }),
        },
        Json);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
