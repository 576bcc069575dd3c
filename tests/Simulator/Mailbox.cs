using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace MeliBot.Simulator.Tests;

/// <summary>An application's callback on a socket; the test decides how it answers.</summary>
internal sealed class Mailbox : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Lock _gate = new();
    private readonly List<JsonObject> _received = [];
    private TaskCompletionSource _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Mailbox(WebApplication app) => _app = app;

    public Uri Url => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/notifications");

    /// <summary>Gives the status for each notice; may wait.</summary>
    public Func<JsonObject, Task<int>> Answer { get; set; } = _ => Task.FromResult(200);

    public IReadOnlyList<JsonObject> Received
    {
        get
        {
            lock (_gate) return [.. _received];
        }
    }

    public static async Task<Mailbox> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRouting();
        var app = builder.Build();
        var mailbox = new Mailbox(app);
        app.Run(mailbox.TakeAsync);
        await app.StartAsync(Playground.Cancel);
        return mailbox;
    }

    public async Task<IReadOnlyList<JsonObject>> WaitAsync(int count)
    {
        while (true)
        {
            Task arrived;
            lock (_gate)
            {
                if (_received.Count >= count) return [.. _received];
                arrived = _arrived.Task;
            }

            await arrived.WaitAsync(TimeSpan.FromSeconds(20), Playground.Cancel);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }

    private async Task TakeAsync(HttpContext http)
    {
        var notice = (await JsonNode.ParseAsync(http.Request.Body, cancellationToken: Playground.Cancel))!.AsObject();
        TaskCompletionSource arrived;
        lock (_gate)
        {
            _received.Add(notice);
            (arrived, _arrived) = (_arrived, new(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        arrived.SetResult();
        http.Response.StatusCode = await Answer(notice);
    }
}
