using MeliBot.Dialogs.Playbooks;

namespace MeliBot.Dialogs.Deciding;

/// <summary>
/// When a schedule or date holds: whenever a clock on the wall of its zone shows a time within it. So an hour that daylight saving skips is never within,
/// and one that it repeats is within twice.
/// </summary>
internal sealed class Stretches
{
    private readonly IReadOnlyList<HourRange> _hours;
    private readonly Func<DateOnly, bool> _begins;
    private readonly TimeZoneInfo? _zone;
    private readonly HashSet<TimeOnly> _edges;
    private readonly DateOnly _last = DateOnly.MaxValue;

    public Stretches(ScheduleRule rule)
        : this(rule.Hours, rule.Zone, day => rule.Days.Count == 0 || rule.Days.Contains(day.DayOfWeek))
    {
    }

    public Stretches(DateRule rule)
        : this(rule.Hours, rule.Zone, day => Includes(rule, day))
    {
        if (!rule.Yearly) _last = rule.To;
    }

    private Stretches(IReadOnlyList<HourRange> hours, string? zone, Func<DateOnly, bool> begins)
    {
        (_hours, _begins) = (hours, begins);
        _edges = [TimeOnly.MinValue, .. hours.SelectMany(range => new[] { range.From, range.To })];
        // A zone that this machine doesn't know is told by the files' check; until then the account's is the best guess.
        if (zone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found)) _zone = found;
    }

    public TimeZoneInfo ZoneOr(TimeZoneInfo account) => _zone ?? account;

    public bool Holds(DateTimeOffset at, TimeZoneInfo account) => Holds(ZoneOr(account).Wall(at));

    /// <summary>The first instant after <paramref name="at"/> from which it holds no longer, or holds again; null when that isn't before <paramref name="end"/>.</summary>
    public DateTimeOffset? NextChange(DateTimeOffset at, TimeZoneInfo account, DateTimeOffset end)
    {
        var zone = ZoneOr(account);
        if (_last.DayNumber + 2 < DateOnly.FromDateTime(zone.Wall(at)).DayNumber) return null;
        return zone.NextChange(Holds, _edges, at, end);
    }

    private bool Holds(DateTime wall)
    {
        var (day, time) = (DateOnly.FromDateTime(wall), TimeOnly.FromDateTime(wall));
        if (_hours.Count == 0) return _begins(day);
        foreach (var range in _hours)
        {
            var overMidnight = range.To <= range.From;
            if (time >= range.From && (overMidnight || time < range.To) && _begins(day)) return true;
            if (overMidnight && time < range.To && _begins(day.AddDays(-1))) return true;
        }

        return false;
    }

    private static bool Includes(DateRule rule, DateOnly day)
    {
        if (!rule.Yearly) return day >= rule.From && day <= rule.To;
        if (rule.To.DayNumber - rule.From.DayNumber >= 365) return true;
        var (at, from, to) = (InYear(day), InYear(rule.From), InYear(rule.To));
        return from <= to ? at >= from && at <= to : at >= from || at <= to;
    }

    private static int InYear(DateOnly day) => (day.Month * 100) + day.Day;
}
