using MeliBot.Delivery.Leases;
using Microsoft.Extensions.Options;

namespace MeliBot.Adapter.Sweep;

/// <summary>The right to sweep, of one host among all.</summary>
public sealed class SweepLease(ILeaseStore leases, IOptions<SweepOptions> options, TimeProvider time, string holder) : IDisposable
{
    public const string Name = "sweep";

    private readonly SemaphoreSlim _one = new(1);
    private Lease? _lease;

    /// <summary>Takes or keeps the right; asks the store only when half of it has passed.</summary>
    public async Task<bool> HoldAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            var now = time.GetUtcNow();
            var duration = options.Value.Lease;
            if (_lease is { } held && held.Until - now > duration / 2) return true;
            _lease = await leases.TryAcquireAsync(Name, holder, now, duration, cancellationToken);
            return _lease is not null;
        }
        finally
        {
            _one.Release();
        }
    }

    public async Task ReleaseAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _lease, null) is { } lease) await leases.ReleaseAsync(lease, cancellationToken);
    }

    public void Dispose() => _one.Dispose();
}
