using MeliBot.Crash.Tests.Judging;
using MeliBot.Crash.Tests.Running;
using MeliBot.Crash.Tests.Stage;

namespace MeliBot.Crash.Tests.Campaigns;

/// <summary>T0. Whatever the named points leave out: the host dies at any moment under load, every sixth time while it still starts.</summary>
internal sealed class KillAtRandom : ICampaign
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public string Id => "T0";

    public string Title => "kill -9 at random moments, also while it starts";

    public async Task<CampaignResult> RunAsync(CampaignContext context, CancellationToken cancellationToken)
    {
        var tally = new Tally(context.Log);
        var kills = context.Count(ci: 8, issue: 60, release: 1_000);
        var random = context.RandomOf(0);
        await using var stage = await CrashStage.SetAsync(context.Seed, cancellationToken);
        var buyers = await stage.OpenAsync(random, cancellationToken);

        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var asking = buyers.KeepAskingAsync(TimeSpan.FromMilliseconds(100), enough.Token);
        for (var kill = 0; kill < kills; kill++)
        {
            // Most lives get to work; every sixth ends while the host still starts.
            if (random.Next(6) > 0)
                await stage.Host.ReadyAsync(cancellationToken);
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(1_200)), cancellationToken);
            await stage.KillAsync();
            tally.Count("kills");
            stage.Start();
        }

        await enough.CancelAsync();
        await asking;
        await stage.Host.ReadyAsync(cancellationToken);
        await Drain.WaitAsync(stage.World, buyers.Asked, stage.Database, Patience, cancellationToken);
        tally.Add("run", Judge.Of(stage.World, buyers.Asked, stage.Database));
        return tally.Result();
    }
}
