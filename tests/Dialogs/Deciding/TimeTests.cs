using CsCheck;
using MeliBot.Dialogs.Deciding;
using MeliBot.Dialogs.Playbooks;
using static MeliBot.Dialogs.Tests.Deciding.Rules;

namespace MeliBot.Dialogs.Tests.Deciding;

public class TimeTests
{
    [Theory]
    [InlineData("2026-11-27 18:00", true)] // Friday
    [InlineData("2026-11-27 17:59", false)]
    [InlineData("2026-11-28 08:59", true)] // the Friday's stretch
    [InlineData("2026-11-28 09:00", false)]
    [InlineData("2026-11-28 19:00", false)] // Saturday begins none
    [InlineData("2026-11-30 03:00", false)] // nor did Sunday
    [InlineData("2026-11-30 18:00", true)]
    public void A_stretch_over_midnight_belongs_to_the_day_that_it_begins_on(string wall, bool holds)
    {
        var night = Schedule("night", Rule("off"), "18:00-09:00", null, DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday);
        (Table(schedules: [night]).At(Ask(wall)).Mode.Value == ReplyMode.Off).ShouldBe(holds);
    }

    [Theory]
    [InlineData("2027-12-24 00:00", true)]
    [InlineData("2031-01-02 23:59", true)]
    [InlineData("2030-07-01 12:00", false)]
    [InlineData("2026-12-23 23:59", false)]
    [InlineData("2027-01-03 00:00", false)]
    public void A_yearly_range_goes_over_new_year(string wall, bool holds) =>
        (Table(dates: [Date("holidays", Rule("off"), "2026-12-24", "2027-01-02", yearly: true)]).At(Ask(wall)).Mode.Value == ReplyMode.Off).ShouldBe(holds);

    [Theory]
    [InlineData("2026-12-25 00:00", true)]
    [InlineData("2026-12-26 00:00", false)]
    [InlineData("2027-12-25 12:00", false)]
    public void A_date_that_isnt_yearly_holds_once(string wall, bool holds) =>
        (Table(dates: [Date("navidad", Rule("off"), "2026-12-25")]).At(Ask(wall)).Mode.Value == ReplyMode.Off).ShouldBe(holds);

    [Fact]
    public void A_schedule_in_a_zone_of_its_own_follows_that_clock()
    {
        var table = Table(schedules: [Schedule("mexico", Rule("off"), "09:00-10:00", "America/Mexico_City")]);
        table.At(Ask("2026-11-26 12:30")).Mode.Value.ShouldBe(ReplyMode.Off); // 09:30 in Mexico
        table.At(Ask("2026-11-26 09:30")).Mode.Value.ShouldBe(ReplyMode.Auto);
    }

    [Fact]
    public void An_hour_that_the_clock_skips_never_comes_and_one_that_it_repeats_comes_twice()
    {
        var lisbon = TimeZoneInfo.FindSystemTimeZoneById("Europe/Lisbon");
        var table = Table(schedules: [Schedule("small hours", Rule("off"), "01:00-02:00")]);
        DecidingQuery At(string at) => Ask() with { TimeZone = lisbon, At = Utc(at) };
        // On 29 March 2026 01:00 becomes 02:00; on 25 October 02:00 becomes 01:00.
        table.At(At("2026-03-29 00:59")).Mode.Value.ShouldBe(ReplyMode.Auto);
        table.At(At("2026-03-29 01:00")).Mode.Value.ShouldBe(ReplyMode.Auto);
        table.NextChange(At("2026-03-28 12:00")).ShouldBe(Utc("2026-03-30 00:00"));
        table.At(At("2026-10-25 00:30")).Mode.Value.ShouldBe(ReplyMode.Off);
        table.At(At("2026-10-25 01:30")).Mode.Value.ShouldBe(ReplyMode.Off);
        table.At(At("2026-10-25 02:00")).Mode.Value.ShouldBe(ReplyMode.Auto);
    }

