using MeliBot.Crash.Tests.Judging;
using MeliBot.Crash.Tests.Load;
using MeliBot.Crash.Tests.Running;
using MeliBot.Crash.Tests.Stage;
using MeliBot.Simulator;
using Microsoft.Extensions.DependencyInjection;

namespace MeliBot.Crash.Tests.Campaigns;

/// <summary>
/// T14. This machine's clock is set two hours forward or back, or past the token's expiry, in the middle of work; the platform's isn't. Work goes on at once, tokens are renewed once a leap
/// and not once a call, and nobody waits for a time that has passed.
/// </summary>
internal sealed class ClockJumps : ICampaign
{
    private const int EachSide = 3;
    private static readonly TimeSpan Hours = TimeSpan.FromHours(2);
    private static readonly TimeSpan TokenLife = TimeSpan.FromHours(6);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public string Id => "T14";

    public string Title => "the clock jumps two hours, both ways, and past the token's expiry";

    public async Task<CampaignResult> RunAsync(CampaignContext context, CancellationToken cancellationToken)
    {
        var tally = new Tally(context.Log);
        var clock = new JumpingClock();
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["MercadoLibre:AttemptTimeout"] = "00:02:00",
            ["MercadoLibre:Adapter:QuestionSettle"] = "00:00:00.050",
            ["MercadoLibre:Adapter:ReadBackAfter"] = "00:00:00.100",
        };
        await using var stage = await LocalStage.SetAsync(
            new() { Seed = context.Seed, AccessTokenLife = TokenLife, Notices = new() { SwitchOffAfter = 0, RetryGaps = [.. Enumerable.Repeat(TimeSpan.FromMilliseconds(500), 200)] } },
            TimeProvider.System, cancellationToken, settings, services => services.AddSingleton<TimeProvider>(clock));
        var seller = await stage.LinkSellerAsync(cancellationToken);
        stage.Subscribe();
        var random = context.RandomOf(0);
        var buyers = Buyers.Of(stage.World, seller, items: 10, buyers: 50, random);
        var jumps = context.Count(ci: 30, issue: 200, release: 2_000);
        var leaps = 0;
        for (var jump = 0; jump < jumps; jump++)
        {
            var asked = Ask(buyers);
            await Task.Delay(random.Next(0, 80), cancellationToken);
            var by = (jump % 4) switch { 0 => Hours, 1 => -Hours, 2 => TokenLife + TimeSpan.FromMinutes(1), _ => -Hours };
            leaps += by > TimeSpan.Zero ? 1 : 0;
            clock.Offset += by;
            asked.AddRange(Ask(buyers));
            if (await Drain.WaitAsync(stage.World, asked, stage.Database, Patience, cancellationToken) is not { } drained)
            {
                tally.Violate($"jump {jump + 1}", $"of {by.TotalHours:0} h left work waiting for more than {Patience.TotalMinutes:0} min");
                break;
            }

            tally.Most("slowest drain, s", drained.TotalSeconds);
            tally.Count("jumps");
        }

        var renewals = stage.World.Journal.Accepted(EffectKinds.Token).Count;
        tally.Count("leaps forward", leaps);
        tally.Count("token renewals", renewals);
        tally.Count("negative waits", clock.NegativeWaits);
        if (renewals > leaps)
            tally.Violate("tokens", $"were renewed {renewals} times in {leaps} leaps");
        if (clock.NegativeWaits > 0)
            tally.Violate("waits", $"{clock.NegativeWaits} timers were set to a time that had passed");
        tally.Add("clock", Judge.Of(stage.World, buyers.Asked, stage.Database));
        return tally.Result();
    }

    private static List<WorldQuestion> Ask(Buyers buyers) => [.. Enumerable.Range(0, EachSide).Select(_ => buyers.Ask())];
}
