using MeliBot.Benchmarks.Peers;
using MeliBot.Benchmarks.Rigs;
using MeliBot.Benchmarks.Running;

namespace MeliBot.Benchmarks.Bars;

/// <summary>B4b: durable turns, from the raised signal to the commit, against the stock SDK whose turns are not durable.</summary>
internal sealed class DurableTurns : IBenchmark
{
    private const string What = "durable turn (signal → commit), against botbuilder-js echo + state, not durable";
    private const string Whole = "the same with the whole adapter: question mapped, echo bot with state, answer composed, guarded, decided and traced";

    public string Name => "B4b";

    public async Task<Section> RunAsync(Plan plan, CancellationToken cancellationToken)
    {
        var turns = plan.Count(50_000, 500);
        var delivery = () => DeliveryAsync(turns);
        var adapter = () => AdapterAsync(turns);
        var (peer, whyNot) = await BotBuilderJs.StartAsync(install: plan.Size != Size.Smoke, cancellationToken);
        if (peer is null)
            return Section.Skipped(whyNot!, await Plan.AloneAsync(Name, What, "turns/s", delivery), await Plan.AloneAsync("", Whole, "turns/s", adapter));
        await using (peer)
        {
            var theirs = () => peer.TurnsPerSecondAsync("echo", turns, cancellationToken);
            return new Section(
                (await plan.AlternateAsync($"{Name} delivery", "turns/s", delivery, theirs, warmUps: 1)).Line(Name, What, Bar.Least(0.25, 0.6)),
                (await plan.AlternateAsync($"{Name} adapter", "turns/s", adapter, theirs, warmUps: 1)).Line("", Whole, null));
        }
    }

    private static async Task<double> DeliveryAsync(int turns)
    {
        using var folder = new WorkFolder();
        await using var rig = await DeliveryRig.StartAsync(folder.Database, new ReadyTurns(turns));
        return await DeliveryRig.RateAsync(turns, async () =>
        {
            await rig.RaiseAsync(Enumerable.Range(1, turns).Select(question => (long)question));
            await rig.DrainedAsync();
        });
    }

    private static async Task<double> AdapterAsync(int turns)
    {
        using var folder = new WorkFolder();
        await using var rig = await AdapterRig.StartAsync(folder.Database);
        return await DeliveryRig.RateAsync(turns, async () =>
        {
            await rig.RaiseAsync(Enumerable.Range(1, turns).Select(question => (long)question));
            await rig.CommittedAsync(turns);
        });
    }
}
