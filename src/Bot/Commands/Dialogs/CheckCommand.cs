using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using MeliBot.Bot.Composition;
using MeliBot.Dialogs.Playbooks;

namespace MeliBot.Bot.Commands.Dialogs;

/// <summary>Says everything that is wrong with a playbook.</summary>
internal static class CheckCommand
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create()
    {
        var folder = PlaybookArgument.Create();
        var json = new Option<bool>("--json") { Description = "One JSON object instead of text." };
        return new Command("check", "Says everything that is wrong with a playbook, each with its file, line and column. Exit code 0 when nothing is an error.") { folder, json }
            .Does((result, cancellationToken) => RunAsync(PlaybookArgument.Find(result.GetValue(folder)), result.GetValue(json), cancellationToken));
    }

    private static async Task<int> RunAsync(IPlaybookFolder folder, bool json, CancellationToken cancellationToken)
    {
        var reading = PlaybookReader.Read(folder, BotAbilities.OfPlaybooks);
        await using var output = new StreamWriter(Console.OpenStandardOutput()) { NewLine = "\n" };
        await output.WriteLineAsync((json ? Json(reading) : Text(reading)).AsMemory(), cancellationToken);
        return reading.Playbook is null ? 1 : 0;
    }

    internal static string Text(PlaybookReading reading) =>
        string.Concat(reading.Diagnostics.Select(d => $"{d}\n\n")) + Summary(reading);

    private static string Summary(PlaybookReading reading)
    {
        var errors = Count(reading.Diagnostics.Count(d => d.Severity == Severity.Error), "error");
        var warnings = Count(reading.Diagnostics.Count(d => d.Severity == Severity.Warning), "warning");
        if (reading.Playbook is not { } playbook) return $"{errors}, {warnings}. Nothing of this is used until the errors are mended.";
        var isShipped = playbook.Name == ShippedPlaybook.Folder.Name;
        var own = string.Join(", ", Count(playbook.Intents.Count(i => IsOwn(i.Source)), "intent"), Count(playbook.Replies.Values.Count(r => IsOwn(r.Source)), "reply"), Count(playbook.Dialogs.Values.Count(d => IsOwn(d.Source)), "dialog"), Count(playbook.Tests.Count, "test"));
        return $"{playbook.Name} is good: {own}{(playbook.Intents.All(i => IsOwn(i.Source)) ? "" : " of its own, over the shipped playbook")}; {warnings}.";

        bool IsOwn(SourceSpan source) => isShipped || !source.IsShipped;
    }

    private static string Count(int count, string what) => (count, what) switch
    {
        (0, _) => $"no {Plural(what)}",
        (1, _) => $"1 {what}",
        _ => $"{count} {Plural(what)}",
    };

    private static string Plural(string what) => what == "reply" ? "replies" : what + "s";

    private static string Json(PlaybookReading reading) => JsonSerializer.Serialize(
        new
        {
            Ok = reading.Playbook is not null,
            Playbook = reading.Playbook?.Name,
            reading.Playbook?.Version,
            Diagnostics = reading.Diagnostics.Select(d => new
            {
                d.Code,
                Severity = d.Severity == Severity.Error ? "error" : "warning",
                d.Source.File,
                d.Source.Line,
                d.Source.Column,
                d.Source.EndLine,
                d.Source.EndColumn,
                d.Message,
                d.Why,
                Try = d.Suggestion,
                Text = d.Line,
            }),
        },
        Readable);
}
