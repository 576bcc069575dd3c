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
        var (late, max, medians) = (0, 0.0, new List<(double Ours, double Peer)>());
        var (median, pairs) = (0.0, (Pairs?)null);
        pairs = await plan.AlternateAsync(
            Name,
            "ms p99",
            async () =>
            {
                var found = await SendAsync("ack");
                (late, max, median) = (late + found.Late, Math.Max(max, found.Max), found.P50);
                return found.P99;
            },
            async () =>
            {
                var found = await SendAsync("bare");
                medians.Add((median, found.P50));
                return found.P99;
            },
            warmUps: 0);
        return new Section(
            pairs.Line(Name, What, Bar.Most(2, 1.4), "0.00") with { Ours = $"{pairs.Ours.Text("0.00")} ms", Peer = $"{pairs.Peer.Text("0.00")} ms" },
            new Line("", "more than 500 ms", string.Create(CultureInfo.InvariantCulture, $"{late}; longest {max:0.0} ms"), "", Spread.Of(late), Bar.Most(0)),
            new Pairs(medians, "ms").Line("", "half of them within", null, "0.00"));

        Task<LoadResult> SendAsync(string server) => Notifications.SendAsync(server, pinned: true, 500, plan.Time(5), plan.Time(15));
    }
}
