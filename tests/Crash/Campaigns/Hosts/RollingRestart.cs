using System.Diagnostics;
using MeliBot.Crash.Tests.Judging;
using MeliBot.Crash.Tests.Running;
using MeliBot.Crash.Tests.Stage;
using MeliBot.Simulator;

namespace MeliBot.Crash.Tests.Campaigns.Hosts;

/// <summary>A deployment: three hosts on one PostgreSQL are replaced one after the other, over and over, under forty questions a second.</summary>
internal sealed class RollingRestart : ICampaign
{
    private const int Hosts = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public string Id => "R1";

    public string Title => "three hosts on one PostgreSQL replaced one after the other under 40 questions a second (10 in CI's size)";

    public async Task<CampaignResult> RunAsync(CampaignContext context, CancellationToken cancellationToken)
    {
        var tally = new Tally(context.Log);
        var rounds = context.Count(ci: 1, issue: 10, release: 100);
        await using var stage = await SharedStage.SetAsync(context.Seed, Hosts, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(30), cancellationToken);
        if (stage is null)
            return tally.Result() with { Skipped = SharedStage.Missing };
        var buyers = await stage.OpenAsync(context.RandomOf(0), cancellationToken, items: 20, buyers: 50);

        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var started = Stopwatch.GetTimestamp();
        var asking = buyers.KeepAskingAsync(TimeSpan.FromMilliseconds(context.Size == CampaignSize.Ci ? 100 : 25), enough.Token);
        for (var host = 0; host < rounds * Hosts; host++)
        {
            await stage.EndAsync(host % Hosts, cancellationToken);
            await stage.StartAsync(host % Hosts, cancellationToken);
            tally.Count("replaced");
        }

        await enough.CancelAsync();
        await asking;
        tally.Count("questions a second", Math.Round(buyers.Asked.Count / Stopwatch.GetElapsedTime(started).TotalSeconds, 1));
        if (await Drain.WaitAsync(stage.World, buyers.Asked, stage.Database, Patience, cancellationToken) is { } drained)
            tally.Most("drained in s", Math.Round(drained.TotalSeconds, 1));

        // As for T5: a look in the hands of a host that is being replaced may come late. Order is held to what was stored.
        tally.Add("run", Judge.Of(stage.World, buyers.Asked, stage.Database, new Expected { LateLooks = true }));
        foreach (var notice in stage.World.AllNotices.Where(notice => notice.State != NoticeState.Acknowledged))
            tally.Violate("run", $"the notice of {notice.Resource} is {notice.State} after {notice.Attempts} attempts");
        tally.Count("notices", stage.World.AllNotices.Count);
        tally.Count("attempts", stage.World.AllNotices.Sum(notice => notice.Attempts));
        return tally.Result();
    }
}
