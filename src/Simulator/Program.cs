using System.Diagnostics;
using MeliBot.Simulator;

if (args.Contains("--help"))
{
    Console.WriteLine(CommandLine.Help);
    return 0;
}

SimulatorHost host;
SimulatorOptions options;
try
{
    options = CommandLine.Parse(args);
    host = await SimulatorHost.StartAsync(options, TimeProvider.System);
}
catch (Exception e) when (e is FormatException or ScenarioException or IOException)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 2;
}

await using (host)
{
    Console.WriteLine($"Simulator listening on {host.Url.GetLeftPart(UriPartial.Authority)}");
    using var parentEnded = new CancellationTokenSource();
    var parent = options.ParentProcessId is { } id ? FollowAsync(id, parentEnded) : Task.CompletedTask;
    await host.WaitForShutdownAsync(parentEnded.Token);
    await parentEnded.CancelAsync();
    await parent;
}

return 0;

static async Task FollowAsync(int id, CancellationTokenSource ended)
{
    try
    {
        using var process = Process.GetProcessById(id);
        await process.WaitForExitAsync(ended.Token);
        await ended.CancelAsync();
    }
    catch (ArgumentException)
    {
        // No such process: it ended before we looked.
        await ended.CancelAsync();
    }
    catch (OperationCanceledException)
    {
        // We end first.
    }
}
