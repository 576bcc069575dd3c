using MeliBot.Crash.Tests.Judging;
using MeliBot.Crash.Tests.Load;
using MeliBot.Crash.Tests.Running;
using MeliBot.Crash.Tests.Stage;

namespace MeliBot.Crash.Tests.Campaigns;

/// <summary>T3b. The platform takes every answer and its reply is lost, in each way that a reply can be; a sixth of the answers is even applied later.</summary>
internal sealed class FaultsAfterTheEffect : ICampaign
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public string Id => "T3b";

    public string Title => "every answer applied and its reply lost: reset, hang, 502, truncated, cut, applied late";

    public async Task<CampaignResult> RunAsync(CampaignContext context, CancellationToken cancellationToken)
    {
        var tally = new Tally(context.Log);
        var faults = context.Count(ci: 300, issue: 5_000, release: 100_000);
        using var clock = new VirtualClock();
        await using var stage = await LocalStage.SetAsync(FaultsBeforeTheEffect.Platform(context.Seed), clock, cancellationToken);
        var crowd = new Crowd(stage.World, [await stage.LinkSellerAsync(cancellationToken)], Math.Max(20, faults / 5), context.RandomOf(0));
        stage.Subscribe();

        var armed = LostReplies.Arm(stage.World, "POST /answers");
        while (Applied() < faults)
        {
            var wave = crowd.Ask(Math.Min(500, faults - Applied()));
            await Drain.WaitAsync(stage.World, wave, stage.Database, Patience, cancellationToken, answers: false);
        }

        var late = stage.World.Faults.Applied(armed[^1]) ?? 0;
        tally.Count("replies lost", Applied());
        stage.World.Faults.Clear();
        await Drain.WaitAsync(stage.World, crowd.Asked, stage.Database, Patience, cancellationToken);
        // Read back before it was applied, a late answer is posted again, and then the platform must refuse one of the two.
        var verdict = Judge.Of(stage.World, crowd.Asked, stage.Database, new Expected { Refusals = true });
        tally.Add("run", verdict);
        if (verdict.Refused.Count > late)
            tally.Violate("run", $"the platform refused {verdict.Refused.Count} second answers, but only {late} were applied late");
        foreach (var wrong in Numbering.BrokenIn(stage.World, crowd.Asked))
            tally.Violate("run", wrong);
        tally.Count("applied late", late);
        tally.Count("refused by the platform", verdict.Refused.Count);
        return tally.Result();

        int Applied() => armed.Sum(fault => stage.World.Faults.Applied(fault) ?? 0);
    }
}
