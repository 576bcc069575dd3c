using MeliBot.Delivery;
using MeliBot.Delivery.Reading;
using MeliBot.Delivery.Sending;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace MeliBot.Bot.Endpoints;

internal static class HealthEndpoints
{
    private const string Ready = "ready";

    public static void AddHealth(this IServiceCollection services) => services.AddHealthChecks()
        .AddCheck<StoreCheck>("store", tags: [Ready])
        .AddCheck<SendsCheck>("sends");

    /// <summary>live: the process answers. ready: it can also read its store. health: everything, by name; nothing that strangers shouldn't read.</summary>
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready) });
        app.MapHealthChecks("/health", new HealthCheckOptions { ResponseWriter = WriteAsync });
    }

    private static Task WriteAsync(HttpContext http, HealthReport report) => http.Response.WriteAsJsonAsync(new
    {
        status = report.Status.ToString(),
        checks = report.Entries.ToDictionary(entry => entry.Key, entry => new { status = entry.Value.Status.ToString(), text = entry.Value.Description }),
    });

    private sealed class StoreCheck(IDeliveryReader reader) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            try
            {
                await reader.CountsAsync(cancellationToken);
                return HealthCheckResult.Healthy();
            }
            catch (DeliveryUnavailableException e)
            {
                return HealthCheckResult.Unhealthy(e.Message);
            }
        }
    }

    /// <summary>A bot that is silent because somebody wants it so is well; whoever looks at the health has to know it all the same. Who and why is for those who sign in.</summary>
    private sealed class SendsCheck(SendSwitch sends) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            try
            {
                return await sends.ReadAsync(cancellationToken) is { IsStopped: true } stopped
                    ? HealthCheckResult.Degraded($"Whatever the bot sends is stopped since {stopped.Since:yyyy-MM-dd HH:mm:ss} UTC. \"sends status\" says why.")
                    : HealthCheckResult.Healthy();
            }
            catch (DeliveryUnavailableException)
            {
                return HealthCheckResult.Unhealthy("Whether the bot may send can't be read, so nothing goes out.");
            }
        }
    }
}
