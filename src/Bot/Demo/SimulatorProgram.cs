using System.Reflection;

namespace MeliBot.Bot.Demo;

/// <summary>The Simulator, started as a process of its own.</summary>
internal static class SimulatorProgram
{
    public static string Assembly { get; } = Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory,
        System.Reflection.Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "SimulatorPath").Value!));

    public static async Task<(ChildProcess Process, Uri Url)> StartAsync(DemoFolder folder, CancellationToken cancellationToken)
    {
        if (!File.Exists(Assembly))
            throw new DemoException($"The Simulator isn't at {Assembly}, where the build puts it. Build it: dotnet build src/Bot.");
        var scenario = Path.Combine(Path.GetDirectoryName(Assembly)!, "Scenarios", "demo.yaml");
        var process = ChildProcess.Start(Assembly, ["--scenario", scenario, "--parent", $"{Environment.ProcessId}"], folder.Path, folder.File("simulator.log"));
        try
        {
            var url = await process.WaitForLineAsync("Simulator listening on ", TimeSpan.FromSeconds(30), cancellationToken);
            return (process, new Uri(url));
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
    }
}
