using System.CommandLine;

namespace MeliBot.Crash.Tests.Running;

/// <summary><c>campaign</c>: runs campaigns and ends with their table; exit code 1 when any promise was broken.</summary>
internal static class CampaignCommand
{
    public static Command Create()
    {
        var size = new Option<CampaignSize>("--size") { Description = "ci, issue or release.", DefaultValueFactory = _ => CampaignSize.Ci };
        var only = new Option<string?>("--only") { Description = "Ids of the campaigns to run, with commas: T1,T3a." };
        var seed = new Option<int?>("--seed") { Description = "The dice of an earlier run." };
        var share = new Option<double>("--share") { Description = "Of the size's counts: 0.25 for a quick look.", DefaultValueFactory = _ => 1 };
        var output = new Option<FileInfo?>("--out") { Description = "Writes the table there too: Markdown, or JSON by the file's ending." };
        var command = new Command("campaign", "Does each fault to the product, again and again, and lets the platform's journal judge.") { size, only, seed, share, output };
        command.SetAction((result, cancellationToken) => RunAsync(
            result.GetValue(size), result.GetValue(only), result.GetValue(seed), result.GetValue(share), result.GetValue(output), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CampaignSize size, string? only, int? seed, double share, FileInfo? output, CancellationToken cancellationToken)
    {
        IReadOnlyList<ICampaign> campaigns;
        try
        {
            campaigns = Campaigns.Find(only?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? []);
        }
        catch (ArgumentException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 2;
        }

        var context = new CampaignContext(size, seed ?? Random.Shared.Next(), Console.Out, share);
        var results = new List<(ICampaign, CampaignResult)>();
        foreach (var campaign in campaigns)
        {
            var result = await CampaignRunner.RunAsync(campaign, context, cancellationToken);
            results.Add((campaign, result));
            Console.WriteLine($"  {result.Elapsed.TotalSeconds:0} s, {result.Violations.Count} violations");
        }

        var command = "dotnet run -c Release --project tests/Crash -- campaign --size " + size.ToString().ToLowerInvariant()
            + (only is null ? "" : $" --only {only}") + (share < 1 ? FormattableString.Invariant($" --share {share}") : "");
        var date = DateOnly.FromDateTime(DateTime.UtcNow);
        Console.WriteLine();
        Console.WriteLine(CampaignTable.Markdown(results, context, command, date));
        if (output is not null)
        {
            await File.WriteAllTextAsync(
                output.FullName,
                output.Extension == ".json" ? CampaignTable.AsJson(results, context, command, date) : CampaignTable.Markdown(results, context, command, date),
                cancellationToken);
        }

        return results.Exists(pair => pair.Item2.Violations.Count > 0) ? 1 : 0;
    }
}
