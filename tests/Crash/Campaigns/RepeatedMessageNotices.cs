using MeliBot.Crash.Tests.Judging;
using MeliBot.Crash.Tests.Load;
using MeliBot.Crash.Tests.Running;
using MeliBot.Crash.Tests.Stage;
using MeliBot.MercadoLibre;
using MeliBot.Simulator;
using Microsoft.Extensions.DependencyInjection;

namespace MeliBot.Crash.Tests.Campaigns;

/// <summary>T2 for messages. Waves of lines in many sales; of each line's notices several come at once and shuffled, and those of our own replies come with them.</summary>
internal sealed class RepeatedMessageNotices : ICampaign
{
    private const int Copies = 4;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public string Id => "T2-messages";

    public string Title => $"each notification of a message delivered {Copies + 1} times, shuffled";

    public async Task<CampaignResult> RunAsync(CampaignContext context, CancellationToken cancellationToken)
    {
        var tally = new Tally(context.Log);
        var sales = context.Count(ci: 60, issue: 500, release: 20_000);
        var waves = context.Size == CampaignSize.Ci ? 3 : 8;
        await using var stage = await LocalStage.SetAsync(
            SaleSettings.Platform(context.Seed),
            TimeProvider.System,
            cancellationToken,
            SaleSettings.Fast,
            services => services.AddSingleton<IRateBudget, NoBudget>());
        var seller = await stage.LinkSellerAsync(cancellationToken);
        // Each sale is known before anybody writes in it: a sale that isn't is asked for by its pack, which most haven't, and so many refusals in a minute the platform minds.
        stage.Subscribe("orders_v2");
        var buyers = new SaleBuyers(stage.World, seller, sales);
        if (await Drain.WaitAsync(stage.World, [], stage.Database, Patience, cancellationToken, answers: false) is null)
            tally.Violate("run", "the host didn't take in what was bought");
        stage.Subscribe("messages");
        stage.World.AddFault(new Fault { Kind = FaultKind.NoticeDuplicate, Endpoint = "*", Copies = Copies });
        stage.World.AddFault(new Fault { Kind = FaultKind.NoticeShuffle, Endpoint = "*", Lag = TimeSpan.FromMilliseconds(300) });
        for (var wave = 0; wave < waves; wave++)
        {
            buyers.Write(sales);
            if (await SaleJudge.DrainAsync(stage.World, buyers, stage.Database, Patience, cancellationToken) is null) break;
        }

        tally.Add("run", SaleJudge.Of(stage.World, buyers, stage.Database));
        tally.Count("notices", stage.World.AllNotices.Count);
        return tally.Result();
    }
}
