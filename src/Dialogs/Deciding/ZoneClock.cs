namespace MeliBot.Dialogs.Deciding;

/// <summary>Finds when something that depends on a zone's wall clock changes.</summary>
internal static class ZoneClock
{
    private static readonly TimeSpan Chunk = TimeSpan.FromDays(7);

    public static DateTime Wall(this TimeZoneInfo zone, DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, zone).DateTime;

    /// <summary>The first instant after <paramref name="at"/> at which <paramref name="holds"/> is another than before; null when that isn't before <paramref name="end"/>.</summary>
    /// <param name="edges">The only times of day at which it can change, besides the clock's own jumps.</param>
    public static DateTimeOffset? NextChange(this TimeZoneInfo zone, Func<DateTime, bool> holds, IReadOnlyCollection<TimeOnly> edges, DateTimeOffset at, DateTimeOffset end)
    {
        var was = holds(zone.Wall(at));
        for (var from = at; from < end; from += Chunk)
        {
            var to = from + Chunk < end ? from + Chunk : end;
            foreach (var candidate in Candidates(zone, edges, from, to))
            {
                if (holds(zone.Wall(candidate)) != was) return candidate;
            }
        }

        return null;
    }

    private static SortedSet<DateTimeOffset> Candidates(TimeZoneInfo zone, IReadOnlyCollection<TimeOnly> edges, DateTimeOffset from, DateTimeOffset to)
    {
        var found = new SortedSet<DateTimeOffset>();
        var last = DateOnly.FromDateTime(zone.Wall(to)).AddDays(1);
        for (var day = DateOnly.FromDateTime(zone.Wall(from)).AddDays(-1); day <= last; day = day.AddDays(1))
        {
            var noon = new DateTimeOffset(day.ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero);
            var (before, after) = (noon.AddDays(-1), noon.AddDays(1));
            var (first, second) = (zone.GetUtcOffset(before), zone.GetUtcOffset(after));
            if (first != second) Add(Jump(zone, before, after));
            foreach (var edge in edges)
            {
                // Where the clock jumps nearby the time may exist with either offset; one too many does no harm.
                Add(new DateTimeOffset(day.ToDateTime(edge), first));
                if (first != second) Add(new DateTimeOffset(day.ToDateTime(edge), second));
            }
        }

        return found;

        void Add(DateTimeOffset candidate)
        {
            if (candidate > from && candidate <= to) found.Add(candidate.ToUniversalTime());
        }
    }

    /// <summary>The instant between the two from which the second one's offset holds.</summary>
    private static DateTimeOffset Jump(TimeZoneInfo zone, DateTimeOffset before, DateTimeOffset after)
    {
        var offset = zone.GetUtcOffset(after);
        var (low, high) = (before.ToUnixTimeSeconds(), after.ToUnixTimeSeconds());
        while (high - low > 1)
        {
            var middle = low + ((high - low) / 2);
            if (zone.GetUtcOffset(DateTimeOffset.FromUnixTimeSeconds(middle)) == offset) high = middle;
            else low = middle;
        }

        return DateTimeOffset.FromUnixTimeSeconds(high);
    }
}
