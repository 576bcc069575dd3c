using System.Globalization;
using System.Text.Json;
using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Effects;
using MeliBot.Simulator;

namespace MeliBot.Crash.Tests.Judging;

/// <summary>What must hold between the platform and our rows, whatever happened in between.</summary>
internal static class Invariants
{
    private static readonly string[] Ends = ["effect:sent", "effect:answered-elsewhere"];

    public static IEnumerable<string> Broken(IReadOnlyList<WorldQuestion> questions, PlatformRecord platform, StoreRows rows, Expected expected) =>
    [
        .. questions.SelectMany(question => Reflected(question, platform, rows)),
        .. questions.Where(question => platform.AnswersOf(question.Id) > 0).SelectMany(question => Committed(question, rows)),
        .. rows.EffectChanges.SelectMany(StaleMarks),
        .. Visible(rows),
        .. Drained(rows, expected),
        .. rows.Alone.Where(table => table.Rows > 0).Select(table => $"I9 {table.Rows} rows of {table.Table} belong to a conversation that isn't there"),
        .. NextTurns(rows),
    ];

    /// <summary>I10: a conversation's own word about its next turn, by which the turn is found.</summary>
    private static IEnumerable<string> NextTurns(StoreRows rows)
    {
        var first = rows.Activities.Values.Where(activity => activity.Turn == ActivityTurn.Pending).GroupBy(activity => activity.Conversation, StringComparer.Ordinal)
            .ToDictionary(pending => pending.Key, pending => pending.Select(activity => activity.OrderKey).Min(StringComparer.Ordinal)!, StringComparer.Ordinal);
        return rows.NextTurns.Where(said => said.Value != first.GetValueOrDefault(said.Key))
            .Select(said => $"I10 conversation {said.Key} says that its next turn is {said.Value ?? "none"}, but it is {first.GetValueOrDefault(said.Key) ?? "none"}");
    }

    /// <summary>I1: what the platform holds is what our rows say.</summary>
    private static IEnumerable<string> Reflected(WorldQuestion question, PlatformRecord platform, StoreRows rows)
    {
        if (question.Answer is not { } answer)
            yield break;
        if (!rows.Activities.ContainsKey(Key(question, "question")))
        {
            // One that others answered before we ever heard of it needn't be ours to know.
            if (platform.AnswersOf(question.Id) > 0 || platform.KnownSince(question.Id) is not null)
                yield return $"I1 question {question.Id} is answered, but isn't in our database";
            yield break;
        }

        if (!rows.Slots.TryGetValue(Key(question, "answer"), out var slot))
        {
            yield return $"I1 question {question.Id} is answered, but has no slot in our database";
            yield break;
        }

        var ours = platform.AnswersOf(question.Id) > 0;
        if (slot.State != (ours ? EffectState.Sent : EffectState.AnsweredElsewhere))
            yield return $"I1 question {question.Id} was answered {(ours ? "by us" : "elsewhere")}, but its slot says {slot.State}: {slot.Reason}";
        else if (ours && TextOf(slot.Payload) is { } text && text.Trim() != answer.Text.Trim() && answer.Text.Length > 0)
            yield return $"I1 question {question.Id} holds another text than its slot";
    }

    /// <summary>I3: no effect without its committed turn.</summary>
    private static IEnumerable<string> Committed(WorldQuestion question, StoreRows rows)
    {
        var activity = Key(question, "question");
        if (!rows.Activities.TryGetValue(activity, out var entry) || entry.Turn != ActivityTurn.Done)
            yield return $"I3 question {question.Id} was answered by us, but its turn isn't committed ({entry?.Turn.ToString() ?? "not in the database"})";
        else if (rows.Slots.TryGetValue(Key(question, "answer"), out var slot) && slot.Activity == activity && !rows.Decisions.Contains(activity))
            yield return $"I3 question {question.Id} was answered by us, but no decision is recorded";
    }

    /// <summary>I5: an effect ends once; whoever held an older epoch changed nothing after it.</summary>
    private static IEnumerable<string> StaleMarks(IGrouping<string, string> effect)
    {
        var changes = effect.ToList();
        var end = changes.FindIndex(change => Ends.Contains(change, StringComparer.Ordinal));
        if (end >= 0 && changes.Skip(end + 1).FirstOrDefault(change => change != "effect:banned") is { } after)
            yield return $"I5 {effect.Key} changed after its end: {string.Join(", ", changes)} (first {after})";
    }

    /// <summary>I6: every parked thing is shown with a reason.</summary>
    private static IEnumerable<string> Visible(StoreRows rows)
    {
        foreach (var slot in rows.Slots.Values.Where(slot => slot.State == EffectState.Parked && !Told(2, slot.Key)))
            yield return $"I6 {slot.Key} is parked, but not shown with a reason";
        foreach (var activity in rows.Activities.Values.Where(activity => activity.Turn == ActivityTurn.Parked && !Told(1, activity.Id)))
            yield return $"I6 the turn of {activity.Id} is parked, but not shown with a reason";
        foreach (var signal in rows.Signals.Where(signal => signal.State == 2 && !Told(0, $"{signal.Topic} {signal.Resource}")))
            yield return $"I6 the signal {signal.Topic} {signal.Resource} is parked, but not shown with a reason";

        bool Told(long kind, string key) => rows.Parked.TryGetValue((kind, key), out var reason) && !string.IsNullOrWhiteSpace(reason);
    }

    /// <summary>I8: once faults stop, everything drains.</summary>
    private static IEnumerable<string> Drained(StoreRows rows, Expected expected)
    {
        foreach (var signal in rows.Signals.Where(signal => signal.State == 0))
            yield return $"I8 the signal {signal.Topic} {signal.Resource} is still open: {signal.Reason}";
        foreach (var activity in rows.Activities.Values.Where(activity => activity.Turn == ActivityTurn.Pending))
            yield return $"I8 {activity.Id} still awaits its turn";
        foreach (var slot in rows.Slots.Values.Where(slot => slot.State is EffectState.Planned or EffectState.Sending || (slot.State == EffectState.Waiting && !expected.Waiting)))
            yield return $"I8 {slot.Key} is still {slot.State}: {slot.Reason}";
        if (rows.OpenDrafts > 0 && !expected.Drafts)
            yield return $"I8 {rows.OpenDrafts} drafts stand open";
    }

    internal static string Key(WorldQuestion question, string part) => string.Create(CultureInfo.InvariantCulture, $"{question.SellerId}:{part}:{question.Id}");

    private static string? TextOf(string payload)
    {
        using var json = JsonDocument.Parse(payload);
        return json.RootElement.TryGetProperty("text", out var text) ? text.GetString() : null;
    }
}
