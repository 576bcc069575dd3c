using MeliBot.Delivery.Signals;

namespace MeliBot.Adapter.Inbound;

/// <summary>Looks at the resources of one topic.</summary>
public interface ITopicHandler : ISignalHandler
{
    /// <summary>The platform's topic, for example <c>questions</c>.</summary>
    string Topic { get; }
}

/// <summary>Gives each signal to the handler of its topic.</summary>
public sealed class SignalDispatcher(IEnumerable<ITopicHandler> handlers) : ISignalHandler
{
    private readonly Dictionary<string, ITopicHandler> _handlers = handlers.ToDictionary(handler => handler.Topic, StringComparer.OrdinalIgnoreCase);

    public Task<SignalOutcome> HandleAsync(Signal signal, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(signal);
        return _handlers.TryGetValue(signal.Topic, out var handler)
            ? handler.HandleAsync(signal, cancellationToken)
            : Task.FromResult<SignalOutcome>(new SignalOutcome.Park(SignalReasons.UnknownTopic.With(signal.Topic)));
    }
}
