using MeliBot.Delivery.Reasons;

namespace MeliBot.Delivery.Effects;

/// <summary>Acts on the platform: re-reads first, then does it at most once. An exception counts as <see cref="EffectOutcome.Unknown"/>.</summary>
public interface IEffectHandler
{
    Task<EffectOutcome> ExecuteAsync(EffectLease lease, CancellationToken cancellationToken);

    /// <summary>Gives what to append when an effect ends parked after too many tries (an event for the bot); may be empty.</summary>
    Task<IReadOnlyList<Conversations.ActivityEntry>> ParkedAsync(EffectSlot slot, Reason reason, CancellationToken cancellationToken);
}
