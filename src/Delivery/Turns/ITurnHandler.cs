using MeliBot.Delivery.Reasons;

namespace MeliBot.Delivery.Turns;

/// <summary>Runs the bot. No lock is held meanwhile: after a version conflict it is called again with a fresh snapshot, and what it staged before counts for nothing.</summary>
public interface ITurnHandler
{
    /// <summary>Handles one or more of the pending activities, in order.</summary>
    Task<TurnCommit> HandleAsync(TurnWork work, CancellationToken cancellationToken);

    /// <summary>After <see cref="DeliveryOptions.MaxAttempts"/> failures: the commit that parks the activity and passes it to a person.</summary>
    Task<TurnCommit> GiveUpAsync(TurnWork work, Reason reason, CancellationToken cancellationToken);
}
