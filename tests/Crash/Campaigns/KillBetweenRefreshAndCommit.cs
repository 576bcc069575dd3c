using MeliBot.Crash.Tests.Judging;
using MeliBot.Crash.Tests.Load;
using MeliBot.Crash.Tests.Running;
using MeliBot.Crash.Tests.Stage;
using MeliBot.Simulator;

namespace MeliBot.Crash.Tests.Campaigns;

/// <summary>T6b. The one instant that can't be mended: the refresh token is spent, the new pair isn't stored. Each kill costs another account its link.</summary>
internal sealed class KillBetweenRefreshAndCommit : ICampaign
{
    private const int Others = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public string Id => "T6b";

    public string Title => "kill -9 between a refresh's answer and its commit";

    public async Task<CampaignResult> RunAsync(CampaignContext context, CancellationToken cancellationToken)
    {
        var tally = new Tally(context.Log);
        var kills = context.Count(ci: 2, issue: 20, release: 200);
        await using var stage = await CrashStage.SetAsync(context.Seed, cancellationToken, noticeGap: TimeSpan.FromMilliseconds(300));
        var shops = new List<(WorldUser Seller, Buyers Buyers)>();
        await using (var services = stage.Offline())
        {
            for (var i = 0; i < kills + Others; i++)
            {
                var seller = await services.LinkNewSellerAsync(stage.World, stage.Application, cancellationToken);
                shops.Add((seller, Buyers.Of(stage.World, seller, 1, 1, context.RandomOf(i))));
            }
        }

        // Five of the six hours have passed: it is time to refresh, and the old tokens serve for another hour.
        TokenRow.Age(stage.Database, TimeSpan.FromHours(5));
        await stage.RestartAsync(cancellationToken);
        stage.Subscribe();

        foreach (var (seller, buyers) in shops.Take(kills))
        {
            var run = $"account {seller.Id}";
            stage.KillAt("token.save:start:1");
            var waiting = buyers.Ask();
            var exited = stage.Host.Exited;
            if (await Task.WhenAny(exited, Task.Delay(Patience, cancellationToken)) != exited)
            {
                tally.Violate(run, "the host didn't pass the point, so nothing was proved");
                break;
            }

            await stage.KillAsync();
            tally.Count("kills");
            await stage.RestartAsync(cancellationToken);
            if (await Drain.WaitAsync(stage.World, [waiting, buyers.Ask()], stage.Database, Patience, cancellationToken) is null)
                tally.Violate(run, "service didn't continue on the old access token");
        }

        await Drain.WaitAsync(stage.World, [.. shops.Skip(kills).Select(shop => shop.Buyers.Ask())], stage.Database, Patience, cancellationToken);
        await stage.KillAsync();
        Check(stage, shops, kills, tally);
        return tally.Result();
    }

    private static void Check(CrashStage stage, List<(WorldUser Seller, Buyers Buyers)> shops, int kills, Tally tally)
    {
        // What was spent in a life that didn't live to store its answer is asked for once more in the next.
        var asked = shops.SelectMany(shop => shop.Buyers.Asked).ToList();
        tally.Add("run", Judge.Of(stage.World, asked, stage.Database, new Expected { Complaints = ["refresh-token-reuse"] }));

        var rows = TokenRow.Read(stage.Database).ToDictionary(row => row.Account);
        var log = File.ReadAllText(stage.Log);
        foreach (var (seller, _) in shops.Take(kills))
        {
            if (rows[seller.Id].Alert is null)
                tally.Violate($"account {seller.Id}", "its owner isn't told to connect again");
            else if (!log.Contains($"The link of account {seller.Id} is dead", StringComparison.Ordinal))
                tally.Violate($"account {seller.Id}", "no alert was logged");
            else
                tally.Count("alerts");
        }

        foreach (var (seller, _) in shops.Skip(kills))
        {
            if (rows[seller.Id] is not { Generation: 2, Alert: null })
                tally.Violate($"account {seller.Id}", $"wasn't touched by a kill, but stands at {rows[seller.Id]}");
            else
                tally.Count("others refreshed");
        }
    }
}
