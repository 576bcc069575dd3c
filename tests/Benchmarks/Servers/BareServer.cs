using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace MeliBot.Benchmarks.Servers;

/// <summary>The least that can take a notification: Kestrel alone, the body parsed, 200. No routing, no check, nothing kept.</summary>
internal static class BareServer
{
    public static WebApplication Create()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(async http =>
        {
            await JsonSerializer.DeserializeAsync(http.Request.Body, BareJson.Default.BareNotification, http.RequestAborted);
            http.Response.ContentLength = 0;
        });
        return app;
    }
}

internal sealed record BareNotification(string? Resource, long UserId, string? Topic, long ApplicationId, int Attempts, DateTimeOffset? Sent, DateTimeOffset? Received);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(BareNotification))]
internal sealed partial class BareJson : JsonSerializerContext;
