using MeliBot.Adapter.Replicas;
using MeliBot.Adapter.Sweep;
using MeliBot.Delivery.Leases;
using Microsoft.Extensions.Options;

namespace MeliBot.Adapter.Claims.Alarms;

/// <summary>The right to ring what is due in claims. It lasts as long as the right to sweep, and isn't the same: a host whose sweeps are switched off rings.</summary>
public sealed class ClaimClockLease(ILeaseStore leases, IOptions<SweepOptions> options, TimeProvider time, string holder) : HostLease(Name, leases, options.Value.Lease, time, holder)
{
    public const string Name = "claim-clock";
}
