using System.Net;
using System.Net.Sockets;
using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using MeliBot.Bot.Composition;
using MeliBot.Bot.Local;

namespace MeliBot.Bot.Demo;

/// <summary>The host under demonstration: this same program with "serve", in the demo's folder, knowing nothing but the Simulator.</summary>
internal sealed class Worker : IAsyncDisposable
{
    private readonly DemoFolder _folder;
    private ChildProcess? _process;

    public Worker(DemoFolder folder, string? playbook = null)
    {
        _folder = folder;
        Playbook = playbook;
        Url = new Uri($"http://127.0.0.1:{FreePort()}");
        ClientSecret = RandomNumberGenerator.GetHexString(32, lowercase: true);
        WebhookSecret = RandomNumberGenerator.GetHexString(64, lowercase: true);
        Control = new RemoteControl(LocalSocket.CreateClient(LocalSocket.PathFor(Database)));
    }

    public Uri Url { get; }

    public string? Playbook { get; }

    public string ClientSecret { get; }

    public string WebhookSecret { get; }

    public Uri Redirect => new(Url, "oauth/callback");

    public Uri Inbox => new(Url, "inbox");

    public Uri Callback => new(Url, $"notifications/{WebhookSecret}");

    public IBotControl Control { get; }

    public string Database => _folder.File("melibot.db");

    public string SettingsFile => _folder.File("settings.json");

    public Task ConfigureAsync(Uri simulator, long clientId, CancellationToken cancellationToken) =>
        File.WriteAllTextAsync(SettingsFile, JsonSerializer.Serialize(DemoSettings.For(this, simulator, clientId, Database)), cancellationToken);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _process = ChildProcess.Start(
            Assembly.GetExecutingAssembly().Location, ["serve", "--settings", SettingsFile, "--parent", $"{Environment.ProcessId}"], _folder.Path, _folder.File("worker.log"));
        await _process.WaitForLineAsync("MeliBot serves on ", TimeSpan.FromMinutes(3), cancellationToken);
    }

    /// <summary>The link of the first administrator, which a host prints at its very first start.</summary>
    public async Task<Uri> WelcomeAsync(CancellationToken cancellationToken) =>
        new(await _process!.WaitForLineAsync(InboxInUse.WelcomeLine, TimeSpan.FromSeconds(30), cancellationToken));

    /// <summary>SIGKILL and a new start on the same database.</summary>
    public async Task CrashAsync(CancellationToken cancellationToken)
    {
        await _process!.DisposeAsync();
        await StartAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null) await _process.DisposeAsync();
        (Control as IDisposable)?.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
