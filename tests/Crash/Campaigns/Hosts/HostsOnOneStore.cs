using MeliBot.Crash.Tests.Judging;
using MeliBot.Crash.Tests.Running;
using MeliBot.Crash.Tests.Stage;

namespace MeliBot.Crash.Tests.Campaigns.Hosts;

/// <summary>
/// T5. Three hosts share one PostgreSQL store under a steady stream of questions. One of them freezes for longer than its leases and goes on as if nothing had been, is killed, or is replaced as by a
/// deployment; the database dies and comes back; every connection is cut.
/// </summary>
internal sealed class HostsOnOneStore : ICampaign
{
    private const int Hosts = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public string Id => "T5";

    public string Title => "three hosts on one PostgreSQL: frozen past their leases, killed, replaced, the database restarted, connections cut";

    public async Task<CampaignResult> RunAsync(CampaignContext context, CancellationToken cancellationToken)
    {
        var tally = new Tally(context.Log);
        var harms = context.Count(ci: 5, issue: 60, release: 1_000);
        var random = context.RandomOf(0);
        var (life, lease) = (TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));
        await using var stage = await SharedStage.SetAsync(context.Seed, Hosts, life, lease, cancellationToken);
        if (stage is null)
            return tally.Result() with { Skipped = SharedStage.Missing };
        var buyers = await stage.OpenAsync(random, cancellationToken);

        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var asking = buyers.KeepAskingAsync(TimeSpan.FromMilliseconds(200), enough.Token);
        for (var harm = 0; harm < harms; harm++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(200, 1_000)), cancellationToken);
            await HarmAsync(stage, harm % 5, random, lease + TimeSpan.FromSeconds(1), tally, cancellationToken);
        }

        await enough.CancelAsync();
        await asking;
        if (await Drain.WaitAsync(stage.World, buyers.Asked, stage.Database, Patience, cancellationToken) is { } drained)
            tally.Most("drained in s", Math.Round(drained.TotalSeconds, 1));

        // A host that froze between its last look and its post answers a second time, which the platform refuses: that is the guard of questions.
        tally.Add("run", Judge.Of(stage.World, buyers.Asked, stage.Database, new Expected { Refusals = true, LateLooks = true }));
        tally.Count("old epochs refused", stage.StaleMarks());
        return tally.Result();
    }

    private static async Task HarmAsync(SharedStage stage, int which, Random random, TimeSpan freeze, Tally tally, CancellationToken cancellationToken)
    {
        var host = random.Next(stage.Count);
        switch (which)
        {
            case 0:
                await stage.FreezeAsync(host, freeze, cancellationToken);
                tally.Count("freezes");
                break;
            case 1:
                await stage.KillAsync(host);
                await stage.StartAsync(host, cancellationToken);
                tally.Count("kills");
                break;
            case 2:
                stage.Server.Restart();
                tally.Count("database restarts");
                break;
            case 3:
                await stage.CutConnectionsAsync(cancellationToken);
                tally.Count("cuts");
                break;
            default:
                await stage.EndAsync(host, cancellationToken);
                await stage.StartAsync(host, cancellationToken);
                tally.Count("replacements");
                break;
        }
    }
}
