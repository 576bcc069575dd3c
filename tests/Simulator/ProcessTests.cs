using System.Diagnostics;

namespace MeliBot.Simulator.Tests;

public sealed class ProcessTests
{
    [Fact]
    public async Task The_executable_says_where_it_listens_and_ends_with_its_parent()
    {
        using var parent = Start("/bin/sh", ["-c", "read line"]);
        using var simulator = Start(
            "dotnet", [typeof(SimulatorHost).Assembly.Location, "--parent", parent.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        try
        {
            var line = await simulator.StandardOutput.ReadLineAsync(Playground.Cancel);
            line.ShouldNotBeNull();
            line.ShouldMatch(@"^Simulator listening on http://127\.0\.0\.1:\d+$");
            using var http = new HttpClient { BaseAddress = new(line.Split(' ')[^1]) };
            (await http.GetAsync("/_control/state", Playground.Cancel)).IsSuccessStatusCode.ShouldBeTrue();

            parent.Kill();
            await simulator.WaitForExitAsync(Playground.Cancel);

            simulator.ExitCode.ShouldBe(0);
        }
        finally
        {
            if (!parent.HasExited) parent.Kill();
            if (!simulator.HasExited) simulator.Kill();
        }
    }

    [Fact]
    public async Task A_scenario_that_can_not_be_played_ends_the_executable_with_its_lines()
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.yaml");
        await File.WriteAllTextAsync(file, "name: x\nsteps:\n  - { shout: hello }", Playground.Cancel);
        try
        {
            using var simulator = Start("dotnet", [typeof(SimulatorHost).Assembly.Location, "--scenario", file]);
            await simulator.WaitForExitAsync(Playground.Cancel);

            simulator.ExitCode.ShouldBe(2);
            (await simulator.StandardError.ReadToEndAsync(Playground.Cancel)).ShouldContain("line 3: a step knows no \"shout\"");
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static Process Start(string file, string[] arguments) => Process.Start(new ProcessStartInfo(file, arguments)
    {
        UseShellExecute = false,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;
}
