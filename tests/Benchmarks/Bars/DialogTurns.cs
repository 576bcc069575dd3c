using MeliBot.Benchmarks.Peers;
using MeliBot.Benchmarks.Rigs;
using MeliBot.Benchmarks.Running;

namespace MeliBot.Benchmarks.Bars;

/// <summary>B4a: turns of src/BotFramework without durability, one after the other and like for like: the same bots, state in memory, on both sides.</summary>
internal sealed class DialogTurns : IBenchmark
{
    private const string Echo = "echo + state in memory, against the same of botbuilder-js";
    private const string Dialog = "waterfall dialog with a prompt, state in memory, against the same of botbuilder-js";
    private const string Unlike = "the same dialog, against mere echo + state of botbuilder-js";

    public string Name => "B4a";

    public async Task<Section> RunAsync(Plan plan, CancellationToken cancellationToken)
    {
        var turns = plan.Count(100_000, 1_000);
        var bot = new MemoryBot();
        var dialogs = () => DeliveryRig.RateAsync(turns, () => bot.DialogsAsync(turns));
        var echoes = () => DeliveryRig.RateAsync(turns, () => bot.EchoesAsync(turns));
        var (peer, whyNot) = await BotBuilderJs.StartAsync(install: plan.Size != Size.Smoke, cancellationToken);
        if (peer is null)
            return Section.Skipped(whyNot!, await Plan.AloneAsync(Name, Echo, "turns/s", echoes), await Plan.AloneAsync("", Dialog, "turns/s", dialogs));
        await using (peer)
        {
            var echo = () => peer.TurnsPerSecondAsync("echo", turns, cancellationToken);
            var dialog = () => peer.TurnsPerSecondAsync("dialog", turns, cancellationToken);
            return new Section(
                (await plan.AlternateAsync($"{Name} echo", "turns/s", echoes, echo, warmUps: 1)).Line(Name, Echo, Bar.Least(1, 3)),
                (await plan.AlternateAsync($"{Name} dialog", "turns/s", dialogs, dialog, warmUps: 1)).Line("", Dialog, Bar.Least(1, 3)),
                (await plan.AlternateAsync($"{Name} unlike", "turns/s", dialogs, echo, warmUps: 1)).Line("", Unlike, null));
        }
    }
}
