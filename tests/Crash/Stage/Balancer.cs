using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MeliBot.Crash.Tests.Stage;

/// <summary>What stands before several hosts: each notice goes to the next of them, and to the one after when that one doesn't answer.</summary>
/// <param name="hosts">All of them.</param>
/// <param name="tries">At how many of them a notice is tried before the platform is told to repeat it.</param>
/// <param name="patience">How long one may take; one that was stopped in its tracks takes connections and answers nothing.</param>
internal sealed class Balancer(IReadOnlyList<Uri> hosts, int tries, TimeSpan patience) : IAsyncDisposable
{
    private readonly HttpClient _client = new(new SocketsHttpHandler()) { Timeout = patience };
    private WebApplication? _app;
    private int _next;

    public Uri Url => new(_app!.Urls.First());

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.SetMinimumLevel(LogLevel.None);
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(PassAsync);
        await _app.StartAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
            await _app.DisposeAsync();
        _client.Dispose();
    }

    private async Task PassAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        for (var tried = 0; tried < tries; tried++)
        {
            var host = hosts[(int)((uint)Interlocked.Increment(ref _next) % (uint)hosts.Count)];
            try
            {
                using var content = new ByteArrayContent(body.ToArray());
                content.Headers.TryAddWithoutValidation("Content-Type", context.Request.ContentType);
                using var answer = await _client.PostAsync(new Uri(host, context.Request.Path.Value), content, context.RequestAborted);
                if (answer.StatusCode == HttpStatusCode.ServiceUnavailable)
                    continue;
                context.Response.StatusCode = (int)answer.StatusCode;
                return;
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !context.RequestAborted.IsCancellationRequested)
            {
                // The next one, then.
            }
        }

        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
    }
}
