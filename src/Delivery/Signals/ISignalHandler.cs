namespace MeliBot.Delivery.Signals;

/// <summary>Looks at a signal's resource. An exception counts as <see cref="SignalOutcome.Failed"/>.</summary>
public interface ISignalHandler
{
    Task<SignalOutcome> HandleAsync(Signal signal, CancellationToken cancellationToken);
}
