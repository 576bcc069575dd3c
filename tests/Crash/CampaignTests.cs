using System.Globalization;
using MeliBot.Crash.Tests.Running;

namespace MeliBot.Crash.Tests;

/// <summary>Every campaign in the size that each change must pass. CRASH_SEED repeats the dice of a run that failed.</summary>
public class CampaignTests
{
    public static TheoryData<string, string> All => [.. Running.Campaigns.All.Select(campaign => (campaign.Id, campaign.Title))];

    [Theory]
    [MemberData(nameof(All))]
    public async Task The_promise_holds(string id, string against)
    {
        _ = against;
        var log = new StringWriter();
        var seed = Environment.GetEnvironmentVariable("CRASH_SEED") is { Length: > 0 } given ? int.Parse(given, CultureInfo.InvariantCulture) : Environment.TickCount;
        var context = new CampaignContext(CampaignSize.Ci, seed, TextWriter.Synchronized(log));

        var result = await CampaignRunner.RunAsync(Running.Campaigns.Find([id]).Single(), context, TestContext.Current.CancellationToken);

        result.Violations.ShouldBeEmpty(log.ToString());
        Assert.SkipWhen(result.Skipped is not null, result.Skipped ?? "");
        result.Runs.ShouldBeGreaterThan(0);
    }
}
