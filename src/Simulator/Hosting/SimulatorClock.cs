namespace MeliBot.Simulator;

/// <summary>
/// The platform's time: the host's time, optionally sped up, plus whatever <see cref="Advance"/> added.
/// Token lives, notification gaps, moderation and scenario steps run on it; what a connected client feels
/// (the 500 ms to acknowledge, a hanging reply) runs on <see cref="Wall"/>.
/// </summary>
public sealed class SimulatorClock : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly HashSet<SimulatorTimer> _timers = [];
    private readonly DateTimeOffset _start;
    private readonly long _startStamp;
    private readonly double _speed;
    private TimeSpan _added;

    public SimulatorClock(TimeProvider wall, double speed = 1)
    {
        ArgumentNullException.ThrowIfNull(wall);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(speed);
        Wall = wall;
        _speed = speed;
        _start = wall.GetUtcNow();
        _startStamp = wall.GetTimestamp();
    }

    public TimeProvider Wall { get; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => _start + Elapsed;

    public override long GetTimestamp() => Elapsed.Ticks;

    private TimeSpan Elapsed
    {
        get
        {
            lock (_gate) return (Wall.GetElapsedTime(_startStamp) * _speed) + _added;
        }
    }

    /// <summary>Jumps forward; every timer that is due by then fires.</summary>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        SimulatorTimer[] timers;
        lock (_gate)
        {
            _added += by;
            timers = [.. _timers];
        }

        foreach (var timer in timers) timer.Rearm();
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new SimulatorTimer(this, callback, state);
        lock (_gate) _timers.Add(timer);
        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class SimulatorTimer(SimulatorClock clock, TimerCallback callback, object? state) : ITimer
    {
        private readonly Lock _gate = new();
        private ITimer? _wall;
        private TimeSpan? _due;
        private TimeSpan _period = Timeout.InfiniteTimeSpan;
        private bool _disposed;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (_gate)
            {
                if (_disposed) return false;
                _due = dueTime == Timeout.InfiniteTimeSpan ? null : clock.Elapsed + dueTime;
                _period = period;
            }

            Rearm();
            return true;
        }

        public void Rearm()
        {
            lock (_gate)
            {
                if (_disposed) return;
                if (_due is not { } due)
                {
                    _wall?.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
                    return;
                }

                var wait = (due - clock.Elapsed) / clock._speed;
                if (wait < TimeSpan.Zero) wait = TimeSpan.Zero;
                if (_wall is null) _wall = clock.Wall.CreateTimer(static t => ((SimulatorTimer)t!).Fire(), this, wait, Timeout.InfiniteTimeSpan);
                else _wall.Change(wait, Timeout.InfiniteTimeSpan);
            }
        }

        private void Fire()
        {
            lock (_gate)
            {
                if (_disposed || _due is not { } due) return;
                var left = due - clock.Elapsed;
                if (left > TimeSpan.Zero)
                {
                    // The wall's timers round to milliseconds and may be a little early.
                    var wait = left / clock._speed;
                    _wall!.Change(wait < TimeSpan.FromMilliseconds(1) ? TimeSpan.FromMilliseconds(1) : wait, Timeout.InfiniteTimeSpan);
                    return;
                }

                _due = _period > TimeSpan.Zero ? due + _period : null;
            }

            callback(state);
            Rearm();
        }

        public void Dispose()
        {
            lock (_gate)
            {
                _disposed = true;
                _wall?.Dispose();
            }

            lock (clock._gate) clock._timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
