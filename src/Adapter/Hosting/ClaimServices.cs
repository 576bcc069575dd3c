using MeliBot.Adapter.Claims;
using MeliBot.Adapter.Claims.Actions;
using MeliBot.Adapter.Claims.Alarms;
using MeliBot.Adapter.Claims.Chronicle;
using MeliBot.Adapter.Claims.Writing;
using MeliBot.Adapter.Inbound;
using MeliBot.Adapter.Outbound.Senders;
using MeliBot.Adapter.Replicas;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

internal static class ClaimServices
{
    /// <param name="services">The host's.</param>
    /// <param name="serviceUrl">What activities name as their service.</param>
    public static void AddClaims(this IServiceCollection services, Func<IServiceProvider, string> serviceUrl)
    {
        services.AddOptions<ClaimOptions>()
            .Configure<IServiceProvider>((options, provider) => provider.GetService<IConfiguration>()?.GetSection(ClaimOptions.Section).Bind(options))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.TryAddSingleton<ClaimStore>();
        services.TryAddSingleton<SaleOfClaim>();
        services.TryAddSingleton<ClaimReader>();
        services.TryAddSingleton<ClaimRecord>();
        services.TryAddSingleton<ClaimAlarms>();
        services.TryAddSingleton(provider => new ClaimActivities(serviceUrl(provider)));
        services.TryAddSingleton(provider => new ClaimMessageEvents(serviceUrl(provider)));
        services.TryAddSingleton<ClaimSight>();
        services.TryAddSingleton<ClaimKeeper>();
        services.TryAddSingleton<ClaimActionDesk>();
        services.TryAddSingleton<ClaimProposalDesk>();
        services.TryAddSingleton(provider => ActivatorUtilities.CreateInstance<ClaimClockLease>(provider, HostLease.NewHolder()));
        services.TryAddSingleton<ClaimClock>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ITopicHandler, PostPurchaseSignalHandler>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ITopicHandler, ClaimsSignalHandler>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IEffectSender, ClaimMessageSender>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IEffectSender, ClaimActionSender>());
        services.AddHostedService(provider => provider.GetRequiredService<ClaimClock>());
    }
}
