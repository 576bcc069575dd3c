using System.Diagnostics.Metrics;
using Microsoft.Extensions.Configuration;
using MeliBot.Delivery;
using MeliBot.Delivery.Diagnostics;
using MeliBot.Delivery.Effects;
using MeliBot.Delivery.Sending;
using MeliBot.Delivery.Signals;
using MeliBot.Delivery.Turns;
using MeliBot.Delivery.Work;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

public static class DeliveryServiceCollectionExtensions
{
    /// <summary>
    /// The pumps from signal to effect. Add a store beside it (<c>AddSqliteDelivery</c>) and the three handlers
    /// (<see cref="ISignalHandler"/>, <see cref="ITurnHandler"/>, <see cref="IEffectHandler"/>). Settings: section <c>Delivery</c>.
    /// </summary>
    public static IServiceCollection AddDelivery(this IServiceCollection services, Action<DeliveryOptions>? configure = null)
    {
        services.AddDeliveryOptions<DeliveryOptions>(DeliveryOptions.Section, static (section, options) => section.Bind(options), configure);
        services.AddDeliveryWork();
        services.TryAddSingleton(provider => new PumpTools(
            provider.GetRequiredService<IWorkAlarm>(),
            new SteadyTime(provider.GetRequiredService<TimeProvider>()),
            provider.GetRequiredService<Backoff>(),
            provider.GetRequiredService<DeliveryMeters>(),
            provider.GetRequiredService<IOptions<DeliveryOptions>>()));
        services.TryAddSingleton<ITurnRunner, TurnRunner>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, SignalPump>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, TurnPump>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, EffectPump>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, OpenWorkMeter>());
        return services;
    }

    /// <summary>What stores and pumps share.</summary>
    internal static void AddDeliveryWork(this IServiceCollection services)
    {
        services.AddLogging();
        services.AddMetrics();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<Random>();
        services.TryAddSingleton<IWorkAlarm, WorkAlarm>();
        services.TryAddSingleton<Backoff>();
        services.TryAddSingleton<ConversationLocks>();
        services.TryAddSingleton(provider => new DeliveryMeters(provider.GetService<IMeterFactory>(), provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<SendSwitch>();
    }
}
