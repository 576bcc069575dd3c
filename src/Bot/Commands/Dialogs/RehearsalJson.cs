using System.Text.Encodings.Web;
using System.Text.Json;
using MeliBot.Bot.Rehearsal;

namespace MeliBot.Bot.Commands.Dialogs;

/// <summary>Rehearsals as JSON: the short form of a batch's line, and the whole trace.</summary>
internal static class RehearsalJson
{
    public static readonly JsonWriterOptions Readable = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary><c>"intents":[],"segments":[{"text","intent","score"}],"slots":{},"answer","decision","reasons":[]</c>.</summary>
    public static void Write(Utf8JsonWriter writer, Rehearsed rehearsed)
    {
        WriteTexts(writer, "intents", rehearsed.Intents);
        writer.WriteStartArray("segments");
        foreach (var segment in rehearsed.Segments)
        {
            writer.WriteStartObject();
            writer.WriteString("text", segment.Text);
            writer.WriteString("intent", segment.Intent);
            writer.WriteNumber("score", segment.Score);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartObject("slots");
        foreach (var (name, values) in rehearsed.Slots)
        {
            if (values.Count == 1) writer.WriteString(name, values[0]);
            else WriteTexts(writer, name, values);
        }

        writer.WriteEndObject();
        writer.WriteString("answer", rehearsed.Trace.Text);
        writer.WriteString("decision", rehearsed.Trace.Decision);
        if (rehearsed.Scene.Claim is not null) WriteClaim(writer, rehearsed);
        WriteTexts(writer, "reasons", rehearsed.Trace.Reasons.Select(reason => reason.Text));
    }

    private static void WriteClaim(Utf8JsonWriter writer, Rehearsed rehearsed)
    {
        writer.WriteString("dialog", rehearsed.Trace.Playbook?.Dialog);
        writer.WriteString("why", rehearsed.Trace.Playbook?.Route?.Reason);
        writer.WriteStartArray("wishes");
        foreach (var wish in rehearsed.Wishes)
        {
            writer.WriteStartObject();
            if (wish.Action is not null) writer.WriteString("proposes", wish.Action);
            if (wish.At is not null) writer.WriteString("remindsAt", wish.At);
            if (wish.Details is not null) writer.WriteString("details", wish.Details);
            writer.WriteString("reason", wish.Reason);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>The short form, and behind it the turn's trace as it would be stored.</summary>
    public static void WriteWhole(Utf8JsonWriter writer, Rehearsed rehearsed)
    {
        writer.WriteStartObject();
        writer.WriteString("text", rehearsed.Scene.Text);
        Write(writer, rehearsed);
        writer.WritePropertyName("trace");
        using (var trace = JsonDocument.Parse(rehearsed.Trace.ToJson())) trace.WriteTo(writer);
        writer.WriteEndObject();
    }

    public static void WriteTexts(Utf8JsonWriter writer, string name, IEnumerable<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts) writer.WriteStringValue(text);
        writer.WriteEndArray();
    }
}
