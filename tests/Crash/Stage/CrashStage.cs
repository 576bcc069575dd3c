using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using MeliBot.Crash.Tests.Load;
using MeliBot.Simulator;

namespace MeliBot.Crash.Tests.Stage;

/// <summary>A Simulator in this process, and the host as a process that dies and comes back on the same database.</summary>
internal sealed class CrashStage : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("melibot-crash-").FullName;
    private readonly Uri _url = new($"http://127.0.0.1:{FreePort()}");
    private readonly SimulatorHost _simulator;
    private readonly WorldApplication _application;
    private HostProcess? _host;

    private CrashStage(SimulatorHost simulator)
    {
        _simulator = simulator;
        _application = World.CreateApplication(new() { RedirectUri = new Uri(_url, "oauth/callback").OriginalString, Pkce = true });
    }

    public World World => _simulator.World;

    public string Database => Path.Combine(_folder, "melibot.db");

    public HostProcess Host => _host ?? throw new InvalidOperationException("The host doesn't run.");

    private string Settings => Path.Combine(_folder, "settings.json");

    public static async Task<CrashStage> SetAsync(int seed, CancellationToken cancellationToken)
    {
        var simulator = await SimulatorHost.StartAsync(
            new()
            {
                Seed = seed,
                Notices = new()
                {
                    // The platform's hour of attempts, with gaps that fit a host that is back within seconds.
                    RetryGaps = [.. Enumerable.Repeat(TimeSpan.FromSeconds(1), 300)],
                    SwitchOffAfter = 0,
                },
            },
            cancellationToken: cancellationToken);
        var stage = new CrashStage(simulator);
        await stage.WriteSettingsAsync(cancellationToken);
        return stage;
    }

    /// <summary>Starts the host for the first time and links one seller through the whole OAuth flow.</summary>
    public async Task<Buyers> OpenAsync(Random random, CancellationToken cancellationToken)
    {
        var seller = World.CreateSeller();
        var items = Enumerable.Range(1, 6).Select(n => World.CreateItem(new()
        {
            SellerId = seller.Id,
            Title = $"Termo de acero {n} L",
            Price = 1000 * n,
            Stock = 10 * n,
            Warranty = new("Garantía de fábrica", "6 meses"),
        })).ToList();
        var buyers = Enumerable.Range(1, 40).Select(_ => World.CreateBuyer()).ToList();

        await RestartAsync(cancellationToken);
        await LinkAsync(seller, cancellationToken);
        World.Subscribe(_application.Id, new Uri(_url, $"notifications/{Secret}"), "questions");
        return new(World, buyers, items, random);
    }

    public async Task RestartAsync(CancellationToken cancellationToken, string? crashAt = null)
    {
        Start(crashAt);
        await Host.ReadyAsync(cancellationToken);
    }

    /// <summary>Starts the host and doesn't wait until it serves.</summary>
    public void Start(string? crashAt = null) => _host = HostProcess.Start(Settings, _folder, Path.Combine(_folder, "host"), crashAt);

    public async Task KillAsync()
    {
        await Host.DisposeAsync();
        _host = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
            await _host.DisposeAsync();
        await _simulator.DisposeAsync();
        if (Environment.GetEnvironmentVariable("CRASH_KEEP") is null)
            Directory.Delete(_folder, recursive: true);
    }

    private const string Secret = "f00dfeed0123456789abcdeff00dfeed0123456789abcdef";

    private Task WriteSettingsAsync(CancellationToken cancellationToken) => File.WriteAllTextAsync(Settings, JsonSerializer.Serialize(new
    {
        Bot = new { Url = _url.OriginalString },
        Delivery = new { Sqlite = new { Path = Database }, RetryBase = "00:00:00.2", RetryCap = "00:00:02" },
        MercadoLibre = new
        {
            BaseUrl = _simulator.Url,
            AuthorizationUrl = new Uri(_simulator.Url, "authorization"),
            Application = new { ClientId = _application.Id, ClientSecret = _application.Secrets[0], RedirectUri = _application.RedirectUri },
            Budget = new { CallsPerSecond = 1000, Burst = 1000 },
            Adapter = new { QuestionSettle = "00:00:00.1", ReadBackAfter = "00:00:00.3" },
            Notifications = new { Secrets = new[] { Secret } },
            // What was acknowledged must come through without the sweeps' help.
            Sweep = new { Enabled = false },
        },
        Logging = new { LogLevel = new Dictionary<string, string>(StringComparer.Ordinal) { ["Default"] = "Information", ["Microsoft"] = "Warning", ["System"] = "Warning", ["Polly"] = "Warning" } },
    }), cancellationToken);

    private async Task LinkAsync(WorldUser seller, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, WorkingDirectory = _folder };
        foreach (var argument in (string[])[Artifacts.Assembly("MeliBot.Bot"), "accounts", "link", "--site", seller.SiteId, "--settings", Settings])
            start.ArgumentList.Add(argument);
        using var link = Process.Start(start) ?? throw new InvalidOperationException("accounts link could not be started.");
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = true });
        while (await link.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            if (!line.StartsWith("http", StringComparison.Ordinal))
                continue;
            using var page = await browser.GetAsync(new Uri($"{line.Trim()}&auto=1&user={seller.Id}"), cancellationToken);
            page.EnsureSuccessStatusCode();
        }

        await link.WaitForExitAsync(cancellationToken);
        if (link.ExitCode != 0)
            throw new InvalidOperationException($"accounts link ended with {link.ExitCode}.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
