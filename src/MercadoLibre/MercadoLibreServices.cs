using MeliBot.MercadoLibre;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

public static class MercadoLibreServices
{
    /// <summary>Name of the <see cref="IHttpClientBuilder"/> of all calls with an account's token, for proxies and the like.</summary>
    public const string HttpClientName = MercadoLibreClient.PipelineName;

    /// <summary>
    /// Adds <see cref="IMercadoLibreClient"/>, <see cref="ITokenSource"/>, <see cref="OAuthClient"/> and <see cref="PayloadReader"/>.
    /// Settings come from the configuration section <c>MercadoLibre</c> where there is one, then from <paramref name="configure"/>.
    /// <para>Every part can be replaced by registering another before. An <see cref="ITokenStore"/> that outlives the process should be.</para>
    /// </summary>
    public static IServiceCollection AddMercadoLibre(this IServiceCollection services, Action<MercadoLibreOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions<MercadoLibreOptions>()
            .Configure<IServiceProvider>((options, provider) => provider.GetService<IConfiguration>()?.GetSection(MercadoLibreOptions.Section).Bind(options))
            .ValidateOnStart();
        if (configure is not null)
            services.Configure(configure);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<MercadoLibreOptions>, MercadoLibreOptionsValidator>());

        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<Jitter>(_ => new Jitter(new Random()));
        services.TryAddSingleton<BudgetShare>();
        services.TryAddSingleton<IRateBudget, RateBudget>();
        services.TryAddSingleton<ITokenStore, InMemoryTokenStore>();
        services.TryAddSingleton<ITokenSource, TokenManager>();
        services.TryAddSingleton<IMercadoLibreClient, MercadoLibreClient>();
        services.TryAddSingleton<IAuthorizationSecrets, AuthorizationSecrets>();
        services.TryAddSingleton<OAuthClient>();
        services.TryAddSingleton<PayloadReader>();

        services.TryAddSingleton<IWriteGate, OpenGate>();

        services.TryAddTransient<ErrorHandler>();
        services.TryAddTransient<HostGuardHandler>();
        services.TryAddTransient<TokenHandler>();
        services.TryAddTransient<ReadRetryHandler>();
        services.TryAddSingleton<MessagePools>();
        services.TryAddTransient<MessagePoolHandler>();
        services.TryAddTransient<BudgetHandler>();
        services.TryAddTransient<AttemptHandler>();

        // From the outside in. The budget stands inside the retries, so that every attempt counts.
        services.AddHttpClient(MercadoLibreClient.PipelineName)
            .ConfigurePrimaryHttpMessageHandler(CreateSocket)
            .AddHttpMessageHandler<ErrorHandler>()
            .AddHttpMessageHandler<HostGuardHandler>()
            .AddHttpMessageHandler<TokenHandler>()
            .AddHttpMessageHandler<ReadRetryHandler>()
            .AddHttpMessageHandler<MessagePoolHandler>()
            .AddHttpMessageHandler<BudgetHandler>()
            .AddHttpMessageHandler<AttemptHandler>()
            .RemoveAllLoggers();
        // Its bodies are secrets and its POST consumes a token: nothing retries here, and no logger looks at it.
        services.AddHttpClient(OAuthClient.PipelineName)
            .ConfigurePrimaryHttpMessageHandler(CreateSocket)
            .AddHttpMessageHandler<ErrorHandler>()
            .AddHttpMessageHandler<HostGuardHandler>()
            .AddHttpMessageHandler<AttemptHandler>()
            .RemoveAllLoggers();
        return services;
    }

    private static SocketsHttpHandler CreateSocket() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = System.Net.DecompressionMethods.GZip,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };
}
