using System.Diagnostics;

namespace MeliBot.Crash.Tests.Stage;

/// <summary>
/// Time that passes only while this process has nothing to do, and then a hundred times as fast: a platform's half minute of silence costs
/// a third of a second, and a busy machine never makes anybody impatient.
/// </summary>
internal sealed class VirtualClock : TimeProvider, IDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan MostATick = TimeSpan.FromMilliseconds(100);

    private readonly Lock _lock = new();
    private readonly PriorityQueue<(VirtualTimer Timer, long Setting), (long Due, long Number)> _timers = new();
    private readonly ActivityListener _commits;
    private readonly CallsOnTheirWay _calls = new();
    private readonly Thread _thread;
    private long _now = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero).Ticks;
    private long _number;
    private int _committing;
    private volatile bool _disposed;

    public VirtualClock()
    {
        // The store's writer works on a thread of its own, which the pool's figures don't show.
        _commits = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "MeliBot.Delivery",
            Sample = (ref ActivityCreationOptions<ActivityContext> options) => options.Name == "store.commit" ? ActivitySamplingResult.PropagationData : ActivitySamplingResult.None,
            ActivityStarted = _ => Interlocked.Increment(ref _committing),
            ActivityStopped = _ => Interlocked.Decrement(ref _committing),
        };
        ActivitySource.AddActivityListener(_commits);
        _thread = new Thread(Run) { IsBackground = true, Name = "Virtual clock" };
        _thread.Start();
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _now), TimeSpan.Zero);

    public override long GetTimestamp() => Interlocked.Read(ref _now);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new VirtualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    public void Dispose()
    {
        _disposed = true;
        _thread.Join();
        _commits.Dispose();
        _calls.Dispose();
    }

    private void Run()
    {
        var worked = -1L;
        while (!_disposed)
        {
            Thread.Sleep(Tick);
            var done = ThreadPool.CompletedWorkItemCount;
            var idle = done == worked && ThreadPool.PendingWorkItemCount == 0 && NobodyWorks() && Volatile.Read(ref _committing) <= 0 && !_calls.Any;
            worked = done;
            if (idle)
                Advance();
        }
    }

    /// <summary>A thread that waits for its core in the middle of its work has completed nothing, and nothing is pending.</summary>
    private static bool NobodyWorks()
    {
        ThreadPool.GetMaxThreads(out var most, out _);
        ThreadPool.GetAvailableThreads(out var free, out _);
        return free == most;
    }

    private void Advance()
    {
        var due = new List<VirtualTimer>();
        lock (_lock)
        {
            var now = _now + MostATick.Ticks;
            if (_timers.TryPeek(out _, out var first) && first.Due < now)
                now = Math.Max(_now, first.Due);
            Interlocked.Exchange(ref _now, now);
            while (_timers.TryPeek(out var next, out var at) && at.Due <= now)
            {
                _timers.Dequeue();
                if (next.Timer.Take(next.Setting, now))
                    due.Add(next.Timer);
            }
        }

        foreach (var timer in due)
            timer.Fire();
    }

    private sealed class VirtualTimer(VirtualClock clock, TimerCallback callback, object? state) : ITimer
    {
        private readonly ExecutionContext? _context = ExecutionContext.Capture();
        private long _setting;
        private TimeSpan _period = Timeout.InfiniteTimeSpan;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._lock)
            {
                _setting++;
                _period = period;
                if (dueTime != Timeout.InfiniteTimeSpan)
                    clock._timers.Enqueue((this, _setting), (clock._now + Math.Max(0, dueTime.Ticks), clock._number++));
            }

            return true;
        }

        /// <summary>Whether it is still set so; called under the clock's lock.</summary>
        public bool Take(long setting, long now)
        {
            if (setting != _setting)
                return false;
            if (_period > TimeSpan.Zero)
                clock._timers.Enqueue((this, _setting), (now + _period.Ticks, clock._number++));
            return true;
        }

        public void Fire() => ThreadPool.UnsafeQueueUserWorkItem(
            static timer =>
            {
                if (timer._context is null)
                    timer.Call();
                else
                    ExecutionContext.Run(timer._context, static t => ((VirtualTimer)t!).Call(), timer);
            },
            this,
            preferLocal: false);

        public void Dispose()
        {
            lock (clock._lock)
            {
                _setting++;
                _period = Timeout.InfiniteTimeSpan;
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private void Call() => callback(state);
    }
}
