using System.Collections.Concurrent;
using System.Text.Json;
using MeliBot.Crash.Tests.Judging;
using MeliBot.Crash.Tests.Running;
using MeliBot.Crash.Tests.Stage;
using MeliBot.Delivery.Drafts;
using MeliBot.Delivery.Parking;
using MeliBot.MercadoLibre;
using MeliBot.Simulator;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.DependencyInjection;

namespace MeliBot.Crash.Tests.Campaigns;

/// <summary>
/// T8. One question in a hundred can't be worked on: its body is malformed, its text has five megabytes, or the dialog throws on it. Each ends with a person after five tries, its
/// neighbours notice nothing, and once the cause is gone a replay brings it through. Bursts without any poison alternate, for the comparison.
/// </summary>
internal sealed class Poison : ICampaign
{
    private const int Burst = 100;
    private const int CleanEvery = 10;
    private const int Tries = 5;
    private const int Huge = 5 * 1024 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private enum Kind
    {
        Malformed,
        Throws,
        TooLong,
    }

    public string Id => "T8";

    public string Title => "1 % poison: malformed, 5 MB of text, a dialog that throws";

    public async Task<CampaignResult> RunAsync(CampaignContext context, CancellationToken cancellationToken)
    {
        var tally = new Tally(context.Log);
        var bursts = context.Count(ci: 30, issue: 1_000, release: 10_000);
        var cure = new Cure();
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Delivery:RetryBase"] = "00:00:00.050",
            ["Delivery:RetryCap"] = "00:00:00.500",
            ["MercadoLibre:Adapter:QuestionSettle"] = "00:00:00",
            // A busy machine is no outage of the platform's.
            ["MercadoLibre:AttemptTimeout"] = "00:02:00",
            ["MercadoLibre:Notifications:WriteBudget"] = "00:00:30",
        };
        await using var stage = await LocalStage.SetAsync(
            new() { Seed = context.Seed, Notices = new() { SwitchOffAfter = 0, AckWithin = TimeSpan.FromSeconds(60), RetryGaps = [.. Enumerable.Repeat(TimeSpan.FromSeconds(1), 300)] } }, TimeProvider.System, cancellationToken, settings,
            services => services.AddSingleton<IRateBudget, NoBudget>().AddSingleton(cure).AddTransient<IBot, SensitiveBot>());
        var seller = await stage.LinkSellerAsync(cancellationToken);
        stage.Subscribe();
        var crowd = new Crowd(stage.World, seller, context.RandomOf(0));

        var poisons = new Dictionary<long, Kind>();
        var (clean, poisoned) = (new List<double>(), new List<double>());
        var all = bursts + Math.Max(1, bursts / CleanEvery);
        // The first warms everything up and isn't counted.
        for (var burst = -1; burst < all; burst++)
        {
            var isClean = burst < 0 || burst % (CleanEvery + 1) == 0;
            var asked = new List<WorldQuestion>();
            for (var i = 0; i < Burst; i++)
            {
                if (!isClean && i == Burst / 2)
                    poisons.Add(Arm(stage.World, crowd, cure, (Kind)(burst % 3)), (Kind)(burst % 3));
                else
                    asked.Add(crowd.Ask());
            }

            await AnsweredAsync(stage.World, asked, cancellationToken);
            if (burst < 0)
                continue;
            (isClean ? clean : poisoned).AddRange(asked.Select(question => stage.World.Question(question.Id)!).Select(question => (question.Answer!.Created - question.Created).TotalMilliseconds));
        }

        var parking = stage.Services.GetRequiredService<IParkingStore>();
        var parked = await ParkedAsync(parking, poisons.Count, cancellationToken);
        tally.Count("poison", poisons.Count);
        tally.Count("parked", parked.Count);
        Check(parked, poisons, tally);
        tally.Count("neighbours' p99 beside poison, ms", P99(poisoned));
        tally.Count("p99 without, ms", P99(clean));
        tally.Count("ratio", P99(poisoned) / P99(clean));

