using System.Diagnostics;
using Azure.Storage.Queues;
using MeliBot.Contracts;
using MeliBot.Crash.Tests.Judging;
using MeliBot.Crash.Tests.Load;
using MeliBot.Crash.Tests.Running;
using MeliBot.Crash.Tests.Stage;

namespace MeliBot.Crash.Tests.Campaigns.Hosts;

/// <summary>
/// T4. Hints go through Azure's queues to three hosts. One freezes with a message in its hands for longer than it is hidden and comes back with its old receipt, one is killed before or after the message's
/// signal is durable, the queue service goes away and comes back: all that without sweeps. Then somebody deletes the queues with what is in them, which only a sweep can make good.
/// </summary>
internal sealed class HostsOverQueues : ICampaign
{
    private const int Hosts = 3;

    /// <summary>A message is taken out of its queue, and its signal isn't durable.</summary>
    private const string Received = "signal.receive:start:1";

    /// <summary>The signal is durable, and its message is still in the queue.</summary>
    private const string Raised = "signal.receive:stop:1";

    private static readonly TimeSpan Hidden = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Unhurried = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(100);

    public string Id => "T4";

    public string Title => "three hosts over Azure's queues: frozen past a message's visibility, killed around its signal, the queue service away, the queues deleted";

    public async Task<CampaignResult> RunAsync(CampaignContext context, CancellationToken cancellationToken)
    {
        var tally = new Tally(context.Log);
        var (harms, deletions) = (context.Count(ci: 4, issue: 160, release: 4_000), context.Count(ci: 1, issue: 20, release: 500));
        var random = context.RandomOf(0);
        using var azurite = RunningAzurite.Start();
        if (azurite is null)
            return tally.Result() with { Skipped = "Azurite isn't installed (npm install -g azurite)." };

        // The emulator takes some 150 messages a second, shares the hosts' cores, and does also what nobody waits for any more. So that it doesn't drown in what is tried again, a notice is tried at one host,
        // with much patience.
        await using var gate = new ServiceGate(azurite.Port);
        var queues = new { ConnectionString = RunningAzurite.ConnectionStringAt(gate.Port), Partitions = 2, Visibility = Hidden.ToString("c"), SendBudget = Unhurried.ToString("c") };
        await using var stage = await SharedStage.SetAsync(
            context.Seed, Hosts, TimeSpan.FromSeconds(1), Hidden, cancellationToken, intake: new Intake(queues, Tries: 1, Unhurried, Gap: TimeSpan.FromSeconds(3)));
        if (stage is null)
            return tally.Result() with { Skipped = SharedStage.Missing };
        var buyers = await stage.OpenAsync(random, cancellationToken);

        await WhileAskingAsync(buyers, harms, random, (harm, host) => HarmAsync(stage, gate, harm % 4, host, tally, cancellationToken), cancellationToken);
        if (await DrainAsync(stage, azurite, buyers, tally, cancellationToken))
        {
            await WhileAskingAsync(buyers, deletions, random, (_, host) => DeleteAsync(stage, azurite, host, tally, cancellationToken), cancellationToken);
            await DrainAsync(stage, azurite, buyers, tally, cancellationToken);
        }

        // As for T5: a host that froze before its post answers a second time, which the platform refuses; and a look that froze comes late.
        tally.Add("run", Judge.Of(stage.World, buyers.Asked, stage.Database, new Expected { Refusals = true, LateLooks = true }));
        return tally.Result();
    }

    private static async Task WhileAskingAsync(Buyers buyers, int times, Random random, Func<int, int, Task> harmAsync, CancellationToken cancellationToken)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var asking = buyers.KeepAskingAsync(TimeSpan.FromMilliseconds(250), enough.Token, mostOpen: 30);
        for (var time = 0; time < times; time++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(200, 1_000)), cancellationToken);
            await harmAsync(time, random.Next(Hosts));
        }

        await enough.CancelAsync();
        await asking;
    }

    private static async Task<bool> DrainAsync(SharedStage stage, RunningAzurite azurite, Buyers buyers, Tally tally, CancellationToken cancellationToken)
    {
        if (await Drain.WaitAsync(stage.World, buyers.Asked, stage.Database, Patience, cancellationToken) is not { } drained)
            return false;
        tally.Most("drained in s", Math.Round(drained.TotalSeconds, 1));
        // A hint that came twice, or whose deletion was lost, opens its signal once more.
        var started = Stopwatch.GetTimestamp();
        while (await HintsAsync(azurite, cancellationToken) > 0)
        {
            if (Stopwatch.GetElapsedTime(started) > Patience)
                throw new InvalidOperationException($"The queues still hold hints after {Patience}, though every question is answered.");
            await Task.Delay(Glance, cancellationToken);
        }

        return await Drain.WaitAsync(stage.World, buyers.Asked, stage.Database, Patience, cancellationToken) is not null;
    }

    /// <summary>In the queues, those that are hidden too.</summary>
    private static async Task<int> HintsAsync(RunningAzurite azurite, CancellationToken cancellationToken)
    {
        var service = new QueueServiceClient(azurite.ConnectionString);
        var hints = 0;
        await foreach (var queue in service.GetQueuesAsync(cancellationToken: cancellationToken))
            hints += (await service.GetQueueClient(queue.Name).GetPropertiesAsync(cancellationToken)).Value.ApproximateMessagesCount;
        return hints;
    }

    private static async Task HarmAsync(SharedStage stage, ServiceGate gate, int which, int host, Tally tally, CancellationToken cancellationToken)
    {
        switch (which)
        {
            case 0:
                await stage.FreezeAtAsync(host, Received, Hidden + TimeSpan.FromSeconds(1), cancellationToken);
                tally.Count("freezes");
                break;
            case 1:
                await gate.ShutAsync(Hidden, cancellationToken);
                tally.Count("absences of the queue service");
                break;
            default:
                await stage.KillAtAsync(host, which == 2 ? Raised : Received, cancellationToken);
                await stage.StartAsync(host, cancellationToken);
                tally.Count("kills");
                break;
        }
    }

    /// <summary>At least the hint that died with its host, and is hidden still, is lost with its queue.</summary>
    private static async Task DeleteAsync(SharedStage stage, RunningAzurite azurite, int host, Tally tally, CancellationToken cancellationToken)
    {
        await stage.KillAtAsync(host, Received, cancellationToken);
        var service = new QueueServiceClient(azurite.ConnectionString);
        await foreach (var queue in service.GetQueuesAsync(cancellationToken: cancellationToken))
        {
            tally.Count("hints lost with their queues", (await service.GetQueueClient(queue.Name).GetPropertiesAsync(cancellationToken)).Value.ApproximateMessagesCount);
            await service.DeleteQueueAsync(queue.Name, cancellationToken);
        }

        tally.Count("deletions");
        await stage.SweepAsync(host, TimeSpan.FromSeconds(2), cancellationToken);
        await stage.StartAsync(host, cancellationToken);
    }
}
