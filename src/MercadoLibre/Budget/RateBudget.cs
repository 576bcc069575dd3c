using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MeliBot.MercadoLibre;

/// <summary>
/// The budget of one process, or its share of the one that several processes have together. Additive increase, multiplicative decrease:
/// a 429 halves the application's rate (at most once a second), quiet seconds win it back in steps of a twentieth.
/// </summary>
public sealed class RateBudget : IRateBudget, IDisposable
{
    // Of every sixteen turns that are contended, two belong to the later kinds, so that they move even when conversations never pause.
    private const int Cycle = 16;
    private static readonly TimeSpan _step = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _sameStorm = TimeSpan.FromSeconds(10);

    private readonly Lock _lock = new();
    private readonly TimeProvider _time;
    private readonly BudgetOptions _options;
    private readonly ILogger _logger;
    private readonly FairQueue[] _queues = [new(), new(), new()];
    private readonly TokenBucket _bucket;
    private readonly Dictionary<long, AccountState> _accounts = [];
    private readonly Breaker _breaker;
    private readonly ITimer _timer;
    private readonly BudgetShare _share;
    private double _rate;
    private double _applied = 1;
    private DateTimeOffset _pausedUntil;
    private DateTimeOffset _lastDecrease = DateTimeOffset.MinValue;
    private DateTimeOffset _lastIncrease;
    private (long Account, DateTimeOffset At) _lastLimited = (0, DateTimeOffset.MinValue);
    private int _turn;
    private bool _disposed;

