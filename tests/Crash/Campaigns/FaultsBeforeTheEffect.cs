using MeliBot.Crash.Tests.Judging;
using MeliBot.Crash.Tests.Load;
using MeliBot.Crash.Tests.Running;
using MeliBot.Crash.Tests.Stage;
using MeliBot.Simulator;

namespace MeliBot.Crash.Tests.Campaigns;

/// <summary>T3a. A fifth of all calls fails before it has an effect.</summary>
internal sealed class FaultsBeforeTheEffect : ICampaign
{
    private const double Share = 0.2;
    private const int Sellers = 8;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public string Id => "T3a";

    public string Title => "20 % of calls: 429 + Retry-After, 500, 502, reset, 30 s hang, truncated JSON";

    public async Task<CampaignResult> RunAsync(CampaignContext context, CancellationToken cancellationToken)
    {
        var tally = new Tally(context.Log);
        var calls = context.Count(ci: 1_500, issue: 50_000, release: 1_000_000);
        using var clock = new VirtualClock();
        await using var stage = await LocalStage.SetAsync(Platform(context.Seed), clock, cancellationToken);
        var sellers = new List<WorldUser>();
        for (var i = 0; i < Sellers; i++)
            sellers.Add(await stage.LinkSellerAsync(cancellationToken));
        stage.Subscribe();
        var crowd = new Crowd(stage.World, sellers, Math.Max(20, calls / 40), context.RandomOf(0));

        var faults = Arm(stage.World);
        var began = clock.GetUtcNow();
        while (stage.World.Journal.Calls.Count < calls)
        {
            var wave = crowd.Ask(Math.Min(500, Math.Max(50, calls / 20)));
            await Drain.WaitAsync(stage.World, wave, stage.Database, Patience, cancellationToken, answers: false);
        }

        var spoilt = faults.Sum(fault => stage.World.Faults.Applied(fault) ?? 0);
        stage.World.Faults.Clear();
        await Drain.WaitAsync(stage.World, crowd.Asked, stage.Database, Patience, cancellationToken, answers: false);
        tally.Add("run", Judge.Of(stage.World, crowd.Asked, stage.Database));
        foreach (var wrong in Numbering.BrokenIn(stage.World, crowd.Asked))
            tally.Violate("run", wrong);
        tally.Count("calls", stage.World.Journal.Calls.Count);
        tally.Count("spoilt", spoilt);
        tally.Count("Retry-After undercut", stage.World.Journal.Violations.Count(violation => violation.Kind == "retry-after-undercut"));
        tally.Count("platform hours", Math.Round((clock.GetUtcNow() - began).TotalHours, 1));
        return tally.Result();
    }

    internal static SimulatorOptions Platform(int seed) => new()
    {
        Seed = seed,
        // The clock may pass a little while a call is on its way.
        UnderWay = TimeSpan.FromSeconds(1),
        // Tokens have campaigns of their own.
        AccessTokenLife = TimeSpan.FromDays(60),
        Notices = new() { RetryGaps = [.. Enumerable.Repeat(TimeSpan.FromSeconds(30), 500)], SwitchOffAfter = 0 },
    };

    private static List<long> Arm(World world)
    {
        Fault[] kinds =
        [
            new() { Kind = FaultKind.TooManyRequests, RetryAfter = TimeSpan.FromSeconds(3) },
            new() { Kind = FaultKind.ServerError, Status = 500 },
            new() { Kind = FaultKind.ServerError, Status = 502 },
            new() { Kind = FaultKind.Reset },
            new() { Kind = FaultKind.Hang, Hold = TimeSpan.FromSeconds(30) },
            // A read has no effect that it could come after.
            new() { Kind = FaultKind.TruncatedJson, Endpoint = "GET *" },
        ];
        // The dice are thrown one after the other, so each later one has fewer calls left to spoil.
        var each = Share / kinds.Length;
        return [.. kinds.Select((fault, i) => world.AddFault(fault with { Probability = each / (1 - (i * each)) }))];
    }
}
