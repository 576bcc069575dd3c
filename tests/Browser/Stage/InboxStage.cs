using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using MeliBot.Bot.Demo;
using MeliBot.Bot.Local;
using MeliBot.Simulator;
using Microsoft.Playwright;

namespace MeliBot.Browser.Tests.Stage;

/// <summary>A Mercado Libre in this process, the real program as a process of its own that serves its pages, and people who may sign in.</summary>
internal sealed class InboxStage : IAsyncDisposable
{
    // Their questions are answered by the bot itself; everybody else's wait for approval.
    private const long FirstAutomatic = 4_100_000_001;
    private const int MostAutomatic = 30;

    private readonly string _folder = Directory.CreateTempSubdirectory("melibot-browser-").FullName;
    private readonly Dictionary<string, string> _settings;
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });
    private readonly RemoteControl _control;
    private ChildProcess? _host;
    private int _automatic = -1;

    private InboxStage(SimulatorHost simulator, Dictionary<string, string> settings)
    {
        (Simulator, _settings) = (simulator, settings);
        Url = new Uri($"http://127.0.0.1:{FreePort()}");
        _control = new RemoteControl(LocalSocket.CreateClient(LocalSocket.PathFor(Database)));
    }

    public SimulatorHost Simulator { get; }

    public World World => Simulator.World;

    public Uri Url { get; }

    public Staff Staff { get; } = new();

    public string Log => Path.Combine(_folder, "host.log");

    private string Database => Path.Combine(_folder, "melibot.db");

    private string SettingsFile => Path.Combine(_folder, "settings.json");

    /// <param name="settings">Beside or instead of the stage's own.</param>
    public static async Task<InboxStage> SetAsync(IReadOnlyDictionary<string, string>? settings = null)
    {
        // A machine under load is slow to acknowledge; that is nothing to be tried here.
        var simulator = await SimulatorHost.StartAsync(new()
        {
            Notices = new() { AckWithin = TimeSpan.FromSeconds(30), RetryGaps = [.. Enumerable.Repeat(TimeSpan.FromSeconds(1), 100)], SwitchOffAfter = 0 },
            Moderation = new() { After = TimeSpan.FromMilliseconds(200) },
        });
        var stage = new InboxStage(simulator, new Dictionary<string, string>(settings ?? new Dictionary<string, string>(), StringComparer.Ordinal));
        await stage.ConfigureAsync();
        await stage.StartHostAsync();
        return stage;
    }

    public async Task StartHostAsync()
    {
        _host = ChildProcess.Start(Artifacts.Assembly("MeliBot.Bot"), ["serve", "--settings", SettingsFile, "--parent", $"{Environment.ProcessId}"], _folder, Log);
        await _host.WaitForLineAsync("MeliBot serves on ", TimeSpan.FromMinutes(3), default);
    }

    /// <summary>As a crash ends it.</summary>
    public async Task KillHostAsync()
    {
        if (_host is not null) await _host.DisposeAsync();
        _host = null;
    }

    /// <summary>The link that the program prints while nobody can sign in.</summary>
    public async Task<Uri> FirstLinkAsync() =>
        new(await _host!.WaitForLineAsync("Nobody can sign in yet. The first administrator opens, once: ", Patience.Span, default));

    /// <summary>The first administrator comes in by the printed link and invites the others, all through the pages.</summary>
    public async Task ComeInAsync(IBrowser browser) =>
        await Staff.ComeInAsync(browser, Url, await FirstLinkAsync());

    /// <param name="automatic">The bot answers what it can by itself; otherwise a person approves everything.</param>
    /// <param name="title">Of its listing.</param>
    public async Task<Shop> OpenShopAsync(bool automatic = false, string title = "Zapatillas urbanas", string site = "MLA")
    {
        long? id = automatic ? FirstAutomatic + Interlocked.Increment(ref _automatic) : null;
        var seller = World.CreateSeller(new NewUser { Id = id, Site = site });
        await Linking.LinkAsync(_control, _http, new SimulatorUser(seller.Id, seller.Nickname, seller.SiteId, true, null), default);
        return new Shop(this, seller, World.CreateItem(new NewItem { SellerId = seller.Id, Title = title, Price = 45_990, Stock = 7, Attributes = [new("BRAND", "Marca", "Acme"), new("COLOR", "Color", "Azul")] }));
    }

    public async ValueTask DisposeAsync()
    {
        await KillHostAsync();
        await Simulator.DisposeAsync();
        (_control as IDisposable)?.Dispose();
        _http.Dispose();
        try
        {
            Directory.Delete(_folder, recursive: true);
        }
        catch (IOException)
        {
            // Left to the system's own cleaning of its temporary folder.
        }
    }

    private Task ConfigureAsync()
    {
        var redirect = new Uri(Url, "oauth/callback").OriginalString;
        var secret = Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(32));
        var application = World.CreateApplication(new NewApplication { Name = "MeliBot", RedirectUri = redirect, CallbackUrl = new Uri(Url, $"notifications/{secret}"), Topics = ["questions", "orders_v2", "payments", "shipments", "messages", "post_purchase"], Pkce = true });
        var all = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Bot:Url"] = Url.OriginalString,
            ["Bot:FactsMaxAge"] = "00:00:05",
            ["Inbox:Enabled"] = "true",
            ["Delivery:Sqlite:Path"] = Database,
            ["Delivery:RetryBase"] = "00:00:00.2",
            ["Delivery:RetryCap"] = "00:00:02",
            ["Delivery:EffectLease"] = "00:00:10",
            ["MercadoLibre:BaseUrl"] = Simulator.Url.AbsoluteUri,
            ["MercadoLibre:AuthorizationUrl"] = new Uri(Simulator.Url, "authorization").AbsoluteUri,
            ["MercadoLibre:Application:ClientId"] = application.Id.ToString(CultureInfo.InvariantCulture),
            ["MercadoLibre:Application:ClientSecret"] = application.Secrets[0],
            ["MercadoLibre:Application:RedirectUri"] = redirect,
            ["MercadoLibre:Notifications:Secrets:0"] = secret,
            ["MercadoLibre:Notifications:PerAddress"] = "1000000",
            ["MercadoLibre:Budget:CallsPerSecond"] = "1000",
            ["MercadoLibre:Budget:LowestCallsPerSecond"] = "1000",
            ["MercadoLibre:Budget:Burst"] = "1000",
            ["MercadoLibre:Adapter:QuestionSettle"] = "00:00:00.1",
            ["MercadoLibre:Adapter:PausedListingRecheck"] = "00:00:01",
            ["MercadoLibre:Policy:Mode"] = "Draft",
            ["Logging:LogLevel:Default"] = "Warning",
        };
        for (var n = 0; n < MostAutomatic; n++) all[$"MercadoLibre:Policy:Accounts:{FirstAutomatic + n}:Mode"] = "Auto";
        foreach (var (name, value) in _settings) all[name] = value;
        return File.WriteAllTextAsync(SettingsFile, JsonSerializer.Serialize(all));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
