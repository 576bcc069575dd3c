using System.Globalization;
using MeliBot.Dialogs.Deciding;
using MeliBot.Dialogs.Playbooks;

namespace MeliBot.Dialogs.Tests.Deciding;

/// <summary>Rules and queries in few words.</summary>
internal static class Rules
{
    public static readonly SourceSpan Here = SourceSpan.At("deciding.yaml", 1, 1);

    public static readonly TimeZoneInfo BuenosAires = TimeZoneInfo.FindSystemTimeZoneById("America/Argentina/Buenos_Aires");

    public static DecidingRule Rule(
        string? mode = null, double? send = null, double? notify = null, string? uncovered = null, string? negative = null, string? reply = null, bool only = false, params (string Kind, DecidingRule Rule)[] kinds) =>
        new(mode, send, notify, uncovered, negative, reply, only, Here) { Kinds = kinds.ToDictionary(kind => kind.Kind, kind => kind.Rule, StringComparer.Ordinal) };

    public static ScopeRule Scope(DecidingRule rule, long? account = null, string? category = null, string? item = null, string? conversations = null) =>
        new(conversations, account, category, item, rule, Here);

    public static ScheduleRule Schedule(string name, DecidingRule rule, string hours, string? zone = null, params DayOfWeek[] days) =>
        new(name, days, Hours(hours), zone, Scope(rule), Here);

    public static DateRule Date(string name, DecidingRule rule, string from, string? to = null, bool yearly = false, string hours = "") =>
        new(name, Day(from), Day(to ?? from), yearly, Hours(hours), null, Scope(rule), Here);

    public static DecidingTable Table(DecidingRule? general = null, ScopeRule[]? scopes = null, ScheduleRule[]? schedules = null, DateRule[]? dates = null) =>
        new(new DecidingRules(general ?? Rule(), scopes ?? [], schedules ?? [], dates ?? []));

    public static DecidingQuery Ask(string wall = "2026-11-26 12:00", long? account = 1, string? item = "MLA1", string[]? categories = null, string conversations = "questions", params string[] kinds)
    {
        var local = DateTime.Parse(wall, CultureInfo.InvariantCulture);
        return new DecidingQuery
        {
            Account = account,
            Item = item,
            Categories = categories ?? [],
            Conversations = conversations,
            Kinds = kinds,
            At = new DateTimeOffset(local, BuenosAires.GetUtcOffset(local)),
            TimeZone = BuenosAires,
        };
    }

    public static DateOnly Day(string day) => DateOnly.Parse(day, CultureInfo.InvariantCulture);

    public static DateTimeOffset Utc(string at) => DateTimeOffset.Parse(at + "Z", CultureInfo.InvariantCulture);

    private static List<HourRange> Hours(string hours) =>
        [.. hours.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(range => range.Split('-')).Select(ends => new HourRange(Time(ends[0]), Time(ends[1])))];

    private static TimeOnly Time(string time) => TimeOnly.Parse(time, CultureInfo.InvariantCulture);
}
