using MeliBot.Adapter.Policy;
using MeliBot.Crash.Tests.Judging;
using MeliBot.Crash.Tests.Running;
using MeliBot.Crash.Tests.Stage;
using MeliBot.Simulator;
using Microsoft.Bot.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace MeliBot.Crash.Tests.Campaigns.Claims;

/// <summary>
/// Claims of every type live at random: parties and mediator write, stages change, dates pass, returns travel, people confirm what costs money, and a tenth of all calls fails, before or after its
/// effect. The bot answers by itself, proposes every action there is, and confirms none.
/// </summary>
internal sealed class RandomLivesOfClaims : ICampaign
{
    private const double Spoilt = 0.1;
    private const int AtOnce = 1_000;
    private const int PeopleAtOnce = 16;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public string Id => "C1";

    public string Title => "random lives of claims with 10 % of calls spoilt: stages, dates, returns, mediators, people who confirm";

    public async Task<CampaignResult> RunAsync(CampaignContext context, CancellationToken cancellationToken)
    {
        var tally = new Tally(context.Log);
        var count = context.Count(ci: 40, issue: 20_000, release: 100_000);
        using var clock = new VirtualClock();
        await using var stage = await LocalStage.SetAsync(Platform(context.Seed), clock, cancellationToken, Settings, services =>
        {
            services.AddTransient<IBot, ProposingBot>();
            services.Configure<PolicyOptions>(options => options.Kinds["claims"] = Mode.Auto);
        });
        var seller = await stage.LinkSellerAsync(cancellationToken);
        stage.World.Subscribe(stage.Application.Id, stage.Callback, "post_purchase");
        var faults = Arm(stage.World);
        var item = stage.World.CreateItem(new NewItem { SellerId = seller.Id, Title = "Taza", Price = 100, Stock = count });
        var people = new ConfirmingPeople(stage.Services, seller.Id);
        var lives = new List<ClaimLife>();
        for (var first = 0; first < count; first += AtOnce)
        {
            List<ClaimLife> wave = [.. Enumerable.Range(first, Math.Min(AtOnce, count - first)).Select(number => ClaimLife.Begin(stage.World, item, context.RandomOf(number)))];
            lives.AddRange(wave);
            for (var steps = 0; steps < ClaimLife.MostSteps; steps++)
            {
                await Parallel.ForEachAsync(wave, new ParallelOptions { MaxDegreeOfParallelism = PeopleAtOnce, CancellationToken = cancellationToken }, async (life, token) => await life.LiveAsync(people, token));
                await Drain.WaitAsync(stage.World, [], stage.Database, Patience, cancellationToken, answers: false);
            }
        }

        var spoilt = faults.Sum(fault => stage.World.Faults.Applied(fault) ?? 0);
        stage.World.Faults.Clear();

        // Whatever date is left passes, and everything that follows from it.
        using (var passing = new CancellationTokenSource(ClaimLife.LongestDate + TimeSpan.FromMinutes(1), clock))
            await Task.Delay(Timeout.InfiniteTimeSpan, passing.Token).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        await ClaimLivesJudge.LookAsync(stage, seller.Id, lives, cancellationToken);
        await Drain.WaitAsync(stage.World, [], stage.Database, Patience, cancellationToken, answers: false);
        var (verdict, unseen) = await ClaimLivesJudge.JudgeAsync(stage, seller.Id, lives, people, cancellationToken);
        tally.Add("run", verdict);
        tally.Count("confirmed by people", people.Confirmed);
        tally.Count("money acts", stage.World.Journal.Effects.Count(effect => effect.Accepted && EffectKinds.CostsMoney(effect.Kind) && IsOurs(effect)));
        tally.Count("dates missed, and shown", stage.World.Journal.Accepted(EffectKinds.MandateMissed).Count - unseen);
        tally.Count("dates missed in an end that is shown as unseen", unseen);
        tally.Count("messages", stage.World.Journal.Accepted(EffectKinds.ClaimMessage).Count(IsOurs));
        tally.Count("refused by stage", stage.World.Journal.Refused(EffectKinds.ClaimMessage).Count(effect => IsOurs(effect) && effect.Refusal == "stage_forbids"));
        tally.Count("spoilt", spoilt);
        return tally.Result();
    }

    private static IReadOnlyDictionary<string, string> Settings { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["MercadoLibre:Adapter:ClaimSettle"] = "00:00:00.1",
        ["MercadoLibre:Adapter:MessageReadBackAfter"] = "00:00:05",
        ["MercadoLibre:Policy:MostRepeats"] = "10000",
        ["MercadoLibre:Budget:MessageCallsPerMinute"] = "100000",
        ["MercadoLibre:Claims:ClockEvery"] = "00:00:01",
        ["MercadoLibre:Claims:Reminders:0"] = "00:01:00",
        ["MercadoLibre:Claims:EscalateFrom"] = "00:01:00",
    };

    private static bool IsOurs(JournalEffect effect) => effect.By.StartsWith("app:", StringComparison.Ordinal);

    private static SimulatorOptions Platform(int seed) => new()
    {
        Seed = seed,
        UnderWay = TimeSpan.FromSeconds(1),
        AccessTokenLife = TimeSpan.FromDays(60),
        MessageCallsPerMinute = null,
        TolerableClientErrorsPerMinute = int.MaxValue,
        Moderation = new() { SameMessages = 0 },
        Claims = new() { RespondWithin = ClaimLife.LongestDate, ComplainantWithin = ClaimLife.LongestDate, ReviewWithin = ClaimLife.LongestDate, ShipReturnWithin = ClaimLife.LongestDate, IncentiveFor = TimeSpan.FromMinutes(2) },
        Notices = new() { RetryGaps = [.. Enumerable.Repeat(TimeSpan.FromSeconds(5), 500)], SwitchOffAfter = 0 },
    };

    private static List<long> Arm(World world)
    {
        Fault[] kinds =
        [
            new() { Kind = FaultKind.TooManyRequests, RetryAfter = TimeSpan.FromSeconds(1) },
            new() { Kind = FaultKind.ServerError, Status = 500 },
            new() { Kind = FaultKind.Reset },
            new() { Kind = FaultKind.ResetAfter, Endpoint = "POST /post-purchase/*" },
            new() { Kind = FaultKind.BadGatewayAfter, Endpoint = "POST /post-purchase/*" },
            new() { Kind = FaultKind.TruncatedJson, Endpoint = "GET *" },
        ];
        return [.. kinds.Select(fault => world.AddFault(fault with { Probability = Spoilt / kinds.Length * (fault.Endpoint == "*" ? 1 : 2) }))];
    }
}
