using MeliBot.Benchmarks.Load;
using MeliBot.Benchmarks.Running;

namespace MeliBot.Benchmarks.Bars;

/// <summary>B1: notifications acknowledged after the durable write, against an endpoint that keeps nothing.</summary>
internal sealed class AckThroughput : IBenchmark
{
    public string Name => "B1";

    public async Task<Section> RunAsync(Plan plan, CancellationToken cancellationToken)
    {
        var pairs = await plan.AlternateAsync(Name, "req/s", () => RateAsync("ack"), () => RateAsync("bare"), warmUps: 0);
        return new Section(pairs.Line(Name, "durable acknowledgements (`FULL`), against a bare Kestrel endpoint; 64 connections", Bar.Least(0.25, 0.35)));

        async Task<double> RateAsync(string server) => (await Notifications.SendAsync(server, pinned: false, null, plan.Time(12), plan.Time(8))).PerSecond;
    }
}
