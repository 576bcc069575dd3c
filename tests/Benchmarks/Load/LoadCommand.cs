using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MeliBot.Benchmarks.Load;

/// <summary>The load generator as a process, so that it can have a core of its own. Prints one line of JSON.</summary>
internal static class LoadCommand
{
    public static Command Create()
    {
        var url = new Argument<string>("url");
        var connections = new Option<int>("--connections") { DefaultValueFactory = _ => 64 };
        var warm = new Option<double>("--warm") { Description = "Seconds before the measurement." };
        var seconds = new Option<double>("--seconds") { Description = "Seconds of the measurement." };
        var rate = new Option<double>("--rate") { Description = "Requests a second, whatever the answers do; 0 sends the next when the last is answered." };
        var first = new Option<long>("--first") { Description = "Number of the first notification; none may repeat on one database." };
        var command = new Command("load", "Sends notifications.") { url, connections, warm, seconds, rate, first };
        command.Hidden = true;
        command.SetAction(async (result, cancellationToken) =>
        {
            using var generator = new LoadGenerator(new Uri(result.GetRequiredValue(url)), result.GetValue(connections), result.GetValue(first));
            var (warmUp, measured) = (TimeSpan.FromSeconds(result.GetValue(warm)), TimeSpan.FromSeconds(result.GetValue(seconds)));
            var found = result.GetValue(rate) is > 0 and var perSecond
                ? await generator.OpenLoopAsync(perSecond, warmUp, measured, cancellationToken)
                : await generator.ClosedLoopAsync(warmUp, measured, cancellationToken);
            Console.WriteLine(JsonSerializer.Serialize(found, LoadJson.Default.LoadResult));
        });
        return command;
    }
}

/// <param name="Answered">With 200, as all figures here.</param>
/// <param name="P50">Milliseconds, as all times here.</param>
/// <param name="Late">Answers that took more than the platform's 500 ms.</param>
/// <param name="Refused">Answers other than 200.</param>
internal sealed record LoadResult(int Answered, double PerSecond, double P50, double P99, double Max, int Late, int Refused);

[JsonSerializable(typeof(LoadResult))]
internal sealed partial class LoadJson : JsonSerializerContext;
