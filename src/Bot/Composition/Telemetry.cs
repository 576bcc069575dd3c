using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace MeliBot.Bot.Composition;

internal static class Telemetry
{
    /// <summary>Traces, metrics and logs by OTLP, under the standard OTEL_* settings; nothing at all while no endpoint is set.</summary>
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        if (string.IsNullOrWhiteSpace(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"])) return;
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(builder.Configuration["OTEL_SERVICE_NAME"] ?? "melibot"))
            .WithTracing(tracing => tracing.AddSource("MeliBot.*").AddAspNetCoreInstrumentation().AddHttpClientInstrumentation().AddOtlpExporter())
            .WithMetrics(metrics => metrics.AddMeter("MeliBot.*").AddAspNetCoreInstrumentation().AddHttpClientInstrumentation().AddRuntimeInstrumentation().AddOtlpExporter())
            .WithLogging(logging => logging.AddProcessor(new ExportedLogs()).AddOtlpExporter());
    }
}
