using System.Collections.Concurrent;
using MeliBot.Delivery.Diagnostics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MeliBot.Delivery.Work;

/// <summary>What every pump needs.</summary>
internal sealed record PumpTools(IWorkAlarm Alarm, TimeProvider Time, Backoff Backoff, DeliveryMeters Meters, IOptions<DeliveryOptions> Options);

/// <summary>
/// Finds due work, runs as much of it at once as allowed, and sleeps until the alarm rings, work ends or the next falls due.
/// An exception never ends it: the item's own rules count it, and a store that can't be reached makes everybody wait.
/// </summary>
/// <param name="concurrency">Read at the start, not when made: a host reports all its wrong settings at once, after everything is made.</param>
internal abstract class Pump<TItem>(WorkKind kind, PumpTools tools, Func<DeliveryOptions, int> concurrency, ILogger logger) : BackgroundService, IWorkerService
{
    private static readonly TimeSpan TimerSlack = TimeSpan.FromMilliseconds(100);

    /// <summary>How long what is abandoned at a stop may take to be given back.</summary>
    private static readonly TimeSpan GivingBack = TimeSpan.FromSeconds(2);

    // Found and not ended yet; some of them wait in _ready.
    private readonly HashSet<object> _inFlight = [];
    private readonly Queue<(TItem Item, object Id)> _ready = new();
    private readonly ConcurrentQueue<object> _finished = new();
    private readonly CancellationTokenSource _abort = new();
    private int _unavailable;

    // Taken while the source lives: a stop whose own patience ends disposes of everything, and this may still be giving back.
    private CancellationToken _abandon;

    protected PumpTools Tools => tools;

    protected ILogger Logger => logger;

    protected DateTimeOffset Now => tools.Time.GetUtcNow();

    /// <summary>
    /// How many more are found at once than may run: a search passes over all that is in flight, so one for each that ends would cost more than the work.
    /// Only for items that are looked at again when they run.
    /// </summary>
    protected virtual int Ahead(int atOnce) => 0;

    /// <summary>Looks at the ids in flight too: a found item that is among them isn't run twice.</summary>
    protected abstract Task<IReadOnlyList<TItem>> FindAsync(DateTimeOffset now, int max, Func<object, bool> inFlight, CancellationToken cancellationToken);

    protected abstract Task<DateTimeOffset?> NextDueAsync(DateTimeOffset after, CancellationToken cancellationToken);

    protected abstract object IdOf(TItem item);

