using MeliBot.Benchmarks.Rigs;
using MeliBot.Benchmarks.Running;

namespace MeliBot.Benchmarks.Curves;

/// <summary>What a durable turn costs while the database grows: questions to conversations picked at random among all stored ones.</summary>
internal sealed class TurnCost : IBenchmark
{
    public string Name => "turn-cost";

    public async Task<Section> RunAsync(Plan plan, CancellationToken cancellationToken)
    {
        int[] points = plan.Size switch { Size.Full => [1_000, 10_000, 100_000, 1_000_000], Size.Quick => [1_000, 10_000, 100_000], _ => [100, 200] };
        var turns = plan.Count(20_000, 200);
        var costs = points.Select(_ => new List<double>()).ToList();
        var random = new Random(20_261_126);
        for (var round = 0; round <= plan.Pairs; round++)
        {
            for (var i = 0; i < points.Length; i++)
            {
                var cost = await MicrosecondsAsync(points[i], turns, round, random);
                await Console.Error.WriteLineAsync($"  {Name} round {round}: {points[i]:N0} conversations, {cost:0.0} us/turn");
                // The first warms up.
                if (round > 0)
                    costs[i].Add(cost);
            }
        }

        var spreads = costs.Select(Spread.Of).ToList();
        var ratios = Spread.Of(costs[^1].Zip(costs[0], (last, first) => last / first));
        return new Section(
            [new Line(Name, $"cost of a durable turn with {points[^1]:N0} stored conversations, against {points[0]:N0}", $"{spreads[^1].Text("0.0")} µs", $"{spreads[0].Text("0.0")} µs", ratios, Bar.Most(1.3))],
            [Scaling.Table("Cost per turn by stored conversations", "conversations", "µs per turn", points, spreads)],
            []);
    }

    private static async Task<double> MicrosecondsAsync(int conversations, int turns, int round, Random random)
    {
        var database = await Stored.WithAsync(conversations);
        await using var rig = await DeliveryRig.StartAsync(database, new ReadyTurns(conversations));
        // Question n belongs to conversation n modulo their number; none repeats.
        var questions = Enumerable.Range(0, turns).Select(turn => (((((long)round * turns) + turn + 1) * conversations) + random.Next(conversations))).ToList();
        return 1e6 / await DeliveryRig.RateAsync(turns, async () =>
        {
            await rig.RaiseAsync(questions);
            await rig.DrainedAsync();
        });
    }
}
