using System.Globalization;
using MeliBot.Adapter;
using MeliBot.Adapter.Messages;
using MeliBot.Adapter.Outbound.Senders;
using MeliBot.Crash.Tests.Judging;
using MeliBot.Crash.Tests.Running;
using MeliBot.Crash.Tests.Stage;
using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Effects;
using MeliBot.Simulator;
using Microsoft.Extensions.DependencyInjection;

namespace MeliBot.Crash.Tests.Campaigns;

/// <summary>
/// T3b for messages of sales, which nothing guards against being posted twice. The platform takes every message and its reply is lost; a sixth is even applied after the gateway gave up, but
/// sooner than the read-back waits. One in ten says what the one before it in the same sale said.
/// </summary>
internal sealed class MessagesAfterTheEffect : ICampaign
{
    private const int InOneSale = 5;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public string Id => "T3b-messages";

    public string Title => "every message of a sale applied and its reply lost: reset, hang, 502, truncated, cut, applied late";

    public async Task<CampaignResult> RunAsync(CampaignContext context, CancellationToken cancellationToken)
    {
        var tally = new Tally(context.Log);
        var count = context.Count(ci: 300, issue: 5_000, release: 100_000);
        using var clock = new VirtualClock();
        var platform = FaultsBeforeTheEffect.Platform(context.Seed);
        (platform.MessageCallsPerMinute, platform.Moderation.SameMessages) = (null, 0);
        await using var stage = await LocalStage.SetAsync(
            platform, clock, cancellationToken, new Dictionary<string, string>(StringComparer.Ordinal) { ["MercadoLibre:Budget:MessageCallsPerMinute"] = "100000" });
        var seller = await stage.LinkSellerAsync(cancellationToken);
        var sales = Sell(stage.World, seller, (count + InOneSale - 1) / InOneSale);
        var faults = LostReplies.Arm(stage.World, "POST /messages/packs/*");

        var planned = await PlanAsync(stage, seller.Id, sales, count, context.RandomOf(0), clock, cancellationToken);
        await Drain.WaitAsync(stage.World, [], stage.Database, Patience, cancellationToken, answers: false);

        var accepted = stage.World.Journal.Accepted(EffectKinds.Message).GroupBy(effect => (effect.Key, effect.Text)).ToDictionary(group => group.Key, group => group.Count());
        var effects = stage.Services.GetRequiredService<IEffectStore>();
        List<long> lost = [], twice = [];
        var parked = new List<string>();
        foreach (var same in planned.GroupBy(message => (Key: message.Pack.ToString(CultureInfo.InvariantCulture), message.Text)))
        {
            var there = accepted.GetValueOrDefault((same.Key.Key, (string?)same.Key.Text));
            foreach (var message in same)
            {
                var slot = await effects.FindAsync(message.Key, cancellationToken);
                if (slot?.State == EffectState.Parked) parked.Add($"{message.Key}: {slot.Reason?.Text}");
                else if (slot?.State != EffectState.Sent) tally.Violate("run", $"{message.Key} ended {slot?.State}: {slot?.Reason?.Text}");
            }

            if (there < same.Count()) lost.Add(same.First().Pack);
            if (there > same.Count()) twice.Add(same.First().Pack);
        }

        foreach (var pack in lost) tally.Violate("run", $"a message of sale {pack} is not on the platform");
        foreach (var pack in twice) tally.Violate("run", $"a message of sale {pack} is there more often than it was to be said");
        foreach (var one in parked) tally.Violate("run", $"parked although it could be decided: {one}");
        tally.Add("run", new Verdict(planned.Count, lost, twice, [], [], parked, []));
        tally.Count("replies lost", faults.Sum(fault => stage.World.Faults.Applied(fault) ?? 0));
        tally.Count("applied late", stage.World.Faults.Applied(faults[^1]) ?? 0);
        return tally.Result();
    }

    /// <summary>Sales in which the buyer has written, so that the seller may answer.</summary>
    private static List<long> Sell(World world, WorldUser seller, int count)
    {
        var item = world.CreateItem(new NewItem { SellerId = seller.Id, Title = "Taza", Stock = count });
        var packs = new List<long>();
        for (var i = 0; i < count; i++)
        {
            var pack = world.Sales.Buy(new NewSale { BuyerId = world.CreateBuyer().Id, Lines = [new(item.Id)] })[0].Conversation;
            world.Messages.WriteAsBuyer(pack, "¿Cuándo llega?");
            packs.Add(pack);
        }

        return packs;
    }

    private static async Task<IReadOnlyList<(string Key, long Pack, string Text)>> PlanAsync(
        LocalStage stage, long account, List<long> sales, int count, Random random, TimeProvider clock, CancellationToken cancellationToken)
    {
        var effects = stage.Services.GetRequiredService<IEffectStore>();
        var planned = new List<(string Key, long Pack, string Text)>();
        for (var i = 0; i < count; i++)
        {
            var pack = sales[i / InOneSale];
            var text = i % InOneSale > 0 && random.Next(10) == 0 ? planned[^1].Text : $"Mensaje {i}: ya sale tu compra.";
            var key = MessageKeys.Slot(account, pack, "turn", i);
            await effects.PlanAsync(
                new ConversationRef(MessageKeys.Conversation(account, pack), account, MercadoLibreChannel.Orders),
                new EffectPlan { Key = key, Kind = MessagePayload.Kind, Payload = new MessagePayload(pack, text).ToJson(), DueAt = clock.GetUtcNow() },
                clock.GetUtcNow(),
                cancellationToken);
            planned.Add((key, pack, text));
        }

        return planned;
    }
}
