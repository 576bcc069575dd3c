using MeliBot.Bot.Composition;

namespace MeliBot.Bot.Local;

/// <summary>The running host where there is one; otherwise its database, opened here.</summary>
internal sealed class ControlSession : IAsyncDisposable
{
    private readonly IAsyncDisposable? _host;
    private readonly RemoteControl? _remote;

    private ControlSession(IBotControl control, RemoteControl? remote, IAsyncDisposable? host) => (Control, _remote, _host) = (control, remote, host);

    public IBotControl Control { get; }

    /// <summary>A host runs, and with it the callback that browsers come back to.</summary>
    public bool HostRuns => _remote is not null;

    public static async Task<ControlSession> OpenAsync(HostSettings settings, CancellationToken cancellationToken)
    {
        var app = BotHost.Build(settings);
        var socket = LocalSocket.PathFor(StoreChoice.PathOf(app.Configuration));
        if (await LocalSocket.AnswersAsync(socket, cancellationToken))
        {
            await app.DisposeAsync();
            var remote = new RemoteControl(LocalSocket.CreateClient(socket));
            return new ControlSession(remote, remote, null);
        }

        SettingsException.ThrowIfInvalid(app.Services);
        return new ControlSession(app.Services.GetRequiredService<IBotControl>(), null, app);
    }

    public async ValueTask DisposeAsync()
    {
        _remote?.Dispose();
        if (_host is not null) await _host.DisposeAsync();
    }
}
