using MeliBot.Delivery.Leases;

namespace MeliBot.Adapter.Replicas;

/// <summary>The right of one host, among all that share the store, to do a named thing. A host that stopped gives it back and takes it no more.</summary>
/// <param name="name">Of the thing. Each has its own: a host that does one of two must not keep the others from the second.</param>
public abstract class HostLease(string name, ILeaseStore leases, TimeSpan duration, TimeProvider time, string holder) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1);
    private Lease? _lease;
    private bool _ended;

    /// <summary>Names this host among all, and one start of it.</summary>
    public static string NewHolder() => $"{Environment.MachineName}/{Environment.ProcessId}/{Guid.NewGuid():N}";

    /// <summary>Takes or keeps the right; asks the store only when half of it has passed.</summary>
    public async Task<bool> HoldAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_ended) return false;
            var now = time.GetUtcNow();
            if (_lease is { } held && held.Until - now > duration / 2) return true;
            _lease = await leases.TryAcquireAsync(name, holder, now, duration, cancellationToken).ConfigureAwait(false);
            return _lease is not null;
        }
        finally
        {
            _one.Release();
        }
    }

    public async Task ReleaseAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            _ended = true;
            if (Interlocked.Exchange(ref _lease, null) is { } lease) await leases.ReleaseAsync(lease, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>As <see cref="ReleaseAsync"/> for a host that is stopping: a store that doesn't answer holds nobody up.</summary>
    public async Task GiveBackAsync()
    {
        try
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2), time);
            await ReleaseAsync(patience.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is Delivery.DeliveryUnavailableException or OperationCanceledException)
        {
            // It ends by itself.
        }
    }

    public void Dispose()
    {
        _one.Dispose();
        GC.SuppressFinalize(this);
    }
}
