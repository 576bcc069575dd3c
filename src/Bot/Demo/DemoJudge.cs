using System.Globalization;

namespace MeliBot.Bot.Demo;

/// <summary>Judges a run by the Simulator's journal, which knows nothing of what the bot believes.</summary>
internal static class DemoJudge
{
    // A question's own notice and its answer's.
    private const int NoticesThatTellSomething = 2;

    public static DemoSummary Judge(IReadOnlyList<SimulatorQuestion> questions, SimulatorJournal journal, IReadOnlyList<SimulatorNotice> notices, int crashes, TimeSpan time)
    {
        var answers = journal.Effects.Where(e => e is { Kind: "answer", Accepted: true }).ToLookup(e => e.Key);
        var once = questions.Where(q => answers[Key(q)].Count() == 1 && q.Answer is not null).ToArray();
        return new DemoSummary(
            questions.Count,
            once.Length,
            once.Count(q => q.Answer!.Who == "bot"),
            once.Count(q => q.Answer!.Who == "person"),
            once.Count(q => q.Answer!.Who == "elsewhere"),
            notices.GroupBy(n => n.Resource).Sum(same => Math.Max(0, same.Sum(n => n.Attempts) - NoticesThatTellSomething)),
            journal.Calls.Count(c => c.Status == 429),
            crashes,
            Math.Round(time.TotalSeconds, 1),
            [.. questions.Except(once).Select(q => q.Id)],
            [.. journal.Violations.Select(v => $"{v.Kind}: {v.Detail}")]);
    }

    private static string Key(SimulatorQuestion question) => question.Id.ToString(CultureInfo.InvariantCulture);
}
