using System.Globalization;
using MeliBot.Adapter.Turns;
using MeliBot.Bot.Rehearsal;
using Spectre.Console;

namespace MeliBot.Bot.Commands.Dialogs;

/// <summary>A rehearsal for people: from what was understood to what would be done, and why.</summary>
internal static class RehearsalView
{
    public static void Show(IAnsiConsole console, Rehearsed rehearsed, string playbook)
    {
        var (scene, trace) = (rehearsed.Scene, rehearsed.Trace);
        console.WriteLine(scene.Event ?? scene.Text);
        console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{scene.Locale ?? scene.Site ?? "no locale"}, {scene.At:yyyy-MM-dd HH:mm zzz}, playbook {playbook}"));

        if (trace.Playbook?.Route is { } route)
        {
            Head(console, "Dialog");
            console.WriteLine(route.Reason);
            Table(console, ["dialog", "", "why"], route.Candidates.Select(one => new[] { one.Dialog, one.Outcome, one.Why }));
        }

        Head(console, "Understood");
        Table(console, ["intent", "score", "words"], trace.Intents.Select(intent => new[] { intent.Name, Score(intent.Score), Words(scene.Text, intent) }), "nothing");
        Table(console, ["segment", "intent", "score"], rehearsed.Segments.Select(s => new[] { s.Text, s.Intent ?? "-", s.Intent is null ? "" : Score(s.Score) }));
        Table(console, ["slot", "value"], rehearsed.Slots.Select(s => new[] { s.Name, string.Join(", ", s.Values) }));

        Head(console, "Said");
        Table(console, ["role", "rule", "text"], trace.Spans.Select(span => new[] { span.Role, span.Rule ?? "", trace.Text!.Substring(span.Start, span.Length) }), "nothing");
        Table(console, ["left out", "why"], trace.Dropped.Select(drop => new[] { drop.Text, drop.Reason.Text }));
        foreach (var note in rehearsed.Notes) console.WriteLine($"  not said: {note}");

        if (trace.Facts.Count > 0)
        {
            Head(console, "Facts");
            Table(console, ["fact", "value", "source", "age"], trace.Facts.Select(fact => new[] { fact.Name, fact.Value ?? "unknown", fact.Source ?? "-", Age(fact) }));
        }

        if (rehearsed.Wishes.Count > 0)
        {
            Head(console, "For a person");
            Table(console, ["wish", "what", "why"], rehearsed.Wishes.Select(wish => new[] { wish.Action is null ? "reminder" : "proposal", wish.Action is null ? wish.At ?? "" : $"{wish.Action} {wish.Details}".TrimEnd(), wish.Reason }));
        }

        Head(console, "Answer");
        console.WriteLine(trace.Text ?? "(none)");
        Head(console, $"Decision: {trace.Decision}{(trace.Notify ? ", and a person is told" : "")}");
        foreach (var reason in trace.Reasons) console.WriteLine($"  {reason}");
    }

    private static void Head(IAnsiConsole console, string title)
    {
        console.WriteLine();
        console.Write(new Markup($"[bold]{Markup.Escape(title)}[/]\n"));
    }

    private static void Table(IAnsiConsole console, string[] columns, IEnumerable<string[]> rows, string? none = null)
    {
        var table = new Table { Border = TableBorder.Simple }.AddColumns(columns);
        foreach (var row in rows) table.AddRow([.. row.Select(Markup.Escape)]);
        if (table.Rows.Count > 0) console.Write(table);
        else if (none is not null) console.WriteLine($"  {none}");
    }

    private static string Score(double? score) => score?.ToString("0.00", CultureInfo.InvariantCulture) ?? "-";

    private static string Words(string text, TraceIntent intent) =>
        intent is { Start: { } start, Length: { } length } && start + length <= text.Length ? text.Substring(start, length) : "";

    private static string Age(TraceFact fact) => fact.AgeSeconds is { } seconds ? string.Create(CultureInfo.InvariantCulture, $"{seconds:0} s") : "-";
}
