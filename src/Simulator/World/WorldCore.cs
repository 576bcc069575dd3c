namespace MeliBot.Simulator;

/// <summary>What every part of the world shares: one lock, one clock, one chance, and the news that something changed.</summary>
internal sealed class WorldCore(SimulatorOptions options, SimulatorClock clock)
{
    private readonly HashSet<ITimer> _pending = [];
    private readonly Random _random = new(options.Seed);
    private TaskCompletionSource _changed = NewSource();
    private bool _closed;

    public Lock Gate { get; } = new();

    public SimulatorOptions Options { get; } = options;

    public SimulatorClock Clock { get; } = clock;

    public DateTimeOffset Now => Clock.GetUtcNow();

    /// <summary>Requests whose effect is still to come although the client has its reply.</summary>
    public int LateEffects { get; private set; }

    public void LateEffect(int change)
    {
        lock (Gate) LateEffects += change;
        Changed();
    }

    public double NextDouble()
    {
        lock (Gate) return _random.NextDouble();
    }

    public int Next(int max)
    {
        lock (Gate) return _random.Next(max);
    }

    public string Hex(int digits)
    {
        lock (Gate) return _random.GetHexString(digits, lowercase: true);
    }

    public Guid Uuid()
    {
        Span<byte> bytes = stackalloc byte[16];
        lock (Gate) _random.NextBytes(bytes);
        return new Guid(bytes);
    }

    public void Changed()
    {
        TaskCompletionSource old;
        lock (Gate)
        {
            old = _changed;
            _changed = NewSource();
        }

        old.SetResult();
    }

    public async Task WaitUntilAsync(Func<bool> condition, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task change;
            lock (Gate)
            {
                if (condition()) return;
                change = _changed.Task;
            }

            await change.WaitAsync(cancellationToken);
        }
    }

    public void After(TimeSpan delay, Action action)
    {
        lock (Gate)
        {
            if (_closed) return;
            ITimer? timer = null;
            timer = Clock.CreateTimer(_ => Run(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            _pending.Add(timer);
            timer.Change(delay, Timeout.InfiniteTimeSpan);

            void Run()
            {
                lock (Gate)
                {
                    if (!_pending.Contains(timer!)) return;
                    action();
                    _pending.Remove(timer!);
                }

                timer!.Dispose();
                Changed();
            }
        }
    }

    public void Close()
    {
        ITimer[] timers;
        lock (Gate)
        {
            _closed = true;
            timers = [.. _pending];
            _pending.Clear();
        }

        foreach (var timer in timers) timer.Dispose();
    }

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