        cure.Given = true;
        var replayed = 0;
        foreach (var one in parked)
            replayed += await parking.ReplayAsync(one.Id, TimeProvider.System.GetUtcNow(), cancellationToken) ? 1 : 0;
        await ApproveAsync(stage, poisons.Values.Count(kind => kind == Kind.Throws), cancellationToken);
        await Drain.WaitAsync(stage.World, crowd.Asked, stage.Database, Patience, cancellationToken);
        tally.Count("replayed", replayed);
        tally.Add("after the replays", Judge.Of(stage.World, crowd.Asked, stage.Database));
        return tally.Result();
    }

    private static long Arm(World world, Crowd crowd, Cure cure, Kind kind)
    {
        if (kind == Kind.Throws)
        {
            var question = crowd.AskAsStranger();
            cure.Needed[question.Id] = true;
            return question.Id;
        }

        // Before it is asked: its notice is faster than we are. Ids are given in order, and nobody else asks.
        var next = crowd.Asked[^1].Id + 1;
        var template = crowd.Asked[^1];
        var body = kind == Kind.Malformed ? $$"""{"id":{{next}},"text":"Hola""" : JsonSerializer.Serialize(new
        {
            id = next,
            seller_id = template.SellerId,
            item_id = template.ItemId,
            status = "UNANSWERED",
            date_created = template.Created,
            text = new string('x', Huge),
            from = new { id = template.BuyerId },
        });
        world.AddFault(new() { Kind = FaultKind.Reply, Endpoint = $"GET /questions/{next}", Status = 200, Body = body, Count = Tries });
        var asked = crowd.AskAsStranger();
        return asked.Id == next ? next : throw new InvalidOperationException($"The platform named it {asked.Id}, not {next}.");
    }

    private static async Task AnsweredAsync(World world, IEnumerable<WorldQuestion> asked, CancellationToken cancellationToken)
    {
        var open = new Stack<long>(asked.Select(question => question.Id));
        await world.WaitUntilAsync(
            _ =>
            {
                while (open.TryPeek(out var id) && world.Question(id)?.Answer is not null)
                    open.Pop();
                return open.Count == 0;
            },
            cancellationToken).WaitAsync(Patience, cancellationToken);
    }

    private static async Task<IReadOnlyList<Parked>> ParkedAsync(IParkingStore parking, int count, CancellationToken cancellationToken)
    {
        var until = TimeProvider.System.GetUtcNow() + Patience;
        while (true)
        {
            var parked = await parking.ListAsync(null, int.MaxValue, cancellationToken);
            if (parked.Count >= count || TimeProvider.System.GetUtcNow() > until)
                return parked;
            await Task.Delay(TimeSpan.FromMilliseconds(50), cancellationToken);
        }
    }

    private static void Check(IReadOnlyList<Parked> parked, Dictionary<long, Kind> poisons, Tally tally)
    {
        var byQuestion = parked.ToLookup(one => Judge.QuestionIn(one.Key));
        foreach (var (question, kind) in poisons)
        {
            var run = $"{kind} {question}";
            if (byQuestion[question].ToList() is not [var one])
            {
                tally.Violate(run, $"is parked {byQuestion[question].Count()} times");
                continue;
            }

            if (one.Attempts != Tries)
                tally.Violate(run, $"was parked after {one.Attempts} tries");
            var reason = kind switch { Kind.Malformed => "can't be read", Kind.TooLong => "characters", _ => "veneno" };
            if (!one.Reason.Text.Contains(reason, StringComparison.Ordinal))
                tally.Violate(run, $"gives as its reason: {one.Reason}");
        }

        foreach (var one in parked.Where(one => !poisons.ContainsKey(Judge.QuestionIn(one.Key))))
            tally.Violate(one.Key, $"was healthy and is parked: {one.Reason}");
    }

    /// <summary>A dialog that gave up has left its conversation to a person, so what it says after the replay is that person's draft.</summary>
    private static async Task ApproveAsync(LocalStage stage, int expected, CancellationToken cancellationToken)
    {
        var drafts = stage.Services.GetRequiredService<IDraftStore>();
        var until = TimeProvider.System.GetUtcNow() + Patience;
        for (var approved = 0; approved < expected && TimeProvider.System.GetUtcNow() < until;)
        {
            foreach (var draft in await drafts.OpenAsync(null, 1_000, cancellationToken))
                approved += await drafts.ApproveAsync(draft.Id, "ana", TimeProvider.System.GetUtcNow(), cancellationToken) == DraftResult.Done ? 1 : 0;
            await Task.Delay(TimeSpan.FromMilliseconds(50), cancellationToken);
        }
    }

    private static double P99(List<double> values) => values.Count == 0 ? double.NaN : values.Order().ElementAt((int)Math.Ceiling(values.Count * 0.99) - 1);

    private sealed class Crowd(World world, WorldUser seller, Random random)
    {
        private readonly List<WorldUser> _buyers = [.. Enumerable.Range(0, 400).Select(_ => world.CreateBuyer())];
        private readonly List<WorldItem> _items = [.. Enumerable.Range(1, 50).Select(n => world.CreateItem(new() { SellerId = seller.Id, Title = $"Taza {n}", Price = n, Stock = n }))];

        public List<WorldQuestion> Asked { get; } = [];

        public WorldQuestion Ask() => Ask(_buyers[random.Next(_buyers.Count)]);

        /// <summary>In a conversation of its own, because what goes wrong there may leave it to a person.</summary>
        public WorldQuestion AskAsStranger() => Ask(world.CreateBuyer());

        private WorldQuestion Ask(WorldUser buyer)
        {
            var question = world.Ask(buyer.Id, _items[random.Next(_items.Count)].Id, "Hola, hay stock?");
            Asked.Add(question);
            return question;
        }
    }

    private sealed class Cure
    {
        public ConcurrentDictionary<long, bool> Needed { get; } = new();

        public volatile bool Given;
    }

    private sealed class SensitiveBot(Cure cure) : IBot
    {
        public async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
        {
            if (turnContext.Activity.Type != ActivityTypes.Message)
                return;
            if (!cure.Given && cure.Needed.ContainsKey(Judge.QuestionIn(turnContext.Activity.Id)))
                throw new InvalidOperationException("veneno");
            await turnContext.SendActivityAsync("Hay stock.", cancellationToken: cancellationToken);
        }
    }
}
