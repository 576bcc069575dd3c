using System.Diagnostics;

namespace MeliBot.Benchmarks.Running;

/// <summary>Runs the benchmarks that were asked for, one after the other: nothing else is to run meanwhile.</summary>
internal static class Suite
{
    public static async Task<string> RunAsync(IReadOnlyList<IBenchmark> benchmarks, Plan plan, string command, CancellationToken cancellationToken)
    {
        var (started, watch) = (TimeProvider.System.GetUtcNow(), Stopwatch.StartNew());
        var sections = new List<Section>();
        foreach (var benchmark in benchmarks)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var one = Stopwatch.StartNew();
            await Console.Error.WriteLineAsync(benchmark.Name);
            sections.Add(await benchmark.RunAsync(plan, cancellationToken));
            await Console.Error.WriteLineAsync($"  {benchmark.Name} took {one.Elapsed.TotalSeconds:0} s");
        }

        return Report.Write(command, started, watch.Elapsed, plan, sections);
    }
}
