using MeliBot.Benchmarks.Rigs;
using MeliBot.Delivery.Signals;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Bot.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace MeliBot.Benchmarks.Servers;

/// <summary>
/// The adapter as a host maps it, with its pumps and a database on disk. Only the reading of resources is replaced: it takes as long as the
/// platform's quota makes it take (16 at once, 20 a second), because an endless platform would turn an ingress benchmark into another one.
/// </summary>
internal static class AckServer
{
    public static async Task<WebApplication> CreateAsync(string database)
    {
        // The same bare host as the peer's: what differs is the adapter.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection(AdapterServices.Settings(database));
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRouting();
        builder.Services.AddTransient<IBot, EchoBot>();
        builder.Services.AddSingleton<ISignalHandler, AtQuota>();
        builder.Services.AddMercadoLibreAdapter();
        var app = builder.Build();
        app.MapMercadoLibre();
        await AdapterServices.LinkAsync(app.Services);
        return app;
    }

    private sealed class AtQuota(TimeProvider time) : ISignalHandler
    {
        public async Task<SignalOutcome> HandleAsync(Signal signal, CancellationToken cancellationToken)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(800), time, cancellationToken);
            return new SignalOutcome.Done(Ingest.Nothing);
        }
    }
}
