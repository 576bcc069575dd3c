using MeliBot.Delivery.Diagnostics;
using MeliBot.Delivery.Reasons;
using MeliBot.Delivery.Work;
using Microsoft.Extensions.Logging;

namespace MeliBot.Delivery.Signals;

/// <summary>Hands due signals to the handler, and stores what it found.</summary>
internal sealed class SignalPump(ISignalStore store, ISignalHandler handler, PumpTools tools, ILogger<SignalPump> logger)
    : Pump<Signal>(WorkKind.Signals, tools, options => options.SignalConcurrency, logger)
{
    protected override Task<IReadOnlyList<Signal>> FindAsync(DateTimeOffset now, int max, Func<object, bool> inFlight, CancellationToken cancellationToken)
        => store.FindDueAsync(now, max, signal => inFlight(IdOf(signal)), cancellationToken);

    protected override Task<DateTimeOffset?> NextDueAsync(DateTimeOffset after, CancellationToken cancellationToken) => store.NextDueAsync(after, cancellationToken);

    // A newer hint only makes its look too old, which its generation says when it is stored.
    protected override int Ahead(int atOnce) => 2 * atOnce;

    protected override object IdOf(Signal item) => (item.Account, item.Topic, item.Resource);

    protected override async Task HandleAsync(Signal item, CancellationToken cancellationToken)
    {
        try
        {
            var outcome = item.Topic == PoisonedHint.Topic ? await AgainAsync(item, cancellationToken) : await AskAsync(item, cancellationToken);
            Tools.Meters.Signal(outcome.GetType().Name);
            await StoreAsync(item, outcome, null, cancellationToken);
        }
        catch (Exception e) when (!IsAbandoned(e, cancellationToken))
        {
            Tools.Meters.Signal(nameof(SignalOutcome.Failed));
            await StoreAsync(item, new SignalOutcome.Failed(TimeSpan.Zero, Failure.Reason(DeliveryReasons.LookFailed, e), Failure.Detail(e)), e, cancellationToken);
        }
    }

    private static bool IsAbandoned(Exception e, CancellationToken cancellationToken)
        => e is DeliveryUnavailableException || (e is OperationCanceledException && cancellationToken.IsCancellationRequested);

    /// <summary>What a queue couldn't make a signal of: once more, because a replay may come after what was wrong was mended.</summary>
    private async Task<SignalOutcome> AgainAsync(Signal signal, CancellationToken cancellationToken)
    {
        if (PoisonedHint.HintOf(signal, Now) is not { } hint) return new SignalOutcome.Park(DeliveryReasons.Poisoned.With(signal.Resource));
        try
        {
            await store.RaiseAsync(hint, cancellationToken);
            return new SignalOutcome.Done(Ingest.Nothing);
        }
        catch (Exception e) when (!IsAbandoned(e, cancellationToken))
        {
            return new SignalOutcome.Park(Failure.Reason(DeliveryReasons.HintFailed, e), Failure.Detail(e));
        }
    }

    private async Task<SignalOutcome> AskAsync(Signal signal, CancellationToken cancellationToken)
    {
        using var span = DeliverySpans.Start(DeliverySpans.SignalHandle, signal.Account, signal.Resource, signal.Trace);
        using var timeout = new CancellationTokenSource(Tools.Options.Value.HandlerTimeout, Tools.Time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            var outcome = await handler.HandleAsync(signal, both.Token);
            span?.SetTag(DeliverySpans.OutcomeTag, outcome.GetType().Name);
            return outcome;
        }
        catch (Exception e)
        {
            span.Failed(e);
            if (e is OperationCanceledException && timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
                throw new TimeoutException($"The handler took longer than {Tools.Options.Value.HandlerTimeout} ({DeliveryOptions.Section}:{nameof(DeliveryOptions.HandlerTimeout)}).", e);
            throw;
        }
    }

    private async Task StoreAsync(Signal signal, SignalOutcome outcome, Exception? exception, CancellationToken cancellationToken)
    {
        switch (outcome)
        {
            case SignalOutcome.Done done:
                using (DeliverySpans.Start(DeliverySpans.SignalIngest, signal.Account, signal.Resource, signal.Trace))
                    await store.IngestAsync(signal, done.Ingest, cancellationToken);
                break;
            case SignalOutcome.Later later:
                using (DeliverySpans.Start(DeliverySpans.SignalRetry, signal.Account, signal.Resource, signal.Trace))
                    await store.RetryAsync(signal, Now + later.After, later.Reason.Text, counts: false, cancellationToken);
                break;
            case SignalOutcome.Failed failed when signal.Attempts + 1 < Tools.Options.Value.MaxAttempts:
                await RetryAsync(signal, failed, exception, cancellationToken);
                break;
            case SignalOutcome.Failed failed:
                await ParkAsync(signal, failed.Reason, failed.Detail, exception, cancellationToken);
                break;
            case SignalOutcome.Park park:
                await ParkAsync(signal, park.Reason, park.Detail, exception, cancellationToken);
                break;
            default:
                throw new InvalidOperationException($"The signal handler gave an outcome that the pump doesn't know: {outcome.GetType().Name}.");
        }
    }

    private async Task RetryAsync(Signal signal, SignalOutcome.Failed failed, Exception? exception, CancellationToken cancellationToken)
    {
        var wait = Tools.Backoff.After(signal.Attempts + 1);
        var delay = failed.After > wait ? failed.After : wait;
        Log.SignalFailed(Logger, signal.Account, signal.Topic, signal.Resource, signal.Attempts + 1, delay, exception is null ? null : Thrown.Silent(exception));
        using (DeliverySpans.Start(DeliverySpans.SignalRetry, signal.Account, signal.Resource, signal.Trace))
            await store.RetryAsync(signal, Now + delay, failed.Reason.Text, counts: true, cancellationToken);
    }

    private async Task ParkAsync(Signal signal, Reason reason, string? detail, Exception? exception, CancellationToken cancellationToken)
    {
        Log.SignalParked(Logger, signal.Account, signal.Topic, signal.Resource, signal.Attempts + 1, exception is null ? null : Thrown.Silent(exception));
        using (DeliverySpans.Start(DeliverySpans.SignalPark, signal.Account, signal.Resource, signal.Trace))
            await store.ParkAsync(signal, reason, detail, cancellationToken);
    }
}
