using System.Text;
using MeliBot.Dialogs.Playbooks;

namespace MeliBot.Bot.Rehearsal;

/// <summary>Runs a playbook's own tests.</summary>
internal sealed class PlaybookTests(RehearsalStage stage, IPlaybookFolder folder, TimeProvider time)
{
    private const string Items = "tests/items/";
    private const string Orders = "tests/orders/";
    private const string Claims = "tests/claims/";

    private readonly Dictionary<string, byte[]> _files = folder.Read()
        .Where(file => file.Path.StartsWith(Items, StringComparison.Ordinal) || file.Path.StartsWith(Orders, StringComparison.Ordinal) || file.Path.StartsWith(Claims, StringComparison.Ordinal)).ToDictionary(file => file.Path, file => file.Bytes, StringComparer.Ordinal);

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
            sale = !test.IsMessage || test.Claim is not null ? null : test.Order is null ? Sale.Unknown : OrderJson.Parse(test.Order, Text(Orders, test.Order), at);
        }
        catch (FormatException e)
        {
            return new TestOutcome(test, null, [new Mismatch("order", test.Order!, e.Message)]);
        }

        ClaimCase? claim;
        try
        {
            claim = test.Claim is null ? null : ClaimCase.Parse(test.Claim, Text(Claims, test.Claim), at);
        }
        catch (FormatException e)
        {
            return new TestOutcome(test, null, [new Mismatch("claim", test.Claim!, e.Message)]);
        }

        var scene = new Scene { Text = test.Question, Locale = test.Locale, At = at, Listing = listing, Sale = sale, Claim = claim, Event = test.Event, Sender = test.From ?? "complainant", Before = test.Before };
        var got = await stage.RunAsync(scene, cancellationToken);
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
        if (test.Dialog is { } dialog && (got.Trace.Playbook?.Dialog ?? PlaybookTest.NoDialog) != dialog) yield return new Mismatch("dialog", dialog, got.Trace.Playbook is { Route: { } route } ? route.Reason : got.Trace.Playbook?.Dialog ?? PlaybookTest.NoDialog);
        if (test.Proposes is { } proposes && !proposes.Order(StringComparer.Ordinal).SequenceEqual(got.Wishes.Select(w => w.Action).OfType<string>().Order(StringComparer.Ordinal)))
            yield return new Mismatch("proposes", Names(proposes), Names([.. got.Wishes.Select(w => w.Action).OfType<string>()]));
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
