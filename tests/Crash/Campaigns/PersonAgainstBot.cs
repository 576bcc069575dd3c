using System.Globalization;
using MeliBot.Adapter.Inbound;
using MeliBot.Adapter.Outbound.Senders;
using MeliBot.Crash.Tests.Judging;
using MeliBot.Crash.Tests.Running;
using MeliBot.Crash.Tests.Stage;
using MeliBot.Delivery.Drafts;
using MeliBot.Delivery.Effects;
using MeliBot.Delivery.Turns;
using MeliBot.MercadoLibre;
using MeliBot.Simulator;
using Microsoft.Extensions.DependencyInjection;

namespace MeliBot.Crash.Tests.Campaigns;

/// <summary>
/// T9. A person and the bot, or two people, answer one question at the same instant, through the store's own operations as an inbox uses them: take over the planned answer, plan the own one first,
/// approve the draft. One answer is posted, and who lost is told who won.
/// </summary>
internal sealed class PersonAgainstBot : ICampaign
{
    private const int AtOnce = 25;
    private const string PersonSays = "Lo respondo yo.";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public string Id => "T9";

    public string Title => "person against bot, and person against person, at the same instant";

    public async Task<CampaignResult> RunAsync(CampaignContext context, CancellationToken cancellationToken)
    {
        var tally = new Tally(context.Log);
        var races = context.Count(ci: 300, issue: 5_000, release: 100_000);
        await RunAsync("take over", "Auto", TakeOverAsync, races * 2 / 5, context, tally, cancellationToken);
        await RunAsync("own answer", "Auto", PlanAsync, races * 2 / 5, context, tally, cancellationToken);
        await RunAsync("draft", "Draft", DecideAsync, races - (races * 2 / 5 * 2), context, tally, cancellationToken);
        return tally.Result();
    }

