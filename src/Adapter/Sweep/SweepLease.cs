using MeliBot.Adapter.Replicas;
using MeliBot.Delivery.Leases;
using Microsoft.Extensions.Options;

namespace MeliBot.Adapter.Sweep;

/// <summary>The right to sweep.</summary>
public sealed class SweepLease(ILeaseStore leases, IOptions<SweepOptions> options, TimeProvider time, string holder) : HostLease(Name, leases, options.Value.Lease, time, holder)
{
    public const string Name = "sweep";
}
