using System.Collections.Concurrent;
using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Diagnostics;
using MeliBot.Delivery.Reasons;
using MeliBot.Delivery.Work;
using Microsoft.Extensions.Logging;
using System.Globalization;

namespace MeliBot.Delivery.Effects;

/// <summary>Takes due slots under a lease, lets the handler act, and marks what came of it.</summary>
internal sealed class EffectPump(IEffectStore store, IEffectHandler handler, PumpTools tools, ILogger<EffectPump> logger)
    : Pump<EffectLease>(WorkKind.Effects, tools, options => options.EffectConcurrency, logger)
{
    private readonly ConcurrentDictionary<string, Task> _running = new(StringComparer.Ordinal);

    // Not cancelled by the stop: a lease that is taken while nobody waits for it would be an orphan until it ends.
    protected override async Task<IReadOnlyList<EffectLease>> FindAsync(DateTimeOffset now, int max, Func<object, bool> inFlight, CancellationToken cancellationToken)
    {
        using var span = DeliverySpans.Source.StartActivity(DeliverySpans.EffectClaim);
        var leases = await store.ClaimAsync(now, max, Tools.Options.Value.EffectLease, CancellationToken.None);
        span?.SetTag(DeliverySpans.CountTag, leases.Count);
        return leases;
    }

    protected override Task<DateTimeOffset?> NextDueAsync(DateTimeOffset after, CancellationToken cancellationToken) => store.NextDueAsync(after, cancellationToken);

    protected override object IdOf(EffectLease item) => (item.Slot.Key, item.Slot.Epoch);

    protected override async Task HandleAsync(EffectLease item, CancellationToken cancellationToken)
    {
        var slot = item.Slot;

        // It acts a little shorter than it holds, so that nobody reads back while it may still send.
        var left = slot.DueAt - Now - (Tools.Options.Value.EffectLease / 10);
        if (left <= TimeSpan.Zero)
            return;
        using var lease = new CancellationTokenSource(left, Tools.Time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lease.Token);
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var begun = false;
        try
        {
            await AloneAsync(slot.Conversation, ended.Task, both.Token);
            begun = true;
            var (answer, bounded) = await AskAsync(item, both.Token, cancellationToken);
            var outcome = bounded ? await BoundAsync(item, answer, cancellationToken) : answer;
            await MarkAsync(item, outcome, lease.Token, cancellationToken);
        }
        catch (OperationCanceledException) when (lease.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            // The lease is over before it could act or mark: whoever takes it next reads back.
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await GiveBackAsync(item, begun);
        }
        finally
        {
            _running.TryRemove(new KeyValuePair<string, Task>(slot.Conversation, ended.Task));
            ended.SetResult();
        }
    }

    // At a stop: another host, or the next, needn't wait until the lease ends. What may have been posted is read back.
    private async Task GiveBackAsync(EffectLease lease, bool begun)
    {
        EffectOutcome outcome = begun ? new EffectOutcome.Unknown(TimeSpan.Zero, DeliveryReasons.Stopped.With()) : new EffectOutcome.Retry(TimeSpan.Zero, DeliveryReasons.Stopped.With(), Counts: false);
        try
        {
            await store.MarkAsync(lease, outcome, Now, CancellationToken.None);
        }
        catch (DeliveryUnavailableException)
        {
            // Its lease ends by itself.
        }
    }

    // A handler that didn't heed its cancellation may still be at work when its lease is taken anew.
    private async Task AloneAsync(string conversation, Task mine, CancellationToken cancellationToken)
    {
        while (_running.GetOrAdd(conversation, mine) is var running && running != mine)
            await running.WaitAsync(cancellationToken);
    }

    /// <returns>Bounded: false for an outage of ours that may pass. It is a try all the same: whoever reads back goes by their number.</returns>
    private async Task<(EffectOutcome Outcome, bool Bounded)> AskAsync(EffectLease lease, CancellationToken leaseToken, CancellationToken cancellationToken)
    {
        using var span = DeliverySpans.Start(DeliverySpans.EffectExecute, lease.Slot.Account, lease.Slot.Key, lease.Slot.Trace);
        try
        {
            var outcome = await handler.ExecuteAsync(lease, leaseToken);
            span?.SetTag(DeliverySpans.OutcomeTag, outcome.GetType().Name);
            return (outcome, true);
        }
        catch (Exception e) when (!(e is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            span.Failed(e);
            var delay = Tools.Backoff.After(lease.Slot.Attempt);
            Log.EffectFailed(Logger, lease.Slot.Key, lease.Slot.Attempt, delay, Thrown.Silent(e));

            // A host that has just started, or has too much to do, is too slow for the lease; a store restarts. That is no fault of the effect's.
            var tooSlow = e is OperationCanceledException && leaseToken.IsCancellationRequested;
            var reason = tooSlow ? DeliveryReasons.TooSlow.With() : Failure.Reason(DeliveryReasons.FateUnknown, e);
            var outage = (tooSlow || e is DeliveryUnavailableException) && !lease.HasLasted(Tools.Options.Value.GiveUpAfter, Now);
            return (new EffectOutcome.Unknown(delay, reason), !outage);
        }
    }

    // What is tried too often goes to a person.
    private async Task<EffectOutcome> BoundAsync(EffectLease lease, EffectOutcome outcome, CancellationToken cancellationToken)
    {
        var reason = outcome switch
        {
            EffectOutcome.Retry { Counts: true } retry => retry.Reason,
            EffectOutcome.Unknown { Counts: true } unknown => unknown.Reason,
            _ => null,
        };
        if (reason is null || lease.Slot.Attempt < Tools.Options.Value.MaxAttempts)
            return outcome;
        IReadOnlyList<ActivityEntry> activities = outcome.Activities;
        try
        {
            activities = [.. activities, .. await handler.ParkedAsync(lease.Slot, reason, cancellationToken)];
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            Log.PumpFailed(Logger, nameof(WorkKind.Effects), TimeSpan.Zero, e);
        }

        return new EffectOutcome.Park(DeliveryReasons.GivenUp.With(lease.Slot.Attempt.ToString(CultureInfo.InvariantCulture), reason.Store())) { Activities = activities };
    }

    private async Task MarkAsync(EffectLease lease, EffectOutcome outcome, CancellationToken leaseToken, CancellationToken cancellationToken)
    {
        if (outcome is EffectOutcome.Park)
            Log.EffectParked(Logger, lease.Slot.Key);
        using var span = DeliverySpans.Start(DeliverySpans.EffectMark, lease.Slot.Account, lease.Slot.Key, lease.Slot.Trace);
        span?.SetTag(DeliverySpans.OutcomeTag, outcome.GetType().Name);
        for (var failures = 1; ; failures++)
        {
            try
            {
                if (await store.MarkAsync(lease, outcome, Now, CancellationToken.None))
                    Tools.Meters.Effect(outcome.GetType().Name);
                else
                    Log.StaleMark(Logger, lease.Slot.Key, lease.Slot.Epoch);
                return;
            }
            catch (DeliveryUnavailableException e)
            {
                // The outcome is known only here; worth insisting on while the lease runs.
                span.Failed(e);
                Log.MarkFailed(Logger, lease.Slot.Key, e);
                using var both = CancellationTokenSource.CreateLinkedTokenSource(leaseToken, cancellationToken);
                await Task.Delay(Tools.Backoff.WhileUnavailable(failures), Tools.Time, both.Token);
            }
            catch (ArgumentException e) when (outcome.Activities.Count > 0)
            {
                // What the handler wants appended can't be; the outcome itself must not be lost with it.
                Log.MarkFailed(Logger, lease.Slot.Key, e);
                outcome = outcome with { Activities = [] };
            }
        }
    }
}
