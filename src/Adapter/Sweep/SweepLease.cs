using MeliBot.Delivery.Leases;
using Microsoft.Extensions.Options;

namespace MeliBot.Adapter.Sweep;

/// <summary>The right to sweep, and to ring what is due in claims, of one host among all. A host that stopped gives it back and takes it no more.</summary>
public sealed class SweepLease(ILeaseStore leases, IOptions<SweepOptions> options, TimeProvider time, string holder) : IDisposable
{
    public const string Name = "sweep";

    private readonly SemaphoreSlim _one = new(1);
    private Lease? _lease;
    private bool _ended;

    /// <summary>Takes or keeps the right; asks the store only when half of it has passed.</summary>
    public async Task<bool> HoldAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            if (_ended) return false;
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
        await _one.WaitAsync(cancellationToken);
        try
        {
            _ended = true;
            if (Interlocked.Exchange(ref _lease, null) is { } lease) await leases.ReleaseAsync(lease, cancellationToken);
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();
}
