using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MeliBot.Benchmarks.Servers;

/// <summary>What <c>dotnet new web</c> makes, with one endpoint that takes a notification and keeps nothing.</summary>
internal static class WebServer
{
    public static WebApplication Create()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapPost("/notifications/{secret}", (string secret, BareNotification notification) => Results.Ok());
        return app;
    }
}
