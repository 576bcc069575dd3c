using System.CommandLine;
using MeliBot.Benchmarks.Bars;
using MeliBot.Benchmarks.Curves;
using MeliBot.Benchmarks.Language;
using MeliBot.Benchmarks.Load;
using MeliBot.Benchmarks.Micro;
using MeliBot.Benchmarks.Rigs;
using MeliBot.Benchmarks.Running;
using MeliBot.Benchmarks.Servers;

namespace MeliBot.Benchmarks;

internal static class BenchmarkCommand
{
    private static IReadOnlyList<IBenchmark> All { get; } =
    [
        new AckThroughput(), new AckLatency(), new IngestRows(), new DialogTurns(), new DurableTurns(), new ClientCalls(), new PostgresTurns(), new Memory(),
        new TurnCost(), new StartUp(), new Backlog(), new Workers(), new TokenUpkeep(), new LanguageBenchmark(), .. InboxPages.All, new MicroBenchmarks(),
    ];

    public static RootCommand Create()
    {
        var names = new Argument<string[]>("names") { Description = $"all, or any of: {string.Join(' ', All.Select(benchmark => benchmark.Name))}", Arity = ArgumentArity.OneOrMore };
        var pairs = new Option<int>("--pairs") { Description = "Alternating pairs of runs: A-B-A-B.", DefaultValueFactory = _ => 5 };
        var quick = new Option<bool>("--quick") { Description = "A fifth of the counts, for development." };
        var smoke = new Option<bool>("--smoke") { Description = "Only proves that everything runs." };
        var output = new Option<string?>("--out") { Description = "The page whose generated block is replaced; without it the report goes to the standard output." };
        var command = new RootCommand("Measures MeliBot against its peers, both sides in one run. Let nothing else run meanwhile.") { names, pairs, quick, smoke, output, ServeCommand.Create(), LoadCommand.Create(), LearnCommand.Create() };
        command.SetAction(async (result, cancellationToken) =>
        {
            var wanted = result.GetRequiredValue(names);
            var unknown = wanted.Where(name => !Is(name, "all") && !All.Any(benchmark => Is(name, benchmark.Name))).ToList();
            if (unknown.Count > 0)
            {
                await Console.Error.WriteLineAsync($"There is no benchmark {string.Join(", ", unknown)}. Choose all, or any of: {string.Join(' ', All.Select(benchmark => benchmark.Name))}");
                return 2;
            }

            var plan = new Plan(result.GetValue(smoke) ? Size.Smoke : result.GetValue(quick) ? Size.Quick : Size.Full, result.GetValue(pairs));
            var chosen = All.Where(benchmark => wanted.Any(name => Is(name, "all") || Is(name, benchmark.Name))).ToList();
            string report;
            try
            {
                report = await Suite.RunAsync(chosen, plan, $"dotnet run -c Release --project tests/Benchmarks -- {string.Join(' ', result.Tokens.Select(token => token.Value))}", cancellationToken);
            }
            finally
            {
                Stored.DeleteAll();
            }

            if (result.GetValue(output) is { } file)
                await Report.PlaceAsync(file, report, cancellationToken);
            else
                await Console.Out.WriteAsync(report);
            return 0;
        });
        return command;
    }

    private static bool Is(string name, string other) => string.Equals(name, other, StringComparison.OrdinalIgnoreCase);
}
