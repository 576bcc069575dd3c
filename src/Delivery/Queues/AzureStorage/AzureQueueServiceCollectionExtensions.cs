using MeliBot.Delivery;
using MeliBot.Delivery.Queues.AzureStorage;
using MeliBot.Delivery.Queues.Embedded;
using MeliBot.Delivery.Signals;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

public static class AzureQueueServiceCollectionExtensions
{
    /// <summary>
    /// Hints go through Azure Storage Queues where the section <c>Delivery:AzureQueues</c> (or the code) names a storage account, and straight into the store where it doesn't. Call it before the
    /// store is added (<c>AddSqliteDelivery</c>).
    /// </summary>
    public static IServiceCollection AddAzureQueues(this IServiceCollection services, Action<AzureQueueOptions>? configure = null)
    {
        services.AddDeliveryOptions<AzureQueueOptions>(AzureQueueOptions.Section, static (section, options) => section.Bind(options), configure);
        services.TryAddSingleton<AzureQueues>();
        services.TryAddSingleton<ISignalQueue>(provider => provider.GetRequiredService<IOptions<AzureQueueOptions>>().Value.IsSet
            ? ActivatorUtilities.CreateInstance<AzureSignalQueue>(provider)
            : ActivatorUtilities.CreateInstance<EmbeddedSignalQueue>(provider));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, AzureQueueHost>());
        return services;
    }
}
