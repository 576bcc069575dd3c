namespace MeliBot.Delivery.Work;

/// <summary>
/// The wall's time that never jumps back: after a correction it goes on from where it was. Otherwise whatever was due a moment ago would wait as long as the clock was wrong.
/// </summary>
internal sealed class SteadyTime(TimeProvider wall) : TimeProvider
{
    /// <summary>Less than this is followed at once, so that a clock that is only slowed down isn't outrun for ever.</summary>
    private static readonly TimeSpan Jump = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private (DateTimeOffset At, long Stamp)? _last;

    public override TimeZoneInfo LocalTimeZone => wall.LocalTimeZone;

    public override long TimestampFrequency => wall.TimestampFrequency;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            var (now, stamp) = (wall.GetUtcNow(), wall.GetTimestamp());
            if (_last is { } last && last.At + wall.GetElapsedTime(last.Stamp, stamp) is var expected && expected - now >= Jump)
                now = expected;
            _last = (now, stamp);
            return now;
        }
    }

    public override long GetTimestamp() => wall.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => wall.CreateTimer(callback, state, dueTime, period);
}
