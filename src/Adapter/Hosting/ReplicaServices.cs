using MeliBot.Adapter.Replicas;
using MeliBot.Delivery.Leases;
using MeliBot.Delivery.Stores;
using MeliBot.MercadoLibre;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

internal static class ReplicaServices
{
    /// <summary>What several hosts of one installation agree on. After the store.</summary>
    public static void AddReplicas(this IServiceCollection services)
    {
        var host = HostLease.NewHolder();
        services.TryAddSingleton<BudgetLedger>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, KeyRingStart>(provider => new KeyRingStart(
            provider.GetRequiredService<IDataProtectionProvider>(),
            provider.GetRequiredService<ILeaseStore>(),
            provider.GetRequiredService<StoreInUse>(),
            host,
            provider.GetRequiredService<TimeProvider>())));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, BudgetDivider>(provider => new BudgetDivider(
            provider.GetRequiredService<BudgetLedger>(),
            provider.GetRequiredService<BudgetShare>(),
            provider.GetRequiredService<StoreInUse>(),
            provider.GetRequiredService<IOptions<MercadoLibreOptions>>(),
            host,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<BudgetDivider>>())));
    }
}
