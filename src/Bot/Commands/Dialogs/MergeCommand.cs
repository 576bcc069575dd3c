using System.CommandLine;
using System.Text.Json;
using MeliBot.Adapter.Outbound.Composing;
using MeliBot.Adapter.Outbound.Guards;
using MeliBot.Adapter.Policy;
using MeliBot.Bot.Deciding;
using MeliBot.Bot.Rehearsal;
using MeliBot.Dialogs.Deciding;
using ComposedReply = MeliBot.Adapter.Outbound.Composing.Composition;

namespace MeliBot.Bot.Commands.Dialogs;

/// <summary>Several replies as the one line that a question gets.</summary>
internal static class MergeCommand
{
    public static Command Create()
    {
        var replies = new Argument<string[]>("REPLY") { Description = "What would be said, in order.", Arity = ArgumentArity.ZeroOrMore };
        var batch = new Option<string?>("--batch") { Description = "A file of lines {\"id\",\"locale\",\"replies\":[]}, a reply being a text or {\"text\",\"role\",\"intent\"}; - is the standard input. One JSON line comes back for each." };
        var locale = new Option<string?>("--locale") { Description = "Of the buyer. Merging is the same in Spanish and Portuguese." };
        var playbook = new Option<string?>("--playbook") { Description = "The folder of the playbook whose guards.yaml counts. Without it the current folder if it holds a playbook.yaml, else the platform's guards as they are." };
        var json = new Option<bool>("--json") { Description = "One JSON object instead of text." };
        return new Command("merge", "Merges replies into the one line that answers a question, and says what was left out and what a guard minds.") { replies, batch, locale, playbook, json }
            .Does(async (result, cancellationToken) =>
            {
                var merger = new Merger(Guards(result.GetValue(playbook)));
                if (result.GetValue(batch) is { } file) return await Batch.RunAsync(file, Task.CompletedTask, (line, writer, _) => AnswerAsync(merger, line, writer), cancellationToken);
                var texts = result.GetValue(replies) ?? [];
                if (texts.Length == 0) throw new CommandException("There is nothing to merge.", "No reply was given.", "Write the replies behind the command, each in quotation marks, or use --batch FILE.");
                return Show(merger, [.. texts.Select(text => new Fragment(text, FragmentRole.Core))], result.GetValue(json));
            });
    }

    private static ContentGuards Guards(string? playbook)
    {
        var guards = new ContentGuards(ContentGuards.Default);
        // What comes with the product changes no guard, and reading it takes longer than merging.
        return playbook is null && !PlaybookOption.IsHere ? guards : PlaybookGuards.Under(PlaybookOption.Read(playbook).Guards, guards);
    }

    private static int Show(Merger merger, IReadOnlyList<Fragment> replies, bool json)
    {
        var (composition, verdict) = merger.Merge(replies);
        if (json)
        {
            using var stream = Console.OpenStandardOutput();
            using var writer = new Utf8JsonWriter(stream, RehearsalJson.Readable);
            writer.WriteStartObject();
            Write(writer, composition, verdict);
            writer.WriteEndObject();
            return 0;
        }

        Console.WriteLine(composition.Text ?? "(nothing)");
        foreach (var dropped in composition.Dropped) Console.WriteLine($"left out: {dropped.Text}  ({dropped.Reason})");
        Console.WriteLine($"decision: {DecidingSentences.Word(verdict.Decision)}");
        foreach (var reason in verdict.Reasons) Console.WriteLine($"  {reason}");
        return 0;
    }

    private static Task AnswerAsync(Merger merger, JsonElement line, Utf8JsonWriter writer)
    {
        _ = Batch.Text(line, "locale");
        if (!line.TryGetProperty("replies", out var replies) || replies.ValueKind != JsonValueKind.Array) throw new FormatException("\"replies\" must be a list");
        var (composition, verdict) = merger.Merge([.. replies.EnumerateArray().Select(Reply)]);
        Write(writer, composition, verdict);
        return Task.CompletedTask;
    }

    private static Fragment Reply(JsonElement reply) => reply.ValueKind switch
    {
        JsonValueKind.String => new Fragment(reply.GetString()!, FragmentRole.Core),
        JsonValueKind.Object => new Fragment(Batch.Text(reply, "text") ?? throw new FormatException("a reply needs a \"text\""), Role(Batch.Text(reply, "role")), Batch.Text(reply, "intent")),
        _ => throw new FormatException("a reply is a text, or {\"text\", \"role\", \"intent\"}"),
    };

    private static FragmentRole Role(string? role) => role switch
    {
        null => FragmentRole.Core,
        _ when Enum.TryParse<FragmentRole>(role, ignoreCase: true, out var known) && Enum.IsDefined(known) => known,
        _ => throw new FormatException($"there is no role \"{role}\"; the roles are greeting, core, complement and closing"),
    };

    private static void Write(Utf8JsonWriter writer, ComposedReply composition, Verdict verdict)
    {
        writer.WriteString("answer", composition.Text);
        writer.WriteStartArray("dropped");
        foreach (var dropped in composition.Dropped)
        {
            writer.WriteStartObject();
            writer.WriteString("text", dropped.Text);
            writer.WriteString("why", dropped.Reason.Text);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteString("decision", DecidingSentences.Word(verdict.Decision));
        RehearsalJson.WriteTexts(writer, "reasons", verdict.Reasons.Select(reason => reason.Text));
    }
}
