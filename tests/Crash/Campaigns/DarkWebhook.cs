using System.Diagnostics;
using MeliBot.Adapter.Sweep;
using MeliBot.Crash.Tests.Judging;
using MeliBot.Crash.Tests.Load;
using MeliBot.Crash.Tests.Running;
using MeliBot.Crash.Tests.Stage;
using MeliBot.MercadoLibre;
using MeliBot.Simulator;
using Microsoft.Extensions.DependencyInjection;

namespace MeliBot.Crash.Tests.Campaigns;

/// <summary>
/// T7. Nothing hears the platform for hours, and then one sweep has to find it all: the missed feeds while the platform keeps them (two days), the open questions after that, when it has
/// switched the topic off besides.
/// </summary>
internal sealed class DarkWebhook : ICampaign
{
    private const int Steps = 50;
    private static readonly TimeSpan Kept = TimeSpan.FromHours(48);
    private static readonly TimeSpan LastAttempts = TimeSpan.FromHours(2);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    private static readonly Uri Dark = new("http://127.0.0.1:9/notifications/dark");

    public string Id => "T7";

    public string Title => "the webhook is dark for 3, 47 and 60 hours, then one sweep";

    public async Task<CampaignResult> RunAsync(CampaignContext context, CancellationToken cancellationToken)
    {
        var tally = new Tally(context.Log);
        var questions = context.Count(ci: 300, issue: 10_000, release: 10_000);
        foreach (var hours in (int[])[3, 47, 60])
            await RunAsync(TimeSpan.FromHours(hours), questions, context, tally, cancellationToken);
        return tally.Result();
    }

    private static async Task RunAsync(TimeSpan dark, int questions, CampaignContext context, Tally tally, CancellationToken cancellationToken)
    {
        var run = $"{dark.TotalHours:0} h";
        var kept = dark < Kept;
        var clock = new SimulatorClock(TimeProvider.System);
        long owner = 0;
        var platform = new SimulatorOptions
        {
            Seed = context.Seed,
            // Fewer attempts than the real eight, in the same hour: each is refused, which costs this machine more than the platform.
            Notices = new() { RetryGaps = [TimeSpan.FromMinutes(25), TimeSpan.FromMinutes(35)], SwitchOffAfter = kept ? 0 : 500, AckWithin = TimeSpan.FromSeconds(60) },
        };
        await using var stage = await LocalStage.SetAsync(
            platform, clock, cancellationToken,
            // A busy machine is no outage of the platform's.
            new Dictionary<string, string>(StringComparer.Ordinal) { ["MercadoLibre:AttemptTimeout"] = "00:02:00", ["MercadoLibre:Notifications:WriteBudget"] = "00:00:30" },
            services => services.PostConfigure<MercadoLibreOptions>(options => options.Application.OwnerAccount = owner == 0 ? null : owner));
        var seller = await stage.LinkSellerAsync(cancellationToken);
        stage.Application.OwnerId = seller.Id;
        stage.Services.GetRequiredService<Microsoft.Extensions.Options.IOptions<MercadoLibreOptions>>().Value.Application.OwnerAccount = owner = seller.Id;
        stage.World.Subscribe(stage.Application.Id, Dark, "questions");

        var buyers = Buyers.Of(stage.World, seller, items: 40, buyers: 250, context.RandomOf((int)dark.TotalHours));
        for (var step = 0; step < Steps; step++)
        {
            for (var i = questions * step / Steps; i < questions * (step + 1) / Steps; i++)
                buyers.Ask();
            clock.Advance((dark - LastAttempts) / Steps);
        }

        while (!stage.World.IsIdle)
        {
            clock.Advance(TimeSpan.FromMinutes(5));
            await Task.Delay(TimeSpan.FromMilliseconds(50), cancellationToken);
        }

        stage.Subscribe();
        var sweep = stage.Services.GetServices<ISweep>().Single(sweep => sweep.Name == (kept ? "missed-feeds" : "questions"));
        var once = new SweepRun(_ => Task.FromResult(true));
        var started = Stopwatch.GetTimestamp();
        await sweep.RunAsync(once, cancellationToken);
        tally.Count($"found after {run}", once.Raised);
        tally.Most($"sweep of {run}, s", Stopwatch.GetElapsedTime(started).TotalSeconds);
        if (once.Raised < questions)
            tally.Violate(run, $"one sweep found {once.Raised} of {questions}. {once.Skipped} {string.Join(" ", once.Failures.Values)}");

        await Drain.WaitAsync(stage.World, buyers.Asked, stage.Database, Patience, cancellationToken);
        tally.Add(run, Judge.Of(stage.World, buyers.Asked, stage.Database));
    }
}
