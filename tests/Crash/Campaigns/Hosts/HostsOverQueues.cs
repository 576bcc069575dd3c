using Azure.Storage.Queues;
using MeliBot.Contracts;
using MeliBot.Crash.Tests.Judging;
using MeliBot.Crash.Tests.Running;
using MeliBot.Crash.Tests.Stage;

namespace MeliBot.Crash.Tests.Campaigns.Hosts;

/// <summary>
/// T4. Hints go through Azure's queues to three hosts. One freezes for longer than its messages are hidden and then comes with old receipts, one is killed, the queue service goes away and comes back,
/// and somebody deletes the queues with what is in them: that is the one loss that only the sweep can make good.
/// </summary>
internal sealed class HostsOverQueues : ICampaign
{
    private const int Hosts = 3;
    private static readonly TimeSpan Hidden = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public string Id => "T4";

    public string Title => "three hosts over Azure's queues: frozen past their messages' visibility, killed, the queue service away, the queues deleted";

    public async Task<CampaignResult> RunAsync(CampaignContext context, CancellationToken cancellationToken)
    {
        var tally = new Tally(context.Log);
        var harms = context.Count(ci: 4, issue: 100, release: 2_500);
        var random = context.RandomOf(0);
        using var azurite = RunningAzurite.Start();
        if (azurite is null)
            return tally.Result() with { Skipped = "Azurite isn't installed (npm install -g azurite)." };
        await using var stage = await SharedStage.SetAsync(
            context.Seed, Hosts, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), cancellationToken,
            queues: new { azurite.ConnectionString, Partitions = 4, Visibility = Hidden.ToString("c") }, sweepEvery: TimeSpan.FromSeconds(2));
        if (stage is null)
            return tally.Result() with { Skipped = SharedStage.Missing };
        var buyers = await stage.OpenAsync(random, cancellationToken);

        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var asking = buyers.KeepAskingAsync(TimeSpan.FromMilliseconds(50), enough.Token);
        for (var harm = 0; harm < harms; harm++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(200, 1_000)), cancellationToken);
            await HarmAsync(stage, azurite, harm % 4, random, tally, cancellationToken);
        }

        await enough.CancelAsync();
        await asking;
        if (await Drain.WaitAsync(stage.World, buyers.Asked, stage.Database, Patience, cancellationToken) is { } drained)
            tally.Most("drained in s", Math.Round(drained.TotalSeconds, 1));

        // As for T5: a host that froze before its post answers a second time, which the platform refuses; and the sweep finds late what came early.
        tally.Add("run", Judge.Of(stage.World, buyers.Asked, stage.Database, new Expected { Refusals = true, LateLooks = true }));
        return tally.Result();
    }

    private static async Task HarmAsync(SharedStage stage, RunningAzurite azurite, int which, Random random, Tally tally, CancellationToken cancellationToken)
    {
        var host = random.Next(stage.Count);
        switch (which)
        {
            case 0:
                await stage.FreezeAsync(host, Hidden + TimeSpan.FromSeconds(1), cancellationToken);
                tally.Count("freezes");
                break;
            case 1:
                azurite.Restart();
                tally.Count("queue service restarts");
                break;
            case 2:
                await DeleteQueuesAsync(azurite.ConnectionString, cancellationToken);
                tally.Count("deletions");
                break;
            default:
                await stage.KillAsync(host);
                await stage.StartAsync(host, cancellationToken);
                tally.Count("kills");
                break;
        }
    }

    private static async Task DeleteQueuesAsync(string connection, CancellationToken cancellationToken)
    {
        var service = new QueueServiceClient(connection);
        await foreach (var queue in service.GetQueuesAsync(cancellationToken: cancellationToken))
            await service.DeleteQueueAsync(queue.Name, cancellationToken);
    }
}
