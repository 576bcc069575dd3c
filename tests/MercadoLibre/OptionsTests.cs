using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MeliBot.MercadoLibre.Tests;

public sealed class OptionsTests
{
    private static ServiceProvider Create(Dictionary<string, string?> settings) =>
        new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .AddMercadoLibre()
            .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });

    [Fact]
    public void All_that_is_missing_is_said_at_once_with_its_key()
    {
        using var services = Create(new() { ["MercadoLibre:BaseUrl"] = "ftp://x", ["MercadoLibre:Budget:CallsPerSecond"] = "-1" });
        var failures = Should.Throw<OptionsValidationException>(() => services.GetRequiredService<IOptions<MercadoLibreOptions>>().Value).Failures.ToList();
        foreach (var key in (string[])["MercadoLibre:BaseUrl", "MercadoLibre:Application:ClientId", "MercadoLibre:Application:ClientSecret", "MercadoLibre:Application:RedirectUri", "MercadoLibre:Budget:CallsPerSecond"])
            failures.ShouldContain(f => f.Contains(key, StringComparison.Ordinal));
    }

    [Fact]
    public void The_configuration_is_bound()
    {
        using var services = Create(new()
        {
            ["MercadoLibre:BaseUrl"] = "http://127.0.0.1:5001",
            ["MercadoLibre:Application:ClientId"] = "1234567890123456",
            ["MercadoLibre:Application:ClientSecret"] = "s",
            ["MercadoLibre:Application:RedirectUri"] = "http://localhost:5000/callback",
            ["MercadoLibre:Budget:BulkCallsPerSecondOf:77"] = "2.5",
            ["MercadoLibre:AuthorizationHosts:MCR"] = "auth.mercadolibre.com.cr",
        });
        var options = services.GetRequiredService<IOptions<MercadoLibreOptions>>().Value;
        options.Application.ClientId.ShouldBe(1234567890123456);
        options.Budget.BulkCallsPerSecondOf["77"].ShouldBe(2.5);
        options.AuthorizationHosts["MCR"].ShouldBe("auth.mercadolibre.com.cr");
        services.GetRequiredService<IMercadoLibreClient>().For(7).Questions.ShouldNotBeNull();
    }
}
