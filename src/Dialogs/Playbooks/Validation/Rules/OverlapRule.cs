namespace MeliBot.Dialogs.Playbooks.Validation;

/// <summary>Of one layer and scope, one rule holds at a time.</summary>
internal sealed class OverlapRule : IRule
{
    private const int Day = 24 * 60;
    private const int Week = 7 * Day;

    public void Check(CheckContext playbook)
    {
        var rules = playbook.Model.Deciding;
        Twice(playbook, rules.Scopes, s => $"{s.Conversations} {s.ClaimType} {s.ClaimStage} {s.Account} {s.Category} {s.Item}", s => s.Source, _ => "this scope");
        Twice(playbook, rules.Schedules, s => s.Name, s => s.Source, s => $"\"{s.Name}\"");
        Twice(playbook, rules.Dates, d => d.Name, d => d.Source, d => $"\"{d.Name}\"");

        for (var i = 1; i < rules.Schedules.Count; i++)
        {
            var later = rules.Schedules[i];
            if (rules.Schedules.Take(i).FirstOrDefault(s => SameScope(s.Scope, later.Scope) && s.Zone == later.Zone && Differ(s.Scope.Rule, later.Scope.Rule) && Minutes(s).Overlaps(Minutes(later))) is { } earlier)
                playbook.Report(DecidingProblems.Overlap, playbook.Near(later.Source, later.Name), $"the schedules \"{earlier.Name}\" and \"{later.Name}\" hold at the same time", $"{earlier.Source} holds for some of the same hours, and says something else", "change the days or hours of one of them");
        }

        for (var i = 1; i < rules.Dates.Count; i++)
        {
            var later = rules.Dates[i];
            if (rules.Dates.Take(i).FirstOrDefault(d => SameScope(d.Scope, later.Scope) && Differ(d.Scope.Rule, later.Scope.Rule) && Days(d, later.Yearly).Overlaps(Days(later, d.Yearly)) && (d.Hours.Count == 0 || later.Hours.Count == 0)) is { } earlier)
                playbook.Report(DecidingProblems.Overlap, playbook.Near(later.Source, later.Name), $"the dates \"{earlier.Name}\" and \"{later.Name}\" hold on the same day", $"{earlier.Source} says something else for it", "change the days of one of them");
        }
    }

    private static void Twice<T>(CheckContext playbook, IReadOnlyList<T> rules, Func<T, string> key, Func<T, SourceSpan> source, Func<T, string> name)
    {
        var seen = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var rule in rules.Where(r => key(r).Length > 0 && !seen.TryAdd(key(r), r)))
            playbook.Report(DecidingProblems.SameRule, source(rule), $"{name(rule)} stands here a second time", $"the first is at {source(seen[key(rule)])}; only one can count", "make both one rule");
    }

    private static HashSet<int> Minutes(ScheduleRule schedule)
    {
        var minutes = new HashSet<int>();
        foreach (var day in schedule.Days.Count > 0 ? schedule.Days : Enum.GetValues<DayOfWeek>())
        {
            foreach (var (from, to) in schedule.Hours.Count > 0 ? schedule.Hours.Select(h => (Of(h.From), Of(h.To))) : [(0, 0)])
            {
                for (var m = from; m < (to > from ? to : to + Day); m++) minutes.Add((((int)day * Day) + m) % Week);
            }
        }

        return minutes;
    }

    /// <summary>Without their year where one of both comes every year.</summary>
    private static HashSet<DateOnly> Days(DateRule date, bool yearly)
    {
        var days = new HashSet<DateOnly>();
        for (var day = date.From; day <= date.To && days.Count < 1_000; day = day.AddDays(1)) days.Add(date.Yearly || yearly ? new DateOnly(2000, day.Month, day.Day) : day);
        return days;
    }

    private static int Of(TimeOnly time) => (time.Hour * 60) + time.Minute;

    private static bool SameScope(ScopeRule a, ScopeRule b) => (a.Conversations, a.ClaimType, a.ClaimStage, a.Account, a.Category, a.Item) == (b.Conversations, b.ClaimType, b.ClaimStage, b.Account, b.Category, b.Item);

    private static bool Differ(Playbooks.DecidingRule a, Playbooks.DecidingRule b) => (a.Mode, a.SendFrom, a.NotifyFrom, a.Uncovered, a.Negative, a.Reply, a.Only) != (b.Mode, b.SendFrom, b.NotifyFrom, b.Uncovered, b.Negative, b.Reply, b.Only);
}