    /// <param name="options">The whole application's budget.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Hears of what slows it down.</param>
    /// <param name="share">What of it is this process's; null for all.</param>
    public RateBudget(IOptions<MercadoLibreOptions> options, TimeProvider time, ILogger<RateBudget> logger, BudgetShare? share = null)
    {
        _time = time;
        _logger = logger;
        _options = options.Value.Budget;
        var now = time.GetUtcNow();
        _lastIncrease = now;
        _rate = _options.CallsPerSecond;
        _bucket = new TokenBucket(_rate, _options.Burst, now);
        _breaker = new Breaker(_options.RefusedCallsOfApplication, 0.25, _options.BreakerWindow, _options.BreakerPause);
        _timer = time.CreateTimer(_ => Pump(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _share = share ?? new BudgetShare(time);
        _share.Listen(Pump);
    }

    private int Waiting => _queues[0].Count + _queues[1].Count + _queues[2].Count;

    public BudgetState State
    {
        get
        {
            lock (_lock)
            {
                var now = _time.GetUtcNow();
                long[] open = [.. _breaker.IsOpen ? new long[] { 0 } : [], .. _accounts.Where(a => a.Value.Breaker.IsOpen).Select(a => a.Key).Order()];
                return new BudgetState(_rate, Waiting, _pausedUntil > now ? _pausedUntil : null, open) { Share = _share.Current };
            }
        }
    }

    public async Task AcquireAsync(long account, CallKind kind, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Waiter waiter;
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            var now = _time.GetUtcNow();
            Adjust(now);
            var state = Of(account, now);
            CheckBreakers(account, state, now);
            if (MayGo(state, kind, now))
                return;
            waiter = new Waiter(account, kind);
            _queues[(int)kind].Enqueue(waiter);
        }

        Pump();
        if (waiter.Turn.IsCompletedSuccessfully)
            return;

        var patience = kind == CallKind.Bulk ? _options.LongestWait * 20 : _options.LongestWait;
        try
        {
            await waiter.Turn.WaitAsync(patience, _time, cancellationToken);
        }
        catch (TimeoutException)
        {
            if (waiter.GiveUp())
                throw TooLong(account, kind, patience);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            waiter.GiveUp();
            throw;
        }
    }

    public void Report(long account, CallOutcome outcome, TimeSpan? retryAfter = null)
    {
        lock (_lock)
        {
            var now = _time.GetUtcNow();
            var state = Of(account, now);
            if (state.Breaker.Report(now, outcome == CallOutcome.TokenRefused ? CallOutcome.Refused : outcome))
                _logger.BreakerOpened($"account {account}", _options.BreakerPause);
            if (_breaker.Report(now, outcome))
                _logger.BreakerOpened("the whole application", _options.BreakerPause);
            if (outcome == CallOutcome.RateLimited)
                SlowDown(account, state, now, retryAfter);
            else if (outcome == CallOutcome.Fine)
                SpeedUp(state, now);
        }

        Pump();
    }

    public void Dispose()
    {
        lock (_lock)
            _disposed = true;
        _share.Leave(Pump);
        _timer.Dispose();
    }

    /// <summary>Nobody waits and a permit is there: no queue has to be asked whose turn it is.</summary>
    private bool MayGo(AccountState state, CallKind kind, DateTimeOffset now)
    {
        if (Waiting > 0 || _pausedUntil > now || state.PausedUntil > now || _bucket.Delay(now) > TimeSpan.Zero
            || (kind == CallKind.Bulk && state.Bulk.Delay(now) > TimeSpan.Zero))
            return false;
        Take(state, kind);
        return true;
    }

    private void Take(AccountState state, CallKind kind)
    {
        _turn = (_turn + 1) % Cycle;
        _bucket.Take();
        if (kind == CallKind.Bulk)
            state.Bulk.Take();
    }

    private void SlowDown(long account, AccountState state, DateTimeOffset now, TimeSpan? retryAfter)
    {
        state.Limited = Math.Min(state.Limited + 1, 6);
        var pause = now + (retryAfter is { Ticks: > 0 } said ? said : TimeSpan.FromSeconds(Math.Pow(2, state.Limited - 1)));
        state.PausedUntil = pause > state.PausedUntil ? pause : state.PausedUntil;

        // The platform doesn't say whose limit it was. Two accounts limited in one storm: the application's.
        if (_lastLimited.Account != account && _lastLimited.At != DateTimeOffset.MinValue && now - _lastLimited.At < _sameStorm)
            _pausedUntil = pause > _pausedUntil ? pause : _pausedUntil;
        _lastLimited = (account, now);

        // The calls in flight when the limit was hit all come back as 429; they are one event, not ten.
        if (_lastDecrease != DateTimeOffset.MinValue && now - _lastDecrease < _step)
            return;
        _lastDecrease = _lastIncrease = now;
        _rate = Math.Max(_options.LowestCallsPerSecond, _rate / 2);
        _bucket.SetRate(_rate * _applied, now);
        _bucket.Drain(now);
        _logger.SlowedDown(account, _rate);
    }

    private void SpeedUp(AccountState state, DateTimeOffset now)
    {
        state.Limited = 0;
        if (now - _lastIncrease < _step || _rate >= _options.CallsPerSecond)
            return;
        _lastIncrease = now;
        _rate = Math.Min(_options.CallsPerSecond, _rate + (_options.CallsPerSecond / 20));
        _bucket.SetRate(_rate * _applied, now);
    }

    /// <summary>Another share, or none any more, counts from the moment on in which it is seen.</summary>
    private void Adjust(DateTimeOffset now)
    {
        var share = _share.Current;
        if (share == _applied)
            return;
        _applied = share;
        _bucket.Resize(_rate * share, share > 0 ? Math.Max(1, _options.Burst * share) : 0, now);
        foreach (var (account, state) in _accounts)
            state.Bulk.Resize(BulkOf(account) * share, BulkCapacity(BulkOf(account) * share), now);
    }

    private double BulkOf(long account) =>
        _options.BulkCallsPerSecondOf.TryGetValue(account.ToString(System.Globalization.CultureInfo.InvariantCulture), out var own) ? own : _options.BulkCallsPerSecond;

    // Half a permit beyond the burst, so that a timer that fires late costs no throughput.
    private static double BulkCapacity(double rate) => Math.Max(1, rate) + 0.5;

    private void Pump()
    {
        lock (_lock)
        {
            if (_disposed)
                return;
            while (true)
            {
                if (Waiting == 0)
                    return;
                var now = _time.GetUtcNow();
                Adjust(now);
                var wait = Max(_bucket.Delay(now), _pausedUntil - now);
                if (wait > TimeSpan.Zero)
                {
                    Wake(wait);
                    return;
                }

                var soonest = TimeSpan.MaxValue;
                if (Next(now, ref soonest) is not { } waiter)
                {
                    if (soonest != TimeSpan.MaxValue)
                        Wake(soonest);
                    return;
                }

                if (!waiter.Grant())
                    continue;
                Take(Of(waiter.Account, now), waiter.Kind);
            }
        }
    }

    private Waiter? Next(DateTimeOffset now, ref TimeSpan soonest)
    {
        // Most turns go by priority; one in a cycle begins with sweeps, one with bulk.
        ReadOnlySpan<int> order = _turn switch
        {
            Cycle / 2 => [1, 0, 2],
            Cycle - 1 => [2, 0, 1],
            _ => [0, 1, 2],
        };
        foreach (var kind in order)
        {
            Func<long, TimeSpan> delay = kind == (int)CallKind.Bulk
                ? account => Max(Of(account, now).PausedUntil - now, Of(account, now).Bulk.Delay(now))
                : account => Of(account, now).PausedUntil - now;
            if (_queues[kind].Dequeue(delay, ref soonest) is { } waiter)
                return waiter;
        }

        return null;
    }

    private void Wake(TimeSpan after) =>
        _timer.Change(after < TimeSpan.FromMilliseconds(1) ? TimeSpan.FromMilliseconds(1) : after, Timeout.InfiniteTimeSpan);

    private void CheckBreakers(long account, AccountState state, DateTimeOffset now)
    {
        var own = state.Breaker.Check(now);
        if (own > TimeSpan.Zero)
            throw Open($"account {account}", _options.RefusedCallsOfAccount, own);
        var all = _breaker.Check(now);
        if (all > TimeSpan.Zero)
            throw Open("the whole application", _options.RefusedCallsOfApplication, all);
    }

    private AccountState Of(long account, DateTimeOffset now)
    {
        if (!_accounts.TryGetValue(account, out var state))
        {
            var bulk = BulkOf(account) * _applied;
            _accounts[account] = state = new AccountState(
                new Breaker(_options.RefusedCallsOfAccount, 0.5, _options.BreakerWindow, _options.BreakerPause), new TokenBucket(bulk, BulkCapacity(bulk), now));
        }

        return state;
    }

    private static MercadoLibreException Open(string whose, int limit, TimeSpan wait) => new(new MercadoLibreError
    {
        Kind = ErrorKind.HeldBack,
        Message = $"Calls of {whose} are held back: more than {limit} were refused, and the platform blocks applications for that.",
        WhatToDo = $"Nothing was sent. Look at the refusals in the log and mend their cause; one call is tried again in {wait.TotalSeconds:0} s.",
        RetryAfter = wait,
    });

    private static MercadoLibreException TooLong(long account, CallKind kind, TimeSpan patience) => new(new MercadoLibreError
    {
        Kind = ErrorKind.HeldBack,
        Message = $"A {kind} call of account {account} waited {patience.TotalSeconds:0} s for its turn in the application's rate budget.",
        WhatToDo = "Nothing was sent. The platform is limiting this application, or more is asked of it than MercadoLibre:Budget:CallsPerSecond allows; try later.",
        RetryAfter = patience,
    });

    private static TimeSpan Max(TimeSpan left, TimeSpan right) => left > right ? left : right;

    private sealed class AccountState(Breaker breaker, TokenBucket bulk)
    {
        public Breaker Breaker { get; } = breaker;

        public TokenBucket Bulk { get; } = bulk;

        public DateTimeOffset PausedUntil { get; set; }

        public int Limited { get; set; }
    }
}
