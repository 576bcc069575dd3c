using System.Globalization;
using MeliBot.Adapter.Claims;
using MeliBot.Adapter.Policy;
using MeliBot.Crash.Tests.Judging;
using MeliBot.Crash.Tests.Running;
using MeliBot.Crash.Tests.Stage;
using MeliBot.Delivery.Conversations;
using MeliBot.Simulator;
using Microsoft.Bot.Builder;
using Microsoft.Extensions.DependencyInjection;
using Verdict = MeliBot.Crash.Tests.Judging.Verdict;

namespace MeliBot.Crash.Tests.Campaigns.Claims;

/// <summary>
/// The Simulator's own lives of claims, each as its file tells it and to the end that it expects, while the bot answers by itself and proposes every action there is: every type, and every odd end.
/// </summary>
internal sealed class ShippedClaims : ICampaign
{
    /// <summary>It is about a seller who says nothing; a bot does.</summary>
    private const string Silent = "seller-never-answers";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public string Id => "C3";

    public string Title => "every life of a claim that the Simulator ships, with a bot that answers and proposes";

    public async Task<CampaignResult> RunAsync(CampaignContext context, CancellationToken cancellationToken)
    {
        var tally = new Tally(context.Log);
        using var clock = new VirtualClock();
        await using var stage = await LocalStage.SetAsync(Platform(context.Seed), clock, cancellationToken, Settings, services =>
        {
            services.AddTransient<IBot, ProposingBot>();
            services.Configure<PolicyOptions>(options => options.Kinds["claims"] = Mode.Auto);
        });
        stage.World.Subscribe(stage.Application.Id, stage.Callback, "post_purchase", "orders_v2");
        foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Scenarios", "claims"), "*.yaml").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileNameWithoutExtension(file);
            if (name != Silent) tally.Add(name, await PlayAsync(stage, file, cancellationToken));
        }

        tally.Count("messages", stage.World.Journal.Accepted(EffectKinds.ClaimMessage).Count(IsOurs));
        foreach (var refused in stage.World.Journal.Refused(EffectKinds.ClaimMessage).Where(effect => IsOurs(effect) && effect.Refusal == "stage_forbids"))
            tally.Violate(refused.Key, $"a message went to whom the stage forbids it: {refused.Text}");
        return tally.Result();
    }

    private static async Task<Verdict> PlayAsync(LocalStage stage, string file, CancellationToken cancellationToken)
    {
        var scenario = stage.Scenarios.Load(await File.ReadAllTextAsync(file, cancellationToken), Path.GetFileName(file));
        foreach (var (_, id) in scenario.Accounts) await stage.Services.LinkAsync(stage.World, stage.Application, stage.World.Users.Single(user => user.Id == id), cancellationToken);
        stage.Scenarios.Start();
        await stage.Scenarios.Finished.WaitAsync(Patience, cancellationToken);
        var drained = await Drain.WaitAsync(stage.World, [], stage.Database, Patience, cancellationToken, answers: false);
        stage.World.Faults.Clear();

        var ended = stage.Scenarios.Current!;
        List<string> violations = [.. ended.Failures];
        if (drained is null) violations.Add("the host had something to do two minutes later");
        List<long> lost = [], twice = [];
        var claims = stage.Services.GetRequiredService<ClaimStore>();
        foreach (var (key, id) in ended.Claims)
        {
            var claim = stage.World.Claims.Find(id)!;
            if (await claims.FindAsync(claim.SellerId, id, cancellationToken) is not { } kept || kept.IsOpen != claim.IsOpen)
            {
                lost.Add(id);
                violations.Add($"claim \"{key}\" isn't kept as it is");
            }

            var said = claim.Messages.Where(message => message.By.StartsWith("app:", StringComparison.Ordinal)).Select(message => message.Text).ToList();
            if (said.Count != said.Distinct(StringComparer.Ordinal).Count())
            {
                twice.Add(id);
                violations.Add($"claim \"{key}\" was told the same twice");
            }

            violations.AddRange(stage.World.Journal.MoneyActions(id.ToString(CultureInfo.InvariantCulture)).Select(act => $"claim \"{key}\": {act.Kind} was done, and nobody confirmed it"));
        }

        var rows = StoreRows.Read(stage.Database);
        violations.AddRange(rows.Activities.Values.Where(activity => activity.Turn == ActivityTurn.Pending).Select(activity => $"I8 {activity.Id} still awaits its turn"));
        return new(ended.Claims.Count, lost, twice, [], [], [.. rows.Parked.Select(pair => $"{pair.Key.Key}: {pair.Value}")], violations);
    }

    private static IReadOnlyDictionary<string, string> Settings { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["MercadoLibre:Adapter:ClaimSettle"] = "00:00:00.1",
        ["MercadoLibre:Adapter:MessageReadBackAfter"] = "00:00:05",
        ["MercadoLibre:Policy:MostRepeats"] = "10000",
    };

    private static SimulatorOptions Platform(int seed) => new()
    {
        Seed = seed,
        // Days pass at once, more of them than a token lives.
        AccessTokenLife = TimeSpan.FromDays(3000),
        Moderation = new() { SameMessages = 0 },
        Notices = new() { RetryGaps = [.. Enumerable.Repeat(TimeSpan.FromSeconds(5), 500)], SwitchOffAfter = 0 },
    };

    private static bool IsOurs(JournalEffect effect) => effect.By.StartsWith("app:", StringComparison.Ordinal);
}