    private static async Task RunAsync(
        string race, string mode, Func<Arena, WorldQuestion, Task> fight, int races, CampaignContext context, Tally tally, CancellationToken cancellationToken)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["MercadoLibre:Policy:Mode"] = mode,
            ["MercadoLibre:Adapter:QuestionSettle"] = "00:00:00",
            // A busy machine is no outage of the platform's, nor ours.
            ["MercadoLibre:AttemptTimeout"] = "00:02:00",
            ["MercadoLibre:Notifications:WriteBudget"] = "00:00:30",
        };
        await using var stage = await LocalStage.SetAsync(new() { Seed = context.Seed, Notices = new() { SwitchOffAfter = 0, AckWithin = TimeSpan.FromSeconds(60), RetryGaps = [.. Enumerable.Repeat(TimeSpan.FromSeconds(1), 300)] } }, TimeProvider.System, cancellationToken, settings,
            services => services.AddSingleton<IRateBudget, NoBudget>());
        var seller = await stage.LinkSellerAsync(cancellationToken);
        stage.Subscribe();
        var item = stage.World.CreateItem(new() { SellerId = seller.Id, Title = "Taza", Price = 1, Stock = 1 });
        var arena = new Arena(stage, context.RandomOf(race.Length), tally, race, cancellationToken);
        var asked = new List<WorldQuestion>();
        while (asked.Count < races)
        {
            var round = Enumerable.Range(0, Math.Min(AtOnce, races - asked.Count)).Select(_ => stage.World.Ask(stage.World.CreateBuyer().Id, item.Id, "Hola, hay stock?")).ToList();
            asked.AddRange(round);
            await Task.WhenAll(round.Select(question => fight(arena, question))).WaitAsync(Patience, cancellationToken);
        }

        await Drain.WaitAsync(stage.World, asked, stage.Database, Patience, cancellationToken);
        foreach (var question in asked)
            await arena.JudgeAsync(question);
        tally.Add(race, Judge.Of(stage.World, asked, stage.Database));
        tally.Count("races", races);
    }

    /// <summary>The person replaces what the bot has planned, as soon as it is to be seen.</summary>
    private static async Task TakeOverAsync(Arena arena, WorldQuestion question)
    {
        EffectSlot? slot;
        while ((slot = await arena.FindAsync(question)) is null)
            await Task.Delay(1, arena.Cancellation);
        await arena.HesitateAsync();
        var result = await arena.Effects.TakeOverAsync(slot.Key, slot.Epoch, Words(question), "agent:ana", arena.Now, arena.Cancellation);
        await arena.PersonIsToldAsync(question, result == TakeOverResult.TakenOver, result.ToString());
    }

    /// <summary>The person writes an answer of their own while the bot's turn is on its way.</summary>
    private static async Task PlanAsync(Arena arena, WorldQuestion question)
    {
        while (!await arena.KnowsAsync(question))
            await Task.Delay(1, arena.Cancellation);
        await arena.HesitateAsync();
        var plan = new EffectPlan
        {
            Key = Arena.KeyOf(question),
            Kind = AnswerPayload.Kind,
            Payload = Words(question),
            Author = "agent:ana",
            Activity = QuestionKeys.Activity(question.SellerId, question.Id),
            DueAt = arena.Now,
        };
        var planned = await arena.Effects.PlanAsync(Arena.ConversationOf(question), plan, arena.Now, arena.Cancellation);
        await arena.PersonIsToldAsync(question, planned, planned ? "planned" : "taken");
    }

    /// <summary>Two people decide on one draft: one approves it, the other sends words of their own or throws it away.</summary>
    private static async Task DecideAsync(Arena arena, WorldQuestion question)
    {
        var activity = QuestionKeys.Activity(question.SellerId, question.Id);
        Draft? draft;
        while ((draft = (await arena.Drafts.OpenAsync(question.SellerId, 1_000, arena.Cancellation)).FirstOrDefault(open => open.Activity == activity)) is null)
            await Task.Delay(TimeSpan.FromMilliseconds(2), arena.Cancellation);
        var results = await Task.WhenAll(
            Task.Run(() => arena.Drafts.ApproveAsync(draft.Id, "ana", arena.Now, arena.Cancellation)),
            Task.Run(() => arena.Drafts.ApproveEditedAsync(draft.Id, Words(question), "luis", arena.Now, arena.Cancellation)));
        if (results.Count(result => result == DraftResult.Done) != 1)
            arena.Violate(question, $"two people deciding one draft were told {string.Join(" and ", results)}");
        arena.Won(results[0] == DraftResult.Done ? "ana" : "luis");
        arena.Promise(question, results[0] == DraftResult.Done ? "agent:ana" : "agent:luis");
    }

    private static string Words(WorldQuestion question) => new AnswerPayload(question.Id, PersonSays).ToJson();

    private sealed class Arena(LocalStage stage, Random random, Tally tally, string race, CancellationToken cancellationToken)
    {
        private readonly Dictionary<long, string> _promised = [];
        private readonly ITurnStore _turns = stage.Services.GetRequiredService<ITurnStore>();

        public IEffectStore Effects { get; } = stage.Services.GetRequiredService<IEffectStore>();

        public IDraftStore Drafts { get; } = stage.Services.GetRequiredService<IDraftStore>();

        public CancellationToken Cancellation => cancellationToken;

        public DateTimeOffset Now => TimeProvider.System.GetUtcNow();

        public static string KeyOf(WorldQuestion question) => QuestionKeys.Answer(question.SellerId, question.Id);

        public static Delivery.Conversations.ConversationRef ConversationOf(WorldQuestion question) =>
            new(QuestionKeys.Conversation(question.SellerId, question.ItemId, question.BuyerId, question.Id), question.SellerId, "questions");

        public Task<EffectSlot?> FindAsync(WorldQuestion question) => Effects.FindAsync(KeyOf(question), cancellationToken);

        public async Task<bool> KnowsAsync(WorldQuestion question) =>
            (await _turns.LoadAsync(ConversationOf(question), cancellationToken)).Activities.Any(entry => entry.Id == QuestionKeys.Activity(question.SellerId, question.Id));

        /// <summary>So that the instants meet at every step of the bot's.</summary>
        public Task HesitateAsync()
        {
            int milliseconds;
            lock (random)
                milliseconds = random.Next(0, race == "take over" ? 4 : 15);
            return milliseconds == 0 ? Task.CompletedTask : Task.Delay(milliseconds, cancellationToken);
        }

        /// <summary>Who lost finds at once, in the slot, who won or is about to.</summary>
        public async Task PersonIsToldAsync(WorldQuestion question, bool won, string told)
        {
            Won(won ? "person" : "bot");
            if (won)
            {
                Promise(question, "agent:ana");
                return;
            }

            if (await FindAsync(question) is not { Author: "bot" })
                Violate(question, $"the person was told \"{told}\", but the slot doesn't name the bot as who won");
            Promise(question, "bot");
        }

        public void Won(string who)
        {
            lock (tally)
                tally.Count($"{race}: {who} won");
        }

        public void Promise(WorldQuestion question, string author)
        {
            lock (_promised)
                _promised[question.Id] = author;
        }

        public void Violate(WorldQuestion question, string what)
        {
            lock (tally)
                tally.Violate($"{race} {question.Id.ToString(CultureInfo.InvariantCulture)}", what);
        }

        /// <summary>What is posted is what was promised, and the conversation says whose it is: so the bot is told as well.</summary>
        public async Task JudgeAsync(WorldQuestion question)
        {
            var author = _promised.GetValueOrDefault(question.Id, "nobody");
            var slot = await FindAsync(question);
            if (slot?.Author != author)
                Violate(question, $"was promised to {author}, but the slot is of {slot?.Author}");
            var person = stage.World.Question(question.Id)?.Answer?.Text.StartsWith(PersonSays, StringComparison.Ordinal) == true;
            var persons = race == "draft" ? author == "agent:luis" : author == "agent:ana";
            if (person != persons)
                Violate(question, $"was promised to {author}, but the platform shows {(person ? "the person's" : "the bot's")} words");
            var snapshot = await _turns.LoadAsync(ConversationOf(question), cancellationToken);
            if (snapshot.Activities.FirstOrDefault(entry => entry.Id == KeyOf(question)) is not { } answer || QuestionChannelData.Of(ActivityJson.Read(answer.Payload))?.By != author)
                Violate(question, $"was promised to {author}, but the conversation doesn't say so");
        }
    }
}
