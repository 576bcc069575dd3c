using System.CommandLine;

namespace MeliBot.Benchmarks.Servers;

/// <summary>This program as one of the servers that are measured. It ends when its standard input does.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var role = new Argument<string>("role") { Description = "bare, disk, web, ack or platform" };
        var database = new Option<string?>("--database");
        var command = new Command("serve", "One side of a benchmark, as a process.") { role, database };
        command.Hidden = true;
        command.SetAction(async (result, cancellationToken) =>
        {
            await using var app = result.GetValue(role) switch
            {
                "bare" => BareServer.Create(),
                "disk" => DiskServer.Create(result.GetRequiredValue(database)!),
                "web" => WebServer.Create(),
                "ack" => await AckServer.CreateAsync(result.GetRequiredValue(database)!),
                "platform" => PlatformServer.Create(),
                var other => throw new ArgumentException($"There is no server \"{other}\"."),
            };
            await app.StartAsync(cancellationToken);
            Console.WriteLine($"serves on {app.Urls.First()}");
            // The console's asynchronous reading blocks its thread: on one core that would be the only one of the pool.
            await Task.Factory.StartNew(Console.In.ReadToEnd, cancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            await app.StopAsync(cancellationToken);
        });
        return command;
    }
}
