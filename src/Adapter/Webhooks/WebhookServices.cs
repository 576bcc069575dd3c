using MeliBot.Adapter.Hosting;
using MeliBot.Adapter.Webhooks;
using MeliBot.MercadoLibre;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Microsoft.Extensions.DependencyInjection;

internal static class WebhookServices
{
    /// <summary>Needs an <see cref="IAccountDirectory"/> beside it.</summary>
    public static void AddNotifications(this IServiceCollection services)
    {
        services.AddOptions<NotificationOptions>()
            .Configure<IServiceProvider>((options, provider) => provider.GetService<IConfiguration>()?.GetSection(NotificationOptions.Section).Bind(options))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddMetrics();
        services.TryAddSingleton(new HandledTopics([Topic.Questions, Topic.Orders, Topic.Payments, Topic.Shipments, Topic.Messages, Topic.PostPurchase, Topic.Claims]));
        services.TryAddSingleton<NotificationMeters>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, HeardTopics>());
        services.TryAddSingleton<NotificationReceiver>();
        services.TryAddSingleton<NotificationEndpoint>();
        // Added, not tried: a web host has a factory of its own, whichever comes first.
        services.AddSingleton<IHttpContextFactory, SecretAddresses.ContextFactory>();
    }
}
