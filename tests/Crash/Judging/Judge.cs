using System.Globalization;
using MeliBot.Simulator;

namespace MeliBot.Crash.Tests.Judging;

/// <summary>
/// Holds the platform's journal, which knows nothing of our database and so can't share its mistakes, against our own rows.
/// Looked at when everything had time to drain.
/// </summary>
internal static class Judge
{
    /// <param name="database">Our file; null to judge by the platform alone.</param>
    public static Verdict Of(World world, IReadOnlyCollection<WorldQuestion> asked, string? database = null, Expected? expected = null)
    {
        expected ??= new();
        var rows = database is null ? null : StoreRows.Read(database);
        var questions = asked.Select(question => world.Question(question.Id) ?? question).ToList();
        var platform = PlatformRecord.Of(world);

        var shown = rows is null ? new HashSet<long>() : Shown(rows);
        var lost = questions.Where(question => question.Answer is null && !shown.Contains(question.Id)).Select(question => question.Id).ToList();
        var twice = questions.Where(question => platform.AnswersOf(question.Id) > 1).Select(question => question.Id).ToList();
        var late = Order.BrokenIn(questions, platform, expected.LateLooks ? rows : null).ToList();
        List<string> parked = rows is null ? [] : [.. rows.Parked.Select(pair => $"{pair.Key.Key}: {pair.Value}")];

        var violations = new List<string>();
        violations.AddRange(lost.Select(id => $"I1 question {id} stands unanswered and nobody is shown it ({platform.NoticesOf(id)}{Where(id)})"));
        violations.AddRange(twice.Select(id => $"I2 question {id} has {platform.AnswersOf(id)} accepted answers"));
        if (!expected.Refusals)
            violations.AddRange(platform.Refused.Select(refused => $"I2 the platform had to refuse us a second answer: {refused}"));
        violations.AddRange(late.Select(id => $"I4 question {id} was answered after a later one of its conversation"));
        if (!expected.Parked)
            violations.AddRange(parked.Select(what => $"I6 parked without need: {what}"));
        violations.AddRange(platform.Complaints.Where(complaint => !expected.Complaints.Contains(complaint.Kind, StringComparer.Ordinal))
            .Select(complaint => $"{(complaint.Kind == "refresh-token-reuse" ? "I7" : "The platform minds")} {complaint.Kind}: {complaint.Detail}"));
        if (rows is not null)
            violations.AddRange(Invariants.Broken(questions, platform, rows, expected));
        return new(questions.Count, lost, twice, platform.Refused, late, parked, violations);

        string Where(long id) => rows is null ? "" : "; here: " + Whereabouts.Of(questions.First(question => question.Id == id), rows);
    }

    // What a person is shown isn't lost: parked work, refused or waiting answers, open drafts aside.
    private static HashSet<long> Shown(StoreRows rows) =>
    [
        .. rows.Parked.Keys.Select(parked => QuestionIn(parked.Key)),
        .. rows.Slots.Values.Where(slot => slot.State is Delivery.Effects.EffectState.Waiting or Delivery.Effects.EffectState.Refused).Select(slot => QuestionIn(slot.Key)),
    ];

    /// <summary>The question that a key or resource ends with; 0 for none.</summary>
    internal static long QuestionIn(string key)
    {
        var last = key.AsSpan(key.LastIndexOfAny([':', '/', ' ']) + 1);
        return long.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;
    }
}
