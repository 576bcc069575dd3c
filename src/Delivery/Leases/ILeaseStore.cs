namespace MeliBot.Delivery.Leases;

/// <summary>The right to do a named thing alone, until it ends.</summary>
/// <param name="Epoch">Rises with every new holder.</param>
public sealed record Lease(string Name, string Holder, long Epoch, DateTimeOffset Until);

public interface ILeaseStore
{
    /// <summary>Null while another holder's lease runs; the same holder gets it prolonged, with the same epoch.</summary>
    Task<Lease?> TryAcquireAsync(string name, string holder, DateTimeOffset now, TimeSpan duration, CancellationToken cancellationToken);

    /// <summary>Does nothing when the epoch moved on.</summary>
    Task ReleaseAsync(Lease lease, CancellationToken cancellationToken);
}
