using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Effects;
using MeliBot.Delivery.Reasons;

namespace MeliBot.Adapter.Outbound.Senders;

/// <summary>Does one kind of effect.</summary>
public interface IEffectSender : IEffectHandler
{
    /// <summary>The <see cref="EffectSlot.Kind"/> it does.</summary>
    string Kind { get; }
}

/// <summary>Gives each effect to the sender of its kind.</summary>
public sealed class EffectDispatcher(IEnumerable<IEffectSender> senders) : IEffectHandler
{
    private readonly Dictionary<string, IEffectSender> _senders = senders.ToDictionary(sender => sender.Kind, StringComparer.Ordinal);

    public Task<EffectOutcome> ExecuteAsync(EffectLease lease, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(lease);
        return _senders.TryGetValue(lease.Slot.Kind, out var sender)
            ? sender.ExecuteAsync(lease, cancellationToken)
            : Task.FromResult<EffectOutcome>(new EffectOutcome.Park(AnswerReasons.UnknownKind.With(lease.Slot.Kind)));
    }

    public Task<IReadOnlyList<ActivityEntry>> ParkedAsync(EffectSlot slot, Reason reason, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(slot);
        return _senders.TryGetValue(slot.Kind, out var sender)
            ? sender.ParkedAsync(slot, reason, cancellationToken)
            : Task.FromResult<IReadOnlyList<ActivityEntry>>([]);
    }
}
