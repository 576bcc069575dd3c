using System.Globalization;
using MeliBot.Benchmarks.Load;
using MeliBot.Benchmarks.Running;

namespace MeliBot.Benchmarks.Bars;

/// <summary>B2: how long an acknowledgement takes at 500 a second, the generator on one core and the server on another.</summary>
internal sealed class AckLatency : IBenchmark
{
    private const string What = "99 of 100 acknowledged within, at 500/s in an open loop, against the bare endpoint";

    public string Name => "B2";

    public async Task<Section> RunAsync(Plan plan, CancellationToken cancellationToken)
    {
        if (!Child.CanPin)
            return Section.Skipped(Name, What, "it needs taskset (util-linux) and two cores, one for the generator and one for the server.");
        var (ours, bare, disk) = (new List<LoadResult>(), new List<LoadResult>(), new List<LoadResult>());
        var pairs = await plan.AlternateAsync(
            Name,
            "ms",
            () => SendAsync("ack", ours),
            async () =>
            {
                var p99 = await SendAsync("bare", bare);
                await SendAsync("disk", disk);
                return p99;
            },
            warmUps: 0);
        return new Section(
            pairs.Line(Name, What, Bar.Most(2, 1.4), "0.00"),
            new Line("", "more than 500 ms", string.Create(CultureInfo.InvariantCulture, $"{ours.Sum(run => run.Late)}; longest {ours.Max(run => run.Max):0.0} ms"), "", Spread.Of(ours.Sum(run => run.Late)), Bar.Most(0)),
            Against(bare, run => run.P50).Line("", "half of them within", null, "0.00"),
            Against(disk, run => run.P99).Line("", "99 of 100, against an endpoint that appends the body to a file and has it on the disk, nothing else", null, "0.00"),
            Against(disk, run => run.P50).Line("", "half of them, against the same", null, "0.00"));

        async Task<double> SendAsync(string server, List<LoadResult> found)
        {
            found.Add(await Notifications.SendAsync(server, pinned: true, 500, plan.Time(15), plan.Time(15)));
            return found[^1].P99;
        }

        Pairs Against(List<LoadResult> peer, Func<LoadResult, double> what) => new([.. ours.Zip(peer, (a, b) => (what(a), what(b)))], "ms");
    }
}
