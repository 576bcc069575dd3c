using System.Net;
using System.Threading.RateLimiting;

namespace MeliBot.Adapter.Webhooks;

/// <summary>How much is taken: a rate for each address, shed before anything is read, and a bounded number that is being stored at once.</summary>
internal sealed class Admission : IDisposable
{
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(30);

    private readonly PartitionedRateLimiter<IPAddress> _rates;
    private readonly TimeProvider _time;
    private readonly int _most;
    private int _inside;
    private long _shed;
    private long _said;

    public Admission(NotificationOptions options, TimeProvider time)
    {
        _most = options.MaxConcurrent;
        _time = time;
        _said = time.GetUtcNow().Ticks - Quiet.Ticks;
        _rates = PartitionedRateLimiter.Create<IPAddress, IPAddress>(address => RateLimitPartition.GetTokenBucketLimiter(Network(address), _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = options.PerAddress * 10,
            TokensPerPeriod = options.PerAddress,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            QueueLimit = 0,
        }));
    }

    public bool WithinRate(IPAddress? source)
    {
        using var lease = _rates.AttemptAcquire(source ?? IPAddress.None);
        if (!lease.IsAcquired) Interlocked.Increment(ref _shed);
        return lease.IsAcquired;
    }

    /// <summary>When true, <see cref="Leave"/> has to follow.</summary>
    public bool Enter()
    {
        if (Interlocked.Increment(ref _inside) <= _most) return true;
        Interlocked.Decrement(ref _inside);
        Interlocked.Increment(ref _shed);
        return false;
    }

    public void Leave() => Interlocked.Decrement(ref _inside);

    /// <summary>True now and then only: a flood of requests mustn't become a flood of log lines.</summary>
    public bool ShouldSay(out long count)
    {
        count = 0;
        var now = _time.GetUtcNow().Ticks;
        var said = Interlocked.Read(ref _said);
        if (now - said < Quiet.Ticks || Interlocked.CompareExchange(ref _said, now, said) != said) return false;
        count = Interlocked.Exchange(ref _shed, 0);
        return true;
    }

    public void Dispose() => _rates.Dispose();

    /// <summary>One customer of an IPv6 provider has a whole /64.</summary>
    private static IPAddress Network(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) return address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        if (bytes.Length != 16) return address;
        bytes.AsSpan(8).Clear();
        return new IPAddress(bytes);
    }
}
