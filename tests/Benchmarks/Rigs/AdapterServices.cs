using System.Globalization;
using MeliBot.Adapter.Accounts;
using Microsoft.Bot.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace MeliBot.Benchmarks.Rigs;

/// <summary>The adapter's services with one linked account.</summary>
internal static class AdapterServices
{
    // Nobody listens on the discard port.
    private const string NoPlatform = "http://127.0.0.1:9";

    public static Dictionary<string, string?> Settings(string database, string platform = NoPlatform) => new(StringComparer.Ordinal)
    {
        ["MercadoLibre:BaseUrl"] = platform,
        ["MercadoLibre:AttemptTimeout"] = "00:01:00",
        ["MercadoLibre:Application:ClientId"] = Questions.Application.ToString(CultureInfo.InvariantCulture),
        ["MercadoLibre:Application:ClientSecret"] = "no-secret",
        ["MercadoLibre:Application:RedirectUri"] = "http://127.0.0.1/oauth/callback",
        ["MercadoLibre:Notifications:Secrets:0"] = Questions.Secret,
        // One machine sends it all here; on the platform's side there are many.
        ["MercadoLibre:Notifications:PerAddress"] = "1000000",
        // A busy machine must not turn slow answers into refused ones: they are measured.
        ["MercadoLibre:Notifications:WriteBudget"] = "00:00:30",
        ["MercadoLibre:Sweep:Enabled"] = "false",
        ["MercadoLibre:Adapter:QuestionSettle"] = "00:00:00",
        ["Delivery:Sqlite:Path"] = database,
        ["Delivery:StopGrace"] = "00:00:00",
        ["Logging:LogLevel:Default"] = "Warning",
    };

    /// <summary>Without a host: nothing runs by itself.</summary>
    public static async Task<ServiceProvider> OpenAsync(string database, string platform = NoPlatform)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(Settings(database, platform)).Build());
        services.AddLogging();
        services.AddTransient<IBot, EchoBot>();
        services.AddMercadoLibreAdapter();
        var provider = services.BuildServiceProvider();
        await LinkAsync(provider);
        return provider;
    }

    public static Task LinkAsync(IServiceProvider services) => services.GetRequiredService<AccountStore>().SaveAsync(
        new Account
        {
            UserId = Questions.Seller,
            Nickname = "TIENDA",
            SiteId = "MLA",
            TimeZone = "America/Argentina/Buenos_Aires",
            ApplicationId = Questions.Application,
            LinkedAt = DateTimeOffset.UnixEpoch,
        },
        default);
}
