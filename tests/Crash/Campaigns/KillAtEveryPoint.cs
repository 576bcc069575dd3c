using System.Diagnostics;
using System.Globalization;
using MeliBot.Crash.Tests.Judging;
using MeliBot.Crash.Tests.Load;
using MeliBot.Crash.Tests.Running;
using MeliBot.Crash.Tests.Stage;
using MeliBot.Simulator;

namespace MeliBot.Crash.Tests.Campaigns;

/// <summary>
/// T1. Every kill meets a burst of questions in as many conversations, and the next life drains it before the next kill. One database a point; in CI's size half of the
/// points, by the dice, share one, so that the life that drains after one kill is the life that the next kill ends.
/// </summary>
internal sealed class KillAtEveryPoint : ICampaign
{
    private const int Conversations = 200;
    private static readonly TimeSpan MostToDrain = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public string Id => "T1";

    public string Title => $"kill -9 at {RoutePoints.All.Count} named points of the route";

    public async Task<CampaignResult> RunAsync(CampaignContext context, CancellationToken cancellationToken)
    {
        var tally = new Tally(context.Log);
        var kills = context.Count(ci: 1, issue: 16, release: 320);
        if (context.Size == CampaignSize.Ci)
        {
            var dice = context.RandomOf(0);
            var half = RoutePoints.All.ToArray();
            dice.Shuffle(half);
            await RunAsync(half[..((half.Length + 1) / 2)], kills, burst: 40, timed: false, context.Seed, dice, tally, cancellationToken);
        }
        else
        {
            for (var i = 0; i < RoutePoints.All.Count; i++)
                await RunAsync([RoutePoints.All[i]], kills, Conversations, timed: true, context.Seed + i, context.RandomOf(i), tally, cancellationToken);
        }

        return tally.Result();
    }

    /// <summary>These points on one database.</summary>
    /// <param name="timed">Whether the machine is quiet enough that slowness is the product's.</param>
    private static async Task RunAsync(
        IReadOnlyList<(string Name, string Point)> points, int kills, int burst, bool timed, int seed, Random random, Tally tally, CancellationToken cancellationToken)
    {
        await using var stage = await CrashStage.SetAsync(seed, cancellationToken, noticeGap: TimeSpan.FromMilliseconds(300));
        var buyers = await stage.OpenAsync(random, cancellationToken, items: 10, buyers: Conversations / 10);
        foreach (var at in points)
        {
            if (!await RunAsync(stage, buyers, at, kills, burst, timed, random, tally, cancellationToken)) break;
        }

        tally.Add(points is [var only] ? Named(only) : "half of the points", Judge.Of(stage.World, buyers.Asked, stage.Database));
    }

    /// <returns>False when the host is gone, or didn't get through: what follows on its database would say nothing.</returns>
    private static async Task<bool> RunAsync(
        CrashStage stage, Buyers buyers, (string Name, string Point) at, int kills, int burst, bool timed, Random random, Tally tally, CancellationToken cancellationToken)
    {
        for (var kill = 0; kill < kills; kill++)
        {
            var asked = await KillAsync(stage, buyers, at.Point, burst, random, cancellationToken);
            if (asked is null)
            {
                tally.Violate(Named(at), "the host didn't pass the point, so nothing was proved");
                return false;
            }

            tally.Count("kills");
            var restarted = Stopwatch.GetTimestamp();
            await stage.RestartAsync(cancellationToken);
            tally.Most("slowest start, s", Stopwatch.GetElapsedTime(restarted).TotalSeconds);
            if (await Drain.WaitAsync(stage.World, asked, stage.Database, Patience, cancellationToken) is not { } drained)
                return false;
            tally.Most("slowest drain, s", drained.TotalSeconds);
            if (timed && drained > MostToDrain)
                tally.Violate(Named(at), string.Create(CultureInfo.InvariantCulture, $"kill {kill + 1} took {drained.TotalSeconds:0.0} s to drain"));
        }

        return true;
    }

    private static string Named((string Name, string Point) at) => $"{at.Name} ({at.Point})";

    /// <summary>Null when it outlived its point.</summary>
    private static async Task<IReadOnlyList<WorldQuestion>?> KillAsync(CrashStage stage, Buyers buyers, string point, int burst, Random random, CancellationToken cancellationToken)
    {
        IReadOnlyList<WorldQuestion> asked;
        if (point == RoutePoints.PostSent)
        {
            var hang = stage.World.AddFault(new() { Kind = FaultKind.HangAfter, Endpoint = "POST /answers", Hold = Patience });
            asked = buyers.AskMany(burst);
            var sent = random.Next(1, 8);
            await stage.World.WaitUntilAsync(world => world.Faults.Applied(hang) >= sent, cancellationToken).WaitAsync(Patience, cancellationToken);
            await WaitForAnswersAsync(stage.World, asked, sent, cancellationToken);
            await stage.KillAsync();
            stage.World.Faults.Remove(hang);
            return asked;
        }

        stage.KillAt($"{point}:{random.Next(1, RoutePoints.PassesOf(point, burst) + 1)}");
        asked = buyers.AskMany(burst);
        var exited = stage.Host.Exited;
        var died = await Task.WhenAny(exited, Task.Delay(Patience, cancellationToken)) == exited;
        await stage.KillAsync();
        return died ? asked : null;
    }

    private static Task WaitForAnswersAsync(World world, IReadOnlyList<WorldQuestion> asked, int count, CancellationToken cancellationToken) =>
        world.WaitUntilAsync(_ => asked.Count(question => world.Question(question.Id)?.Answer is not null) >= count, cancellationToken).WaitAsync(Patience, cancellationToken);
}
