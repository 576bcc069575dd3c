using System.Globalization;
using MeliBot.Adapter.Messages;
using MeliBot.Adapter.Outbound.Senders;
using MeliBot.Adapter.Turns;
using MeliBot.Crash.Tests.Judging;
using MeliBot.Crash.Tests.Load;
using MeliBot.Crash.Tests.Running;
using MeliBot.Crash.Tests.Stage;
using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Effects;
using MeliBot.MercadoLibre;
using MeliBot.Simulator;
using Microsoft.Extensions.DependencyInjection;

namespace MeliBot.Crash.Tests.Campaigns;

/// <summary>
/// T9 for messages. A person takes a sale over at the instant in which the bot replies in it, and writes. Nothing of the bot's may be posted that was claimed after the person spoke, the person's message
/// goes out once, and what the bot couldn't send is shown.
/// </summary>
internal sealed class PersonAgainstBotInASale : ICampaign
{
    private const int AtOnce = 20;
    private const string PersonSays = "Hola, lo veo yo.";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public string Id => "T9-messages";

    public string Title => "a person takes a sale over in the instant in which the bot replies in it";

    public async Task<CampaignResult> RunAsync(CampaignContext context, CancellationToken cancellationToken)
    {
        var tally = new Tally(context.Log);
        var races = context.Count(ci: 100, issue: 1_000, release: 20_000);
        await using var stage = await LocalStage.SetAsync(
            SaleSettings.Platform(context.Seed),
            TimeProvider.System, cancellationToken, SaleSettings.Fast, services => services.AddSingleton<IRateBudget, NoBudget>());
        var buyers = new SaleBuyers(stage.World, await stage.LinkSellerAsync(cancellationToken), races);
        stage.Subscribe("messages");
        var random = context.RandomOf(0);
        foreach (var round in buyers.Written.Keys.Chunk(AtOnce).ToList())
        {
            foreach (var pack in round) buyers.Write(pack);
            await Task.WhenAll(round.Select(pack => FightAsync(stage, pack, random.Next(0, 12), cancellationToken))).WaitAsync(Patience, cancellationToken);
        }

        await Drain.WaitAsync(stage.World, [], stage.Database, Patience, cancellationToken, answers: false);
        Judge(stage, buyers, tally);
        tally.Count("races", races);
        return tally.Result();
    }

    private static async Task FightAsync(LocalStage stage, long pack, int hesitation, CancellationToken cancellationToken)
    {
        var account = stage.World.Messages.Thread(pack)!.SellerId;
        var conversation = new ConversationRef(MessageKeys.Conversation(account, pack), account, "orders");
        var turns = stage.Services.GetRequiredService<Delivery.Turns.ITurnStore>();
        while ((await turns.LoadAsync(conversation, cancellationToken)).Version == 0) await Task.Delay(1, cancellationToken);
        await Task.Delay(hesitation, cancellationToken);
        await stage.Services.GetRequiredService<IHandoffs>().AcceptAsync(conversation.Id, "ana", cancellationToken: cancellationToken);
        var now = TimeProvider.System.GetUtcNow();
        await stage.Services.GetRequiredService<IEffectStore>().PlanAsync(
            conversation,
            new EffectPlan { Key = MessageKeys.Slot(account, pack, "ana", 0), Kind = MessagePayload.Kind, Payload = new MessagePayload(pack, PersonSays).ToJson(), Author = "agent:ana", DueAt = now, OwnerChecked = true },
            now,
            cancellationToken);
    }

    private static void Judge(LocalStage stage, SaleBuyers buyers, Tally tally)
    {
        var rows = StoreRows.Read(stage.Database);
        List<long> lost = [], twice = [];
        foreach (var pack in buyers.Written.Keys)
        {
            var account = stage.World.Messages.Thread(pack)!.SellerId;
            var said = stage.World.Journal.Accepted(EffectKinds.Message).Where(effect => effect.Key == pack.ToString(CultureInfo.InvariantCulture)).OrderBy(effect => effect.Seq).Select(effect => effect.Text).ToList();
            var persons = said.Count(text => text == PersonSays);
            if (persons == 0) lost.Add(pack);
            if (persons > 1 || said.Count - persons > 1) twice.Add(pack);
            var bots = rows.Slots.Values.SingleOrDefault(slot => slot.Key.StartsWith($"{account}:message:{pack}:", StringComparison.Ordinal) && !slot.Key.EndsWith(":ana:0", StringComparison.Ordinal));
            var posted = said.Count > persons;
            tally.Count(posted ? "the bot had spoken" : bots is null ? "the bot only drafted" : "the bot was kept from it");
            if (posted != (bots?.State == EffectState.Sent)) tally.Violate($"sale {pack}", $"the platform {(posted ? "has" : "lacks")} the bot's message, but its slot says {bots?.State.ToString() ?? "nothing"}");
            // Both authors in a thread are fine while the bot was first; after the person it keeps silent.
            if (posted && said.IndexOf(PersonSays) == 0) tally.Violate($"sale {pack}", "the bot spoke after the person");
        }

        foreach (var pack in lost) tally.Violate("run", $"the person's message in sale {pack} is not on the platform");
        foreach (var pack in twice) tally.Violate("run", $"sale {pack} holds a message twice");
        tally.Add("run", new Verdict(buyers.Written.Count, lost, twice, [], [], [], []));
    }
}
