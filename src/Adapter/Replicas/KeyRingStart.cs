using MeliBot.Delivery.Leases;
using MeliBot.Delivery.Stores;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Hosting;

namespace MeliBot.Adapter.Replicas;

/// <summary>
/// Hosts that start together on an empty store would each make a key, and the first wouldn't know the second's for a day: it could read neither the cookies nor the tokens of the other. So the first
/// key is made by one of them, while the others wait.
/// </summary>
internal sealed class KeyRingStart(IDataProtectionProvider protection, ILeaseStore leases, StoreInUse store, string holder, TimeProvider time) : IHostedLifecycleService
{
    public const string Name = "key-ring";

    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Again = TimeSpan.FromMilliseconds(200);

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        if (!store.IsShared) return;
        Lease? lease;
        while ((lease = await leases.TryAcquireAsync(Name, holder, time.GetUtcNow(), Duration, cancellationToken).ConfigureAwait(false)) is null)
            await Task.Delay(Again, time, cancellationToken).ConfigureAwait(false);
        try
        {
            // Whoever protects something has a key: the one that is stored, or the first.
            protection.CreateProtector(Name).Protect([]);
        }
        finally
        {
            await leases.ReleaseAsync(lease, CancellationToken.None).ConfigureAwait(false);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
