namespace MeliBot.MercadoLibre;

/// <summary>One of the limits on messages; first come first served.</summary>
internal sealed class MessagePool : IDisposable
{
    // A tenth is kept for the burst, so that no minute, wherever it begins, holds more than the limit.
    private const double Burst = 0.1;
    private static readonly TimeSpan NoShareYet = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private readonly string _done;
    private readonly BudgetOptions _budget;
    private readonly BudgetShare _share;
    private readonly TimeProvider _time;
    private readonly Queue<TaskCompletionSource> _waiting = new();
    private readonly TokenBucket _bucket;
    private readonly ITimer _timer;
    private double _applied = 1;

    /// <param name="done">What is done with the messages, for people.</param>
    /// <param name="budget">The limit.</param>
    /// <param name="share">What of it is this host's.</param>
    /// <param name="time">The clock.</param>
    public MessagePool(string done, BudgetOptions budget, BudgetShare share, TimeProvider time)
    {
        (_done, _budget, _share, _time) = (done, budget, share, time);
        _bucket = new TokenBucket(Rate(1), Capacity(1), time.GetUtcNow());
        _timer = time.CreateTimer(_ => Pump(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        share.Listen(Pump);
    }

    public Task AcquireAsync(CancellationToken cancellationToken)
    {
        TaskCompletionSource turn;
        lock (_lock)
        {
            var now = Adjust();
            var wait = _bucket.Delay(now, _waiting.Count);
            if (wait > _budget.LongestWait)
                return Task.FromException(TooMany(_applied > 0 ? wait : NoShareYet));
            if (wait == TimeSpan.Zero)
            {
                _bucket.Take();
                return Task.CompletedTask;
            }

            turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Enqueue(turn);
        }

        Pump();
        return cancellationToken.CanBeCanceled ? WaitAsync(turn, cancellationToken) : turn.Task;
    }

    public void Dispose()
    {
        _share.Leave(Pump);
        _timer.Dispose();
    }

    private static async Task WaitAsync(TaskCompletionSource turn, CancellationToken cancellationToken)
    {
        // Whoever gave up takes no permit.
        await using var _ = cancellationToken.Register(() => turn.TrySetCanceled(cancellationToken));
        await turn.Task;
    }

    private void Pump()
    {
        lock (_lock)
        {
            var now = Adjust();
            while (_waiting.TryPeek(out var next))
            {
                if (!next.Task.IsCompleted && _bucket.Delay(now) is { Ticks: > 0 } wait)
                {
                    _timer.Change(wait, Timeout.InfiniteTimeSpan);
                    return;
                }

                _waiting.Dequeue();
                if (next.TrySetResult())
                    _bucket.Take();
            }
        }
    }

    private DateTimeOffset Adjust()
    {
        var now = _time.GetUtcNow();
        if (_share.Current is var share && share != _applied)
        {
            _applied = share;
            _bucket.Resize(Rate(share), Capacity(share), now);
        }

        return now;
    }

    private double Rate(double share) => _budget.MessageCallsPerMinute * share * (1 - Burst) / 60;

    private double Capacity(double share) => share > 0 ? Math.Max(1, _budget.MessageCallsPerMinute * share * Burst) : 0;

    private MercadoLibreException TooMany(TimeSpan wait) => new(new MercadoLibreError
    {
        Kind = ErrorKind.HeldBack,
        Message = $"More messages are being {_done} than the platform allows in a minute.",
        WhatToDo = "Nothing was sent. It passes by itself; MercadoLibre:Budget:MessageCallsPerMinute is the limit.",
        RetryAfter = wait,
    });
}
