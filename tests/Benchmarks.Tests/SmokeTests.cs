using System.Diagnostics;

namespace MeliBot.Benchmarks.Tests;

/// <summary>That every benchmark still runs, with counts too small to mean anything. No figure is asserted.</summary>
public sealed class SmokeTests
{
    // All but micro, which BenchmarkDotNet runs in Release builds only, I3, which takes the very steps of I2, and I1, which the journeys of the inbox take all the time. B4 runs without its peer unless npm has installed that.
    [Theory]
    [InlineData("B1")]
    [InlineData("B2")]
    [InlineData("B3")]
    [InlineData("B4a")]
    [InlineData("B4b")]
    [InlineData("B5")]
    [InlineData("B6")]
    [InlineData("B8")]
    [InlineData("turn-cost")]
    [InlineData("start-up")]
    [InlineData("backlog")]
    [InlineData("workers")]
    [InlineData("tokens")]
    [InlineData("language")]
    [InlineData("I2")]
    public async Task It_runs_and_reports(string benchmark)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Program(), benchmark, "--smoke", "--pairs", "1"]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (report, progress) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();

        process.ExitCode.ShouldBe(0, await progress);
        (await report).ShouldContain($"| {benchmark} |");
    }

    // artifacts/bin/{this project}/{configuration}/
    private static string Program()
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        return Path.Combine(configuration.Parent!.Parent!.FullName, "MeliBot.Benchmarks", configuration.Name, "MeliBot.Benchmarks.dll");
    }
}
