using System.Diagnostics;

namespace MeliBot.Crash.Tests.Running;

internal static class CampaignRunner
{
    /// <summary>Runs one; what it throws is a violation too, because a campaign that couldn't judge has proved nothing.</summary>
    public static async Task<CampaignResult> RunAsync(ICampaign campaign, CampaignContext context, CancellationToken cancellationToken)
    {
        context.Log.WriteLine($"{campaign.Id} {campaign.Title}, seed {context.Seed}");
        var started = Stopwatch.GetTimestamp();
        CampaignResult result;
        try
        {
            result = await campaign.RunAsync(context, cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            result = new(0, 0, 0, 0, 0, 0, [], [$"The campaign itself failed: {e}"]);
        }

        result = result with { Elapsed = Stopwatch.GetElapsedTime(started) };
        if (result.Violations.Count > 0)
            context.Log.WriteLine($"  repeat with: {Repeat(campaign, context)}");
        return result;
    }

    public static string Repeat(ICampaign campaign, CampaignContext context) => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"dotnet run -c Release --project tests/Crash -- campaign --size {context.Size.ToString().ToLowerInvariant()} --only {campaign.Id} --seed {context.Seed}{(context.Share < 1 ? $" --share {context.Share}" : "")}");
}
