using MeliBot.Adapter.Outbound.Guards;
using MeliBot.Adapter.Policy;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

internal static class PolicyServices
{
    /// <summary>The guards and the default policy. An <see cref="IPolicy"/> or <see cref="ContentGuards"/> registered before replaces them.</summary>
    public static void AddReplyPolicy(this IServiceCollection services)
    {
        services.AddOptions<PolicyOptions>()
            .Configure<IServiceProvider>((options, provider) => provider.GetService<IConfiguration>()?.GetSection(PolicyOptions.Section).Bind(options))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.TryAddSingleton(new ContentGuards(ContentGuards.Default));
        services.TryAddSingleton<IPolicy, ModePolicy>();
    }
}
