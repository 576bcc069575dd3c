using System.Globalization;

namespace MeliBot.Bot.Demo;

/// <summary>Judges a run by the Simulator's journal, which knows nothing of what the bot believes.</summary>
internal static class DemoJudge
{
    // A question's own notice and its answer's.
    private const int NoticesThatTellSomething = 2;

    public static DemoSummary Judge(
        IReadOnlyList<SimulatorQuestion> questions, IReadOnlyList<SimulatorThread> threads, IReadOnlyList<SimulatorClaim> claims, SimulatorJournal journal, IReadOnlyList<SimulatorNotice> notices, int crashes, TimeSpan time)
    {
        var lines = threads.SelectMany(Lines).ToArray();
        var answers = journal.Effects.Where(e => e is { Kind: "answer", Accepted: true }).ToLookup(e => e.Key);
        var once = questions.Where(q => answers[Key(q)].Count() == 1 && q.Answer is not null).ToArray();
        var written = claims.Count(claim => claim.Messages.Any(IsOurs));
        var money = journal.Effects.Where(e => e is { Accepted: true, Kind: "claim-refund" or "claim-partial-refund" or "claim-return" or "claim-replace" or "claim-review" } && IsApplication(e.By)).ToArray();
        var forbidden = journal.Effects.Where(e => e is { Kind: "claim-message", Refusal: "stage_forbids" });
        return new DemoSummary(
            questions.Count,
            once.Length,
            once.Count(q => q.Answer!.Who == "bot"),
            once.Count(q => q.Answer!.Who == "person"),
            once.Count(q => q.Answer!.Who == "elsewhere"),
            lines.Length,
            lines.Count(IsApplication),
            lines.Count(by => by is null),
            claims.Count,
            written,
            claims.Count - written,
            money.Length,
            notices.Where(n => n.Resource.StartsWith("/questions/", StringComparison.Ordinal)).GroupBy(n => n.Resource).Sum(same => Math.Max(0, same.Sum(n => n.Attempts) - NoticesThatTellSomething)),
            journal.Calls.Count(c => c.Status == 429),
            crashes,
            Math.Round(time.TotalSeconds, 1),
            [
                .. questions.Except(once).Select(q => q.Id), .. threads.Where(IsRepeated).Select(thread => thread.Pack),
                .. claims.Where(IsRepeated).Select(claim => claim.Id).Concat(money.Concat(forbidden).Select(e => long.Parse(e.Key, CultureInfo.InvariantCulture))).Distinct(),
            ],
            [.. journal.Violations.Select(v => $"{v.Kind}: {v.Detail}")]);
    }

    /// <summary>Who replied to each of what the buyer wrote; null where nobody has.</summary>
    private static IEnumerable<string?> Lines(SimulatorThread thread)
    {
        for (var i = 0; i < thread.Messages.Count; i++)
        {
            if (!thread.Messages[i].FromSeller && (i + 1 == thread.Messages.Count || thread.Messages[i + 1].FromSeller)) yield return thread.Messages.ElementAtOrDefault(i + 1)?.By;
        }
    }

    private static bool IsRepeated(SimulatorThread thread) =>
        thread.Messages.Zip(thread.Messages.Skip(1)).Any(pair => pair.First.FromSeller && pair.Second.FromSeller && pair.First.Text == pair.Second.Text);

    private static bool IsRepeated(SimulatorClaim claim) =>
        claim.Messages.Zip(claim.Messages.Skip(1)).Any(pair => IsOurs(pair.First) && IsOurs(pair.Second) && pair.First.Text == pair.Second.Text);

    private static bool IsOurs(SimulatorClaimMessage message) => IsApplication(message.By);

    private static bool IsApplication(string? by) => by?.StartsWith("app:", StringComparison.Ordinal) == true;

    private static string Key(SimulatorQuestion question) => question.Id.ToString(CultureInfo.InvariantCulture);
}
