using System.Diagnostics;
using MeliBot.Benchmarks.Rigs;
using MeliBot.Benchmarks.Running;

namespace MeliBot.Benchmarks.Curves;

/// <summary>From the start of the host's process to its first acknowledgement.</summary>
internal sealed class StartUp : IBenchmark
{
    public string Name => "start-up";

    public async Task<Section> RunAsync(Plan plan, CancellationToken cancellationToken)
    {
        var many = plan.Count(1_000_000, 200);
        var (full, empty) = (await Stored.WithAsync(many), await Stored.WithAsync(0));
        var pairs = await plan.AlternateAsync(Name, "ms", () => FirstAckAsync(full), () => FirstAckAsync(empty), warmUps: 1);
        return new Section(pairs.Line(Name, $"process start to first acknowledgement with {many:N0} conversations, against an empty database", Bar.Most(2)));
    }

    private static async Task<double> FirstAckAsync(string database)
    {
        using var folder = new WorkFolder();
        var settings = await HostSettings.WriteAsync(folder.Path, database);
        var watch = Stopwatch.StartNew();
        await using var host = await Child.HostAsync(settings);
        await Notice.SendAsync(host.Url, Random.Shared.NextInt64(1, 1_000_000_000));
        return watch.Elapsed.TotalMilliseconds;
    }
}