    /// <summary>Both jumps of each zone, at one, two, three o'clock and at midnight, by a whole and by half an hour.</summary>
    private static readonly (string Zone, string Around)[] Jumps =
    [
        ("America/Santiago", "2026-04-05"), ("America/Santiago", "2026-09-06"), ("America/Asuncion", "2023-03-26"), ("America/Asuncion", "2023-10-01"),
        ("America/Havana", "2026-03-08"), ("America/Havana", "2026-11-01"), ("America/Sao_Paulo", "2018-02-18"), ("America/Sao_Paulo", "2018-11-04"),
        ("America/Mexico_City", "2022-04-03"), ("America/Mexico_City", "2022-10-30"), ("Europe/Lisbon", "2026-03-29"), ("Europe/Lisbon", "2026-10-25"),
        ("Australia/Lord_Howe", "2026-04-05"), ("Australia/Lord_Howe", "2026-10-04"), ("America/St_Johns", "2006-10-29"), ("America/Argentina/Buenos_Aires", "2026-11-26"),
    ];

    private static readonly Gen<TimeOnly> Minute = Gen.OneOf(
        Gen.Int[0, (24 * 60) - 1].Select(m => TimeOnly.MinValue.AddMinutes(m)),
        Gen.Int[0, 13].Select(m => TimeOnly.MinValue.AddMinutes(m * 15)),
        Gen.Const(new TimeOnly(23, 30)));

    [Fact]
    public void Schedules_agree_with_a_clock_that_is_read_every_minute() => Gen.Select(
            Gen.Int[0, Jumps.Length - 1],
            Gen.Select(Minute, Minute).Array[1, 2],
            Gen.Enum<DayOfWeek>().Array[0, 4],
            Gen.Int[-48 * 60, 24 * 60])
        .Sample(
            (jump, hours, days, start) =>
            {
                var (zone, around) = Jumps[jump];
                var rule = new ScheduleRule("s", days, [.. hours.Select(h => new HourRange(h.Item1, h.Item2))], zone, Scope(Rule("off")), Here);
                Agrees(new Stretches(rule), rule.Hours, day => days.Length == 0 || days.Contains(day.DayOfWeek), zone, Utc(around + " 00:00").AddMinutes(start));
            },
            iter: 200);

    [Fact]
    public void Dates_agree_with_a_clock_that_is_read_every_minute() => Gen.Select(Gen.Int[0, Jumps.Length - 1], Gen.Select(Minute, Minute).Array[0, 2], Gen.Int[-2, 1], Gen.Int[0, 2], Gen.Int[-48 * 60, 24 * 60])
        .Sample(
            (jump, hours, first, length, start) =>
            {
                var (zone, around) = Jumps[jump];
                var from = Day(around).AddDays(first);
                var to = from.AddDays(length);
                var rule = new DateRule("d", from, to, false, [.. hours.Select(h => new HourRange(h.Item1, h.Item2))], zone, Scope(Rule("off")), Here);
                Agrees(new Stretches(rule), rule.Hours, day => day >= from && day <= to, zone, Utc(around + " 00:00").AddMinutes(start));
            },
            iter: 200);

    private static void Agrees(Stretches stretches, IReadOnlyList<HourRange> hours, Func<DateOnly, bool> begins, string zoneId, DateTimeOffset start)
    {
        const int Minutes = 4 * 24 * 60;
        var zone = TimeZoneInfo.FindSystemTimeZoneById(zoneId);
        // The reference writes every stretch out in local time and looks at the wall clock once a minute.
        var day = DateOnly.FromDateTime(zone.Wall(start));
        var written = Enumerable.Range(-2, 9).Select(day.AddDays).Where(begins)
            .SelectMany(d => hours.DefaultIfEmpty(new HourRange(default, default)).Select(h => (From: d.ToDateTime(h.From), To: (h.To <= h.From ? d.AddDays(1) : d).ToDateTime(h.To))))
            .ToList();
        var seen = Enumerable.Range(0, Minutes).Select(m => zone.Wall(start.AddMinutes(m))).Select(wall => written.Exists(s => wall >= s.From && wall < s.To)).ToList();

        for (var m = 0; m < Minutes; m++) stretches.Holds(start.AddMinutes(m), zone).ShouldBe(seen[m], $"{zoneId} {start.AddMinutes(m):u}");
        var change = seen.FindIndex(holds => holds != seen[0]);
        stretches.NextChange(start, zone, start.AddMinutes(Minutes - 1)).ShouldBe(change < 0 ? null : start.AddMinutes(change), $"{zoneId} {start:u}");
    }
}
