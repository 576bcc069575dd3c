using MeliBot.Delivery.Conversations;

namespace MeliBot.Delivery.Parking;

public interface IParkingStore
{
    /// <summary>What is parked now, newest first.</summary>
    Task<IReadOnlyList<Parked>> ListAsync(long? account, int max, CancellationToken cancellationToken);

    /// <summary>What of one conversation is parked now, newest first.</summary>
    Task<IReadOnlyList<Parked>> ListAsync(ConversationRef conversation, CancellationToken cancellationToken);

    /// <summary>Puts it back to work with its tries forgotten; an effect that may have reached the platform is read back first. False when it isn't parked any more.</summary>
    Task<bool> ReplayAsync(long id, DateTimeOffset now, CancellationToken cancellationToken);
}
