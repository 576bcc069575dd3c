using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MeliBot.Bot.Tests.Telemetry;

/// <summary>A collector of traces, metrics and logs by OTLP over HTTP, as any other receives them.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly WebApplication _app;
    private TaskCompletionSource _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Collector(WebApplication app) => _app = app;

    public ConcurrentQueue<Span> Spans { get; } = new();

    public ConcurrentDictionary<string, bool> Metrics { get; } = new(StringComparer.Ordinal);

    public ConcurrentQueue<string> Logs { get; } = new();

    /// <summary>All bytes that came, as text: what isn't in it wasn't sent.</summary>
    public ConcurrentQueue<string> Everything { get; } = new();

    public Uri Url => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    public static async Task<Collector> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var collector = new Collector(app);
        app.MapPost("/v1/traces", http => collector.TakeAsync(http, message => collector.TakeTraces(message)));
        app.MapPost("/v1/metrics", http => collector.TakeAsync(http, message => collector.TakeMetrics(message)));
        app.MapPost("/v1/logs", http => collector.TakeAsync(http, message => collector.TakeLogs(message)));
        await app.StartAsync();
        return collector;
    }

    /// <summary>Waits until it is so, looking whenever something arrives.</summary>
    public async Task UntilAsync(Func<bool> condition, Func<string> missing, CancellationToken cancellationToken)
    {
        while (true)
        {
            var arrived = Volatile.Read(ref _arrived).Task;
            if (condition()) return;
            try
            {
                await arrived.WaitAsync(cancellationToken);
            }
            catch (OperationCanceledException)
            {
                Assert.Fail($"It never came: {missing()}");
            }
        }
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext http, Action<Message> take)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        Everything.Enqueue(Encoding.UTF8.GetString(body.ToArray()));
        take(new Message(body.ToArray()));
        http.Response.ContentType = "application/x-protobuf";
        Interlocked.Exchange(ref _arrived, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
    }

    // Numbers are those of opentelemetry/proto: resource, then scope, then what was recorded.
    private void TakeTraces(Message message)
    {
        foreach (var span in message.All(1).SelectMany(resource => resource.All(2)).SelectMany(scope => scope.All(2)))
            Spans.Enqueue(new Span(Convert.ToHexStringLower(span.Bytes(1)), Convert.ToHexStringLower(span.Bytes(2)), Convert.ToHexStringLower(span.Bytes(4)), span.Text(5)));
    }

    private void TakeMetrics(Message message)
    {
        foreach (var metric in message.All(1).SelectMany(resource => resource.All(2)).SelectMany(scope => scope.All(2))) Metrics[metric.Text(1)] = true;
    }

    private void TakeLogs(Message message)
    {
        foreach (var log in message.All(1).SelectMany(resource => resource.All(2)).SelectMany(scope => scope.All(2))) Logs.Enqueue(Encoding.UTF8.GetString(log.Raw));
    }
}

internal sealed record Span(string Trace, string Id, string Parent, string Name);
