using MeliBot.Benchmarks.Peers;
using MeliBot.Benchmarks.Rigs;
using MeliBot.Benchmarks.Running;

namespace MeliBot.Benchmarks.Bars;

/// <summary>B4a: turns of src/BotFramework without durability, one after the other as the peer runs them, on one core as the peer.</summary>
internal sealed class DialogTurns : IBenchmark
{
    private const string What = "dialog turn, state in memory, against botbuilder-js echo + state";

    public string Name => "B4a";

    public async Task<Section> RunAsync(Plan plan, CancellationToken cancellationToken)
    {
        var (peer, whyNot) = await BotBuilderJs.StartAsync(cancellationToken);
        if (peer is null)
            return Section.Skipped(Name, What, whyNot!);
        await using (peer)
        {
            var turns = plan.Count(100_000, 1_000);
            var bot = new MemoryBot();
            var theirs = () => peer.TurnsPerSecondAsync(turns, cancellationToken);
            var dialogs = await plan.AlternateAsync($"{Name} dialog", "turns/s", () => DeliveryRig.RateAsync(turns, () => bot.DialogsAsync(turns)), theirs, warmUp: true);
            var echoes = await plan.AlternateAsync($"{Name} echo", "turns/s", () => DeliveryRig.RateAsync(turns, () => bot.EchoesAsync(turns)), theirs, warmUp: true);
            return new Section(
                dialogs.Line(Name, What, Bar.Least(1, 3)),
                echoes.Line("", "echo + state, like for like", null));
        }
    }
}
