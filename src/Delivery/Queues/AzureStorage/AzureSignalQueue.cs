using MeliBot.Delivery.Diagnostics;
using MeliBot.Delivery.Signals;
using Microsoft.Extensions.Options;

namespace MeliBot.Delivery.Queues.AzureStorage;

/// <summary>Puts hints into the queue of their account. A hint is accepted when the queue has it.</summary>
internal sealed class AzureSignalQueue(AzureQueues queues, IOptions<AzureQueueOptions> options, TimeProvider time) : ISignalQueue
{
    public async ValueTask SendAsync(SignalHint hint, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(hint);
        using var span = DeliverySpans.Start(DeliverySpans.SignalRaise, hint.Account, hint.Resource);
        using var budget = new CancellationTokenSource(options.Value.SendBudget, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(budget.Token, cancellationToken);
        try
        {
            await queues.EnsureAsync(both.Token).ConfigureAwait(false);
            await queues.Of(hint.Account).SendMessageAsync(SignalMessage.Write(hint with { Trace = TraceLink.Current }), timeToLive: TimeSpan.FromSeconds(-1), cancellationToken: both.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            span.Failed(e);
            queues.Failed(e);
            throw new DeliveryUnavailableException("The queue took nothing in time. Nothing was accepted; repeat later.", e);
        }
    }
}
