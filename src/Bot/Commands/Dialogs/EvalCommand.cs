using System.CommandLine;
using MeliBot.Dialogs.Understanding;

namespace MeliBot.Bot.Commands.Dialogs;

/// <summary>How well questions are understood whose intents people have named.</summary>
internal static class EvalCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "Lines {\"text\",\"locale\",\"intents\":[]}; - is the standard input. With \"place\":\"orders\" it is a message after a sale." };
        var playbook = PlaybookOption.Create();
        var json = new Option<bool>("--json") { Description = "One JSON object instead of a table." };
        return new Command("eval", "Measures how well questions are understood: per intent and overall precision, recall, F1, exact set, coverage, over-answering and confusions.") { file, playbook, json }
            .Does(async (result, cancellationToken) =>
            {
                var cases = await ReadAsync(result.GetRequiredValue(file), cancellationToken);
                var models = new PlaybookModels(PlaybookOption.Read(result.GetValue(playbook)), cancellationToken);
                var report = Evaluator.Evaluate(models.Of, cases);
                Console.WriteLine(result.GetValue(json) ? report.ToJson() : report.ToTable());
                return 0;
            });
    }

    private static async Task<IReadOnlyList<EvaluationCase>> ReadAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            using var reader = new StreamReader(file == "-" ? Console.OpenStandardInput() : File.OpenRead(file));
            return EvaluationCase.ReadLines((await reader.ReadToEndAsync(cancellationToken)).Split('\n'));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException)
        {
            throw new CommandException($"{file} can't be read.", e.Message, "Name a file of lines {\"text\",\"locale\",\"intents\":[]}.", 1, e);
        }
    }
}
