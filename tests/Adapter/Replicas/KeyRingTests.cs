using MeliBot.Adapter.Accounts;
using MeliBot.Adapter.Replicas;
using MeliBot.Delivery.Leases;
using MeliBot.Delivery.Stores;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;

namespace MeliBot.Adapter.Tests.Replicas;

/// <summary>Every host of an installation reads what the others have protected: tokens, cookies, forms.</summary>
public sealed class KeyRingTests
{
    private readonly Records _records = new();
    private readonly Leases _leases = new();

    [Fact]
    public async Task Hosts_that_start_together_on_an_empty_store_have_one_key_and_read_each_others_cookies()
    {
        var hosts = Enumerable.Range(0, 4).Select(_ => Host()).ToList();

        await Task.WhenAll(hosts.Select((host, number) => Task.Run(() => Start(host, $"host {number}").StartingAsync(default))));

        (await _records.ListAsync("key-ring", default)).Count.ShouldBe(1);
        foreach (var from in hosts)
        {
            var cookie = from.GetRequiredService<IDataProtectionProvider>().CreateProtector("cookie").Protect("Ana");
            foreach (var to in hosts) to.GetRequiredService<IDataProtectionProvider>().CreateProtector("cookie").Unprotect(cookie).ShouldBe("Ana");
        }
    }

    [Fact]
    public async Task A_host_that_comes_later_uses_the_key_that_is_there()
    {
        var first = Host();
        await Start(first, "first").StartingAsync(default);
        var cookie = first.GetRequiredService<IDataProtectionProvider>().CreateProtector("cookie").Protect("Ana");

        var second = Host();
        await Start(second, "second").StartingAsync(default);

        second.GetRequiredService<IDataProtectionProvider>().CreateProtector("cookie").Unprotect(cookie).ShouldBe("Ana");
        (await _records.ListAsync("key-ring", default)).Count.ShouldBe(1);
    }

    private KeyRingStart Start(IServiceProvider host, string holder) =>
        new(host.GetRequiredService<IDataProtectionProvider>(), _leases, new StoreInUse("records", IsShared: true), holder, TimeProvider.System);

    private ServiceProvider Host()
    {
        var services = new ServiceCollection();
        services.AddDataProtection().SetApplicationName("MeliBot");
        services.Configure<KeyManagementOptions>(options => options.XmlRepository = new RecordXmlRepository(_records));
        return services.BuildServiceProvider();
    }

    private sealed class Leases : ILeaseStore
    {
        private readonly Lock _gate = new();
        private Lease? _held;

        public Task<Lease?> TryAcquireAsync(string name, string holder, DateTimeOffset now, TimeSpan duration, CancellationToken cancellationToken)
        {
            lock (_gate)
            {
                if (_held is not null) return Task.FromResult<Lease?>(null);
                return Task.FromResult<Lease?>(_held = new Lease(name, holder, 1, now + duration));
            }
        }

        public Task ReleaseAsync(Lease lease, CancellationToken cancellationToken)
        {
            lock (_gate) _held = null;
            return Task.CompletedTask;
        }
    }
}
