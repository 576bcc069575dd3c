namespace MeliBot.Crash.Tests.Stage;

/// <summary>A wall clock that somebody sets, forward and back; what waits goes by the other clock, which nobody sets, as on a real machine.</summary>
internal sealed class JumpingClock : TimeProvider
{
    private long _offset;
    private int _negative;

    /// <summary>Timers that were set to a time before now.</summary>
    public int NegativeWaits => _negative;

    public TimeSpan Offset
    {
        get => new(Interlocked.Read(ref _offset));
        set => Interlocked.Exchange(ref _offset, value.Ticks);
    }

    public override long TimestampFrequency => System.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Offset;

    public override long GetTimestamp() => System.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime < TimeSpan.Zero && dueTime != Timeout.InfiniteTimeSpan)
            Interlocked.Increment(ref _negative);
        return System.CreateTimer(callback, state, dueTime, period);
    }
}
