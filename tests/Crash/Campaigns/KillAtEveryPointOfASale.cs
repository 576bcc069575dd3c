using System.Globalization;
using MeliBot.Crash.Tests.Judging;
using MeliBot.Crash.Tests.Load;
using MeliBot.Crash.Tests.Running;
using MeliBot.Crash.Tests.Stage;
using MeliBot.Simulator;

namespace MeliBot.Crash.Tests.Campaigns;

/// <summary>T1 for messages. Nothing on the platform refuses a message that comes twice, so what a kill leaves between the post and the mark has to be read back.</summary>
internal sealed class KillAtEveryPointOfASale : ICampaign
{
    private const int Sales = 60;
    private static readonly HashSet<string> Messages = ["mercadolibre.write:start", RoutePoints.PostSent, "effect.mark:start"];
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public string Id => "T1-messages";

    public string Title => $"kill -9 at {RoutePoints.All.Count} named points of a message's route";

    public async Task<CampaignResult> RunAsync(CampaignContext context, CancellationToken cancellationToken)
    {
        var tally = new Tally(context.Log);
        var kills = context.Count(ci: 1, issue: 16, release: 100);
        var burst = context.Size == CampaignSize.Ci ? 15 : Sales;
        for (var i = 0; i < RoutePoints.All.Count; i++)
        {
            // Before and after its post a message goes the way of a question, which every change tries at each point.
            if (context.Size == CampaignSize.Ci && !Messages.Contains(RoutePoints.All[i].Point)) continue;
            await RunAsync(RoutePoints.All[i], kills, burst, context.Seed + i, context.RandomOf(i), tally, cancellationToken);
        }

        return tally.Result();
    }

    private static async Task RunAsync((string Name, string Point) at, int kills, int burst, int seed, Random random, Tally tally, CancellationToken cancellationToken)
    {
        var run = $"{at.Name} ({at.Point})";
        await using var stage = await CrashStage.SetAsync(
            seed, cancellationToken, TimeSpan.FromMilliseconds(300), platform => (platform.MessageCallsPerMinute, platform.Moderation.SameMessages) = (null, 0));
        var buyers = await stage.OpenSalesAsync(Sales, Patience, cancellationToken);
        for (var kill = 0; kill < kills; kill++)
        {
            if (!await KillAsync(stage, buyers, at.Point, burst, random, cancellationToken))
            {
                tally.Violate(run, "the host didn't pass the point, so nothing was proved");
                break;
            }

            tally.Count("kills");
            await stage.RestartAsync(cancellationToken);
            if (await SaleJudge.DrainAsync(stage.World, buyers, stage.Database, Patience, cancellationToken) is not { } drained)
                break;
            tally.Most("slowest drain, s", drained.TotalSeconds);
        }

        tally.Add(run, SaleJudge.Of(stage.World, buyers, stage.Database, numbered: false));
    }

    /// <summary>False when it outlived its point.</summary>
    private static async Task<bool> KillAsync(CrashStage stage, SaleBuyers buyers, string point, int burst, Random random, CancellationToken cancellationToken)
    {
        if (point == RoutePoints.PostSent)
        {
            var hang = stage.World.AddFault(new() { Kind = FaultKind.HangAfter, Endpoint = "POST /messages/packs/*", Hold = Patience });
            buyers.Write(burst);
            var sent = random.Next(1, 8);
            await stage.World.WaitUntilAsync(world => world.Faults.Applied(hang) >= sent, cancellationToken).WaitAsync(Patience, cancellationToken);
            await stage.KillAsync();
            stage.World.Faults.Remove(hang);
            return true;
        }

        stage.KillAt(string.Create(CultureInfo.InvariantCulture, $"{point}:{random.Next(1, RoutePoints.PassesOf(point, burst) + 1)}"));
        buyers.Write(burst);
        var exited = stage.Host.Exited;
        var died = await Task.WhenAny(exited, Task.Delay(Patience, cancellationToken)) == exited;
        await stage.KillAsync();
        return died;
    }
}
