using MeliBot.Delivery.Diagnostics;
using MeliBot.Delivery.Signals;

namespace MeliBot.Delivery.Queues.Embedded;

/// <summary>No queue between ingress and store: the signal's row is the message.</summary>
internal sealed class EmbeddedSignalQueue(ISignalStore signals) : ISignalQueue
{
    public async ValueTask SendAsync(SignalHint hint, CancellationToken cancellationToken)
    {
        using var span = DeliverySpans.Start(DeliverySpans.SignalRaise, hint.Account, hint.Resource);
        try
        {
            await signals.RaiseAsync(hint.Trace is null && TraceLink.Current is { } trace ? hint with { Trace = trace } : hint, cancellationToken);
        }
        catch (Exception e)
        {
            span.Failed(e);
            throw;
        }
    }
}
