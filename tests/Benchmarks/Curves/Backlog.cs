using MeliBot.Benchmarks.Rigs;
using MeliBot.Benchmarks.Running;

namespace MeliBot.Benchmarks.Curves;

/// <summary>A backlog that waited for the host, against work that arrives as fast as it is done.</summary>
internal sealed class Backlog : IBenchmark
{
    // Signals on their way to a turn: enough that every pump always has some.
    private const int Window = 512;

    public string Name => "backlog";

    public async Task<Section> RunAsync(Plan plan, CancellationToken cancellationToken)
    {
        var (waiting, steady) = (plan.Count(100_000, 500), plan.Count(50_000, 500));
        var pairs = await plan.AlternateAsync(Name, "turns/s", () => DrainAsync(waiting), () => SteadyAsync(steady), warmUps: 1);
        return new Section(pairs.Line(Name, $"a backlog of {waiting:N0} signals drained, against the steady rate", Bar.Least(0.8)));
    }

    private static async Task<double> DrainAsync(int signals)
    {
        using var folder = new WorkFolder();
        await using (var stores = await DeliveryRig.StartAsync(folder.Database, null))
            await stores.RaiseAsync(Numbers(signals));
        return await DeliveryRig.RateAsync(signals, async () =>
        {
            await using var rig = await DeliveryRig.StartAsync(folder.Database, new ReadyTurns(signals));
            await rig.DrainedAsync();
        });
    }

    private static async Task<double> SteadyAsync(int signals)
    {
        using var folder = new WorkFolder();
        using var window = new SemaphoreSlim(Window);
        await using var rig = await DeliveryRig.StartAsync(folder.Database, new ReadyTurns(signals) { OnTurn = () => window.Release() });
        return await DeliveryRig.RateAsync(signals, async () =>
        {
            await DeliveryRig.InParallelAsync(Numbers(signals), 256, async question =>
            {
                await window.WaitAsync();
                await rig.Queue.SendAsync(ReadyTurns.Hint(question), default);
            });
            await rig.DrainedAsync();
        });
    }

    private static IEnumerable<long> Numbers(int count) => Enumerable.Range(1, count).Select(number => (long)number);
}
