using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using MeliBot.Benchmarks.Running;

namespace MeliBot.Benchmarks.Micro;

/// <summary>BenchmarkDotNet on the pure parts, in this process.</summary>
internal sealed class MicroBenchmarks : IBenchmark
{
    public string Name => "micro";

    public Task<Section> RunAsync(Plan plan, CancellationToken cancellationToken)
    {
        var job = plan.Size == Size.Smoke ? Job.Dry : Job.Default.WithWarmupCount(4).WithIterationCount(plan.Size == Size.Full ? 12 : 4);
        var config = ManualConfig.CreateEmpty()
            .AddJob(job.WithToolchain(InProcessEmitToolchain.Instance))
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddColumnProvider(DefaultColumnProviders.Instance)
            .AddLogger(NullLogger.Instance)
            .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "melibot-benchmarks"));
        var rows = BenchmarkRunner.Run([typeof(Parsing), typeof(Mapping), typeof(Composing)], config).SelectMany(summary => summary.Reports).Select(IReadOnlyList<string> (report) =>
        [
            report.BenchmarkCase.Descriptor.WorkloadMethodDisplayInfo.Trim('\''),
            Micros(report.ResultStatistics?.Mean),
            Micros(report.ResultStatistics?.StandardDeviation),
            report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase)?.ToString("N0", CultureInfo.InvariantCulture) ?? "",
        ]).ToList();
        return Task.FromResult(new Section([], [new Table("Pure parts (BenchmarkDotNet)", ["what", "mean, µs", "standard deviation", "bytes allocated"], rows)], []));
    }

    private static string Micros(double? nanoseconds) => nanoseconds is { } value ? (value / 1000).ToString("0.00", CultureInfo.InvariantCulture) : "failed";
}
