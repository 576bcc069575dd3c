using System.Net.Http.Json;
using MeliBot.Benchmarks.Rigs;
using MeliBot.Benchmarks.Running;
using MeliBot.MercadoLibre;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace MeliBot.Benchmarks.Bars;

/// <summary>B5: calls of the typed client with everything in its way (budget, token, retries, limits, errors), against HttpClient alone; both read the same question.</summary>
internal sealed class ClientCalls : IBenchmark
{
    private const int Concurrent = 16;

    public string Name => "B5";

    public async Task<Section> RunAsync(Plan plan, CancellationToken cancellationToken)
    {
        await using var platform = await Child.ServeAsync(null, "platform");
        await using var services = await ClientAsync(platform.Url);
        var questions = services.GetRequiredService<IMercadoLibreClient>().For(Questions.Seller).Questions;
        using var sockets = new SocketsHttpHandler { UseCookies = false };
        using var raw = new HttpClient(sockets) { BaseAddress = platform.Url };
        var calls = plan.Count(100_000, 500);
        var pairs = await plan.AlternateAsync(
            Name,
            "calls/s",
            () => RateAsync(async () => _ = await questions.GetAsync(1, cancellationToken)),
            () => RateAsync(async () => _ = await raw.GetFromJsonAsync<Question>("questions/1?api_version=4", MercadoLibreJson.Options, cancellationToken)),
            // The runtime compiles the longer chain of the two again and again while it learns.
            warmUps: 2);
        return new Section(pairs.Line(Name, "calls of the Mercado Libre client, against HttpClient and JSON alone; loopback, 16 at once", Bar.Least(0.7, 0.85)));

        Task<double> RateAsync(Func<Task> call) =>
            DeliveryRig.RateAsync(calls, () => DeliveryRig.InParallelAsync(Enumerable.Range(0, calls).Select(number => (long)number), Concurrent, _ => call()));
    }

    private static async Task<ServiceProvider> ClientAsync(Uri platform)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        // The budget does all its work and never makes a call wait.
        var budget = new MercadoLibreOptions { Budget = new BudgetOptions { CallsPerSecond = 10_000_000, Burst = 10_000_000 } };
        services.AddSingleton<IRateBudget>(provider => new RateBudget(Options.Create(budget), provider.GetRequiredService<TimeProvider>(), NullLogger<RateBudget>.Instance));
        services.AddMercadoLibre(options =>
        {
            options.BaseUrl = platform;
            options.Application = new ApplicationOptions { ClientId = Questions.Application, ClientSecret = "no-secret", RedirectUri = new Uri("http://127.0.0.1/oauth/callback") };
        });
        var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<ITokenSource>().LinkAsync(Questions.Seller, Tokens.Answer(Questions.Seller));
        return provider;
    }
}