    /// <param name="cancellationToken">Cancelled when a stop's grace is over: whatever isn't committed then counts for nothing.</param>
    protected abstract Task HandleAsync(TItem item, CancellationToken cancellationToken);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        // A host that failed to start stops what never ran.
        if (ExecuteTask is null)
            return;
        await using var grace = tools.Time.CreateTimer(static abort => ((CancellationTokenSource)abort!).Cancel(), _abort, tools.Options.Value.StopGrace, Timeout.InfiniteTimeSpan);
        await using var impatience = cancellationToken.Register(_abort.Cancel);
        await base.StopAsync(cancellationToken);
    }

    public override void Dispose()
    {
        _abort.Dispose();
        base.Dispose();
        GC.SuppressFinalize(this);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        _abandon = _abort.Token;
        await Task.Yield();
        var failures = 0;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (Interlocked.Exchange(ref _unavailable, 0) > 0)
                    throw new DeliveryUnavailableException("Work in flight found the store unavailable.");
                await PassAsync(stoppingToken);
                failures = 0;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception e)
            {
                var delay = tools.Backoff.WhileUnavailable(++failures);
                if (e is DeliveryUnavailableException)
                    Log.StoreUnavailable(logger, kind.ToString(), e.Message, delay);
                else
                    Log.PumpFailed(logger, kind.ToString(), delay, e);
                await PauseAsync(delay, stoppingToken);
            }
        }

        await DrainAsync();
    }

    private static async Task PauseAsync(TimeSpan delay, TimeProvider time, CancellationToken stoppingToken)
    {
        try
        {
            await Task.Delay(delay, time, stoppingToken);
        }
        catch (OperationCanceledException)
        {
            // The loop ends by its own condition.
        }
    }

    private Task PauseAsync(TimeSpan delay, CancellationToken stoppingToken) => PauseAsync(delay, tools.Time, stoppingToken);

    private async Task PassAsync(CancellationToken stoppingToken)
    {
        // Only between searches: what ended during one must not be found again by its older view.
        while (_finished.TryDequeue(out var id))
            _inFlight.Remove(id);

        var atOnce = concurrency(tools.Options.Value);
        var free = Start(atOnce);
        if (free <= 0)
        {
            await tools.Alarm.WaitAsync(kind, stoppingToken);
            return;
        }

        var now = Now;
        var wanted = free + Ahead(atOnce);
        var found = await FindAsync(now, wanted, _inFlight.Contains, stoppingToken);
        foreach (var item in found)
        {
            var id = IdOf(item);
            if (_inFlight.Add(id))
                _ready.Enqueue((item, id));
        }

        if (Start(atOnce) > 0 && found.Count < wanted)
            await SleepAsync(now, stoppingToken);
    }

    /// <summary>Starts what was found, as far as it may run; gives how many more could.</summary>
    private int Start(int atOnce)
    {
        var free = atOnce - (_inFlight.Count - _ready.Count);
        for (; free > 0 && _ready.TryDequeue(out var next); free--)
            _ = RunAsync(next.Item, next.Id);
        return free;
    }

    private async Task SleepAsync(DateTimeOffset searchedAt, CancellationToken stoppingToken)
    {
        var next = await NextDueAsync(searchedAt, stoppingToken);
        var wake = Now + tools.Options.Value.SafetyPoll;
        if (next < wake)
            wake = next.Value;
        await using var timer = tools.Time.CreateTimer(_ => tools.Alarm.Ring(kind), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        // A clock that moves on between being read and the timer being set would ring that much too late.
        DateTimeOffset read;
        do
        {
            read = Now;
            if (read >= wake)
                return;
            timer.Change(wake - read, Timeout.InfiniteTimeSpan);
        }
        while (Now - read > TimerSlack);

        await tools.Alarm.WaitAsync(kind, stoppingToken);
    }

    private async Task RunAsync(TItem item, object id)
    {
        // The search goes on meanwhile.
        await Task.Yield();
        try
        {
            await HandleAsync(item, _abandon);
        }
        catch (OperationCanceledException) when (_abandon.IsCancellationRequested)
        {
            // Abandoned at the stop: nothing of it was committed.
        }
        catch (DeliveryUnavailableException)
        {
            Interlocked.Increment(ref _unavailable);
        }
        catch (Exception e)
        {
            Log.PumpFailed(logger, kind.ToString(), TimeSpan.Zero, e);
            Interlocked.Increment(ref _unavailable);
        }
        finally
        {
            _finished.Enqueue(id);
            tools.Alarm.Ring(kind);
        }
    }

    private async Task DrainAsync()
    {
        // What hasn't begun is found again at the next start.
        while (_ready.TryDequeue(out var next))
            _inFlight.Remove(next.Id);
        if (await IsDrainedAsync(_abandon))
            return;
        Log.Abandoned(logger, kind.ToString(), _inFlight.Count);
        using var last = new CancellationTokenSource(GivingBack, tools.Time);
        await IsDrainedAsync(last.Token);
    }

    private async Task<bool> IsDrainedAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            while (_finished.TryDequeue(out var id))
                _inFlight.Remove(id);
            if (_inFlight.Count == 0)
                return true;
            try
            {
                await tools.Alarm.WaitAsync(kind, cancellationToken);
            }
            catch (OperationCanceledException)
            {
                return false;
            }
        }
    }
}
