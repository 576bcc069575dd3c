using System.CommandLine;
using System.Text.Json;
using MeliBot.Browser.Tests.Stage;

namespace MeliBot.Browser.Tests.Measures;

/// <summary>Measures and prints one JSON object; progress goes to the error stream.</summary>
internal static class MeasureCommand
{
    public static Command Create()
    {
        var what = new Argument<string>("what") { Description = "on-screen, index, lists or board." };
        var count = new Option<int>("--count") { Description = "Questions, or runs of each query.", DefaultValueFactory = _ => 100 };
        var conversations = new Option<int>("--conversations") { DefaultValueFactory = _ => 100_000 };
        var command = new Command("measure", "How soon something is on the screen, in milliseconds.") { what, count, conversations };
        command.SetAction(async (result, cancellationToken) =>
        {
            var name = result.GetRequiredValue(what);
            if (name is not ("index" or "board") && Chromium.Path is null)
            {
                await Console.Error.WriteLineAsync(Chromium.Missing);
                return 3;
            }

            var figures = name switch
            {
                "on-screen" => await OnScreen.MeasureAsync(result.GetValue(count), cancellationToken),
                "index" => await IndexQueries.MeasureAsync(result.GetValue(conversations), result.GetValue(count), cancellationToken),
                "lists" => await PageQueries.MeasureAsync(result.GetValue(conversations), result.GetValue(count), cancellationToken),
                "board" => await BoardQueries.MeasureAsync(result.GetValue(conversations), result.GetValue(count), cancellationToken),
                _ => throw new ArgumentException($"{name} can't be measured: on-screen, index, lists or board can."),
            };
            Console.WriteLine(JsonSerializer.Serialize(figures));
            return 0;
        });
        return command;
    }
}
