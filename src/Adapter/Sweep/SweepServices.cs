using MeliBot.Adapter.Replicas;
using MeliBot.Adapter.Standing;
using MeliBot.Adapter.Sweep;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Microsoft.Extensions.DependencyInjection;

internal static class SweepServices
{
    public static void AddSweeps(this IServiceCollection services)
    {
        services.AddOptions<SweepOptions>()
            .Configure<IServiceProvider>((options, provider) => provider.GetService<IConfiguration>()?.GetSection(SweepOptions.Section).Bind(options))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddMetrics();
        services.TryAddSingleton<SweepStatus>();
        services.TryAddSingleton<SweepNews>();
        services.TryAddSingleton<StandingMeters>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, StandingStart>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, AccountWatch>());
        services.TryAddSingleton<HeldQuestions>();
        services.TryAddSingleton(provider => ActivatorUtilities.CreateInstance<SweepLease>(provider, HostLease.NewHolder()));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ISweep, QuestionSweep>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ISweep, MissedFeedSweep>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ISweep, OrderSweep>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ISweep, UnreadSweep>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ISweep, ClaimSweep>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, SweepService>());
    }
}
