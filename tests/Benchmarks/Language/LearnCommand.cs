using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;
using MeliBot.Dialogs.Understanding;

namespace MeliBot.Benchmarks.Language;

/// <summary>Learns the shipped intents in a process that has learnt nothing before, then understands held-out questions one by one. Prints one line of JSON.</summary>
internal static class LearnCommand
{
    public static Command Create()
    {
        var rounds = new Option<int>("--rounds") { Description = "How often every question is timed, after a round that warms up." };
        var command = new Command("learn", "Learns the shipped intents.") { rounds };
        command.Hidden = true;
        command.SetAction((result, cancellationToken) =>
        {
            var set = ShippedIntents.Read();
            var before = GC.GetTotalMemory(forceFullCollection: true);
            using var process = Process.GetCurrentProcess();
            var (cpu, started) = (process.TotalProcessorTime, Stopwatch.GetTimestamp());
            var model = IntentModel.Train(set, cancellationToken);
            var wall = Stopwatch.GetElapsedTime(started);
            process.Refresh();
            cpu = process.TotalProcessorTime - cpu;
            var held = GC.GetTotalMemory(forceFullCollection: true) - before;
            var times = Times(model, result.GetValue(rounds));
            Console.WriteLine(JsonSerializer.Serialize(new Learnt(set.Examples.Count, wall.TotalSeconds, cpu.TotalSeconds, held / 1048576.0, times[times.Count / 2], times[times.Count * 99 / 100]), LearnJson.Default.Learnt));
            return Task.CompletedTask;
        });
        return command;
    }

    /// <summary>Milliseconds, in order.</summary>
    private static List<double> Times(IntentModel model, int rounds)
    {
        var questions = HeldOut.Questions();
        var times = new List<double>();
        for (var round = 0; round <= rounds; round++)
        {
            foreach (var question in questions)
            {
                var started = Stopwatch.GetTimestamp();
                model.Understand(question.Text, question.Locale);
                if (round > 0) times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }
        }

        times.Sort();
        return times;
    }
}

/// <param name="Wall">Seconds from the examples to the model.</param>
/// <param name="Cpu">Seconds of all cores for the same.</param>
/// <param name="Held">MiB that the model keeps.</param>
/// <param name="P50">Milliseconds for a question, as <paramref name="P99"/>.</param>
internal sealed record Learnt(int Examples, double Wall, double Cpu, double Held, double P50, double P99);

[JsonSerializable(typeof(Learnt))]
internal sealed partial class LearnJson : JsonSerializerContext;
