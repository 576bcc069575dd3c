using System.CommandLine;
using System.Text.Json;
using MeliBot.Bot.Rehearsal;
using MeliBot.Dialogs.Playbooks;
using MeliBot.Dialogs.Understanding;

namespace MeliBot.Bot.Commands.Dialogs;

/// <summary>Runs the tests that stand in a playbook.</summary>
internal static class TestCommand
{
    public static Command Create()
    {
        var folder = PlaybookArgument.Create();
        var json = new Option<bool>("--json") { Description = "One JSON object instead of text." };
        return new Command("test", "Runs the playbook's tests: question and listing to intents, text and decision. Exit code 0 when all hold.") { folder, json }
            .Does((result, cancellationToken) => RunAsync(result.GetValue(folder), result.GetValue(json), cancellationToken));
    }

    private static async Task<int> RunAsync(string? named, bool json, CancellationToken cancellationToken)
    {
        IPlaybookFolder folder = named is null && !File.Exists("playbook.yaml") ? ShippedPlaybook.Folder : PlaybookArgument.Find(named);
        using var stage = PlaybookOption.Open(named, IntentPlaces.Questions, cancellationToken);
        var tests = new PlaybookTests(stage, folder, TimeProvider.System);
        var outcomes = new List<TestOutcome>();
        foreach (var test in stage.Playbook.Tests) outcomes.Add(await tests.RunAsync(test, cancellationToken));
        if (json) Write(outcomes);
        else Show(outcomes);
        return outcomes.TrueForAll(outcome => outcome.Passed) ? 0 : 1;
    }

    private static void Show(List<TestOutcome> outcomes)
    {
        foreach (var (test, _, wrong) in outcomes.Where(outcome => !outcome.Passed))
        {
            Console.WriteLine($"FAILED {test.Name}  ({test.Source})");
            Console.WriteLine($"  {test.Question}");
            foreach (var mismatch in wrong)
            {
                Console.WriteLine($"  {mismatch.What}");
                Console.WriteLine($"    expected: {mismatch.Expected}");
                Console.WriteLine($"    got:      {mismatch.Got}");
            }
        }

        var failed = outcomes.Count(outcome => !outcome.Passed);
        Console.WriteLine(outcomes.Count == 0 ? "The playbook has no tests; they stand in tests/*.yaml." : $"{outcomes.Count - failed} passed, {failed} failed.");
    }

    private static void Write(List<TestOutcome> outcomes)
    {
        using var stream = Console.OpenStandardOutput();
        using (var writer = new Utf8JsonWriter(stream, RehearsalJson.Readable))
        {
            writer.WriteStartObject();
            writer.WriteNumber("passed", outcomes.Count(outcome => outcome.Passed));
            writer.WriteNumber("failed", outcomes.Count(outcome => !outcome.Passed));
            writer.WriteStartArray("tests");
            foreach (var (test, got, wrong) in outcomes)
            {
                writer.WriteStartObject();
                writer.WriteString("name", test.Name);
                writer.WriteString("source", test.Source.ToString());
                writer.WriteBoolean("passed", wrong.Count == 0);
                writer.WriteStartArray("wrong");
                foreach (var mismatch in wrong)
                {
                    writer.WriteStartObject();
                    writer.WriteString("what", mismatch.What);
                    writer.WriteString("expected", mismatch.Expected);
                    writer.WriteString("got", mismatch.Got);
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
                if (got is not null) RehearsalJson.Write(writer, got);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        stream.Write("\n"u8);
    }
}
