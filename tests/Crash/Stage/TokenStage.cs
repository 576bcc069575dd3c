using System.Globalization;
using MeliBot.Simulator;
using Microsoft.Bot.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace MeliBot.Crash.Tests.Stage;

/// <summary>What a process needs to use accounts' tokens as the host does: the product's own services, none of them started.</summary>
internal static class TokenStage
{
    public static ServiceProvider Services(Uri platform, long client, string secret, string redirect, string? database, Action<IServiceCollection>? more = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["MercadoLibre:BaseUrl"] = platform.AbsoluteUri,
            ["MercadoLibre:Application:ClientId"] = client.ToString(CultureInfo.InvariantCulture),
            ["MercadoLibre:Application:ClientSecret"] = secret,
            ["MercadoLibre:Application:RedirectUri"] = redirect,
            ["MercadoLibre:Budget:CallsPerSecond"] = "1000",
            ["MercadoLibre:Budget:Burst"] = "1000",
            ["Delivery:Sqlite:Path"] = database,
        }).Build());
        services.AddLogging();
        services.AddMetrics();
        services.AddTransient<IBot, CountingBot>();
        more?.Invoke(services);
        services.AddMercadoLibreAdapter();
        return services.BuildServiceProvider();
    }

    public static ServiceProvider Services(SimulatorHost simulator, WorldApplication application, string database) =>
        Services(simulator.Url, application.Id, application.Secrets[0], application.RedirectUri, database);
}
