using MeliBot.Adapter;
using MeliBot.Adapter.Claims;
using MeliBot.Crash.Tests.Judging;
using MeliBot.Crash.Tests.Running;
using MeliBot.Crash.Tests.Stage;
using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Turns;
using MeliBot.Simulator;
using Microsoft.Bot.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace MeliBot.Crash.Tests.Campaigns.Claims;

/// <summary>Ten claims a second on a clock that runs as it does: how long it takes from a claim's opening at the platform, by its notification and eight readings, to the bot's first decision. Only told, never judged.</summary>
internal sealed class ClaimsInARow : ICampaign
{
    private static readonly TimeSpan Apart = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public string Id => "C2";

    public string Title => "ten claims a second, from the opening to the first decision";

    public async Task<CampaignResult> RunAsync(CampaignContext context, CancellationToken cancellationToken)
    {
        var tally = new Tally(context.Log);
        var count = context.Count(ci: 30, issue: 1_000, release: 10_000);
        await using var stage = await LocalStage.SetAsync(
            new SimulatorOptions { Seed = context.Seed, Notices = new() { SwitchOffAfter = 0, AckWithin = TimeSpan.FromSeconds(60) } },
            TimeProvider.System,
            cancellationToken,
            services: services => services.AddTransient<IBot, ProposingBot>());
        var seller = await stage.LinkSellerAsync(cancellationToken);
        stage.World.Subscribe(stage.Application.Id, stage.Callback, "post_purchase", "orders_v2");
        var item = stage.World.CreateItem(new NewItem { SellerId = seller.Id, Title = "Taza", Price = 100, Stock = count });
        List<WorldOrder> orders = [.. Enumerable.Range(0, count).Select(_ => stage.World.Sales.Buy(new NewSale { BuyerId = stage.World.CreateBuyer().Id, Lines = [new(item.Id)] })[0])];

        // Sales are known long before anybody complains of them.
        await Drain.WaitAsync(stage.World, [], stage.Database, Patience, cancellationToken, answers: false);
        var opened = new List<WorldClaim>();
        using (var pace = new PeriodicTimer(Apart))
        {
            foreach (var order in orders)
            {
                await pace.WaitForNextTickAsync(cancellationToken);
                opened.Add(stage.World.Claims.Open(new NewClaim { OrderId = order.Id, Text = "No enciende." }));
            }
        }

        await Drain.WaitAsync(stage.World, [], stage.Database, Patience, cancellationToken, answers: false);
        var turns = stage.Services.GetRequiredService<ITurnStore>();
        List<double> took = [];
        List<long> lost = [];
        foreach (var claim in opened)
        {
            var records = await turns.RecordsAsync(new ConversationRef(ClaimKeys.Conversation(seller.Id, claim.Id), seller.Id, MercadoLibreChannel.Claims), cancellationToken);
            if (records is [var first, ..]) took.Add((first.At - claim.Created).TotalMilliseconds);
            else lost.Add(claim.Id);
        }

        tally.Add("run", new Verdict(count, lost, [], [], [], [], [.. lost.Select(id => $"claim {id} was never decided about")]));
        took.Sort();
        if (took.Count > 0)
        {
            tally.Count("half decided within ms", Math.Round(took[took.Count / 2]));
            tally.Count("95 of 100 within ms", Math.Round(took[(int)(took.Count * 0.95)]));
            tally.Count("longest ms", Math.Round(took[^1]));
        }

        return tally.Result();
    }
}
