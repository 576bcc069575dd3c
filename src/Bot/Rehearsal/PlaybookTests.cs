using System.Text;
using MeliBot.Dialogs.Playbooks;

namespace MeliBot.Bot.Rehearsal;

/// <summary>Runs a playbook's own tests.</summary>
internal sealed class PlaybookTests(RehearsalStage stage, IPlaybookFolder folder, TimeProvider time)
{
    private const string Items = "tests/items/";
    private const string Orders = "tests/orders/";

    private readonly Dictionary<string, byte[]> _files = folder.Read()
        .Where(file => file.Path.StartsWith(Items, StringComparison.Ordinal) || file.Path.StartsWith(Orders, StringComparison.Ordinal)).ToDictionary(file => file.Path, file => file.Bytes, StringComparer.Ordinal);

    public async Task<TestOutcome> RunAsync(PlaybookTest test, CancellationToken cancellationToken)
    {
        var at = test.At ?? time.GetUtcNow();
        Listing listing;
        try
        {
            listing = test.Item is null ? Listing.Unknown : ListingJson.Parse(Text(Items, test.Item), at);
        }
        catch (FormatException e)
        {
            return new TestOutcome(test, null, [new Mismatch("item", test.Item!, e.Message)]);
        }

        Sale? sale;
        try
        {
            sale = !test.IsMessage ? null : test.Order is null ? Sale.Unknown : OrderJson.Parse(test.Order, Text(Orders, test.Order), at);
        }
        catch (FormatException e)
        {
            return new TestOutcome(test, null, [new Mismatch("order", test.Order!, e.Message)]);
        }

        var got = await stage.RunAsync(new Scene { Text = test.Question, Locale = test.Locale, At = at, Listing = listing, Sale = sale, Before = test.Before }, cancellationToken);
        return new TestOutcome(test, got, [.. Compare(test, got)]);
    }

    private string Text(string place, string name) => _files.TryGetValue(place + name, out var bytes) || _files.TryGetValue($"{place}{name}.json", out bytes)
        ? Encoding.UTF8.GetString(bytes)
        : throw new FormatException($"there is no file {place}{name}");

    private static IEnumerable<Mismatch> Compare(PlaybookTest test, Rehearsed got)
    {
        var text = got.Trace.Text;
        if (test.Intents is { } intents && !intents.ToHashSet(StringComparer.Ordinal).SetEquals(got.Intents)) yield return new Mismatch("intents", Names(intents), Names(got.Intents));
        if (test.Text is { } whole && !string.Equals(whole.Trim(), text, StringComparison.Ordinal)) yield return new Mismatch("text", whole.Trim(), text ?? "(no answer)");
        foreach (var part in test.Contains.Where(part => text?.Contains(part, StringComparison.Ordinal) != true)) yield return new Mismatch("contains", part, text ?? "(no answer)");
        foreach (var part in test.Lacks.Where(part => text?.Contains(part, StringComparison.Ordinal) == true)) yield return new Mismatch("lacks", part, text!);
        if (test.Decision is { } decision && !string.Equals(decision, got.Trace.Decision, StringComparison.OrdinalIgnoreCase)) yield return new Mismatch("decision", decision, $"{got.Trace.Decision} ({string.Join(" ", got.Trace.Reasons)})");
    }

    private static string Names(IReadOnlyList<string> names) => names.Count == 0 ? "(none)" : string.Join(", ", names);
}

/// <param name="Got">Null when it couldn't be run.</param>
internal sealed record TestOutcome(PlaybookTest Test, Rehearsed? Got, IReadOnlyList<Mismatch> Wrong)
{
    public bool Passed => Wrong.Count == 0;
}

internal sealed record Mismatch(string What, string Expected, string Got);
