namespace MeliBot.Delivery.Signals;

/// <summary>Where ingress puts hints.</summary>
public interface ISignalQueue
{
    /// <summary>Durable when the task completes.</summary>
    /// <exception cref="DeliveryUnavailableException">It could not be made durable; ask the sender to repeat.</exception>
    ValueTask SendAsync(SignalHint hint, CancellationToken cancellationToken);
}
