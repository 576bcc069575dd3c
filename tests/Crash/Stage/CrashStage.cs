using MeliBot.Crash.Tests.Judging;
using MeliBot.Crash.Tests.Load;
using MeliBot.Simulator;
using Microsoft.Extensions.DependencyInjection;

namespace MeliBot.Crash.Tests.Stage;

/// <summary>A Simulator in this process, and the host as a process that dies and comes back on the same database.</summary>
internal sealed class CrashStage : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("melibot-crash-").FullName;
    private readonly Uri _url = new($"http://127.0.0.1:{HostFile.FreePort()}");
    private readonly SimulatorHost _simulator;
    private HostProcess? _host;

    private CrashStage(SimulatorHost simulator)
    {
        _simulator = simulator;
        Application = World.CreateApplication(new() { RedirectUri = new Uri(_url, "oauth/callback").OriginalString, Pkce = true });
    }

    public World World => _simulator.World;

    public WorldApplication Application { get; }

    public string Database => Path.Combine(_folder, "melibot.db");

    /// <summary>All that the host has written to its standard error, over all its lives.</summary>
    public string Log => Path.Combine(_folder, "host.err");

    public HostProcess Host => _host ?? throw new InvalidOperationException("The host doesn't run.");

    /// <summary>The host's settings file.</summary>
    public string Settings => Path.Combine(_folder, "settings.json");

    private string PointFile => Path.Combine(_folder, "crash-point");

    /// <param name="noticeGap">Between the platform's attempts; it goes on for some minutes, as the real one does for an hour.</param>
    /// <param name="platform">Further behaviour of the platform.</param>
    public static async Task<CrashStage> SetAsync(int seed, CancellationToken cancellationToken, TimeSpan? noticeGap = null, Action<SimulatorOptions>? platform = null)
    {
        var options = new SimulatorOptions
        {
            Seed = seed,
            Notices = new() { RetryGaps = [.. Enumerable.Repeat(noticeGap ?? TimeSpan.FromSeconds(1), 1_000)], SwitchOffAfter = 0 },
        };
        platform?.Invoke(options);
        var stage = new CrashStage(await SimulatorHost.StartAsync(options, cancellationToken: cancellationToken));
        await stage.WriteSettingsAsync(cancellationToken);
        return stage;
    }

    /// <summary>Links one seller and starts the host for the first time.</summary>
    public async Task<Buyers> OpenAsync(Random random, CancellationToken cancellationToken, int items = 6, int buyers = 40)
    {
        var seller = await OpenAsync("questions", cancellationToken);
        return Buyers.Of(World, seller, items, buyers, random);
    }

    /// <summary>
    /// The same for buyers who have bought, and write what the playbook that comes with the product always replies to. The host knows each sale before anybody writes in it, as it does
    /// where the platform notifies of both: else it would ask for the pack of each, which most haven't, and so many refusals in a minute the platform minds.
    /// </summary>
    public async Task<SaleBuyers> OpenSalesAsync(int sales, TimeSpan patience, CancellationToken cancellationToken)
    {
        var buyers = new SaleBuyers(World, await OpenAsync("orders_v2", cancellationToken), sales, "Muchas gracias!");
        _ = await Drain.WaitAsync(World, [], Database, patience, cancellationToken, answers: false)
            ?? throw new InvalidOperationException("The host didn't take in what was bought.");
        Subscribe("messages");
        return buyers;
    }

    /// <summary>The platform notifies the host from now on.</summary>
    public void Subscribe(string topic = "questions") => World.Subscribe(Application.Id, new Uri(_url, $"notifications/{Secret}"), topic);

    /// <summary>The product's own services on the host's database; only while the host doesn't run.</summary>
    public ServiceProvider Offline() => TokenStage.Services(_simulator, Application, Database);

    public async Task RestartAsync(CancellationToken cancellationToken, string? crashAt = null)
    {
        Start(crashAt);
        await Host.ReadyAsync(cancellationToken);
    }

    /// <summary>Starts the host and doesn't wait until it serves.</summary>
    /// <param name="crashAt">Null: it lives until it is killed or <see cref="KillAt"/> says more.</param>
    public void Start(string? crashAt = null)
    {
        File.Delete(PointFile);
        _host = HostProcess.Start(Settings, _folder, Path.Combine(_folder, "host"), PointFile, crashAt);
    }

    /// <summary>The running host ends as by kill -9 when a span starts or stops for the n-th time from now: <c>span:start|stop:n</c>.</summary>
    public void KillAt(string point)
    {
        File.WriteAllText(PointFile + ".new", point);
        File.Move(PointFile + ".new", PointFile, overwrite: true);
    }

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
        else
            Console.WriteLine($"  kept: {_folder}");
    }

    private async Task<WorldUser> OpenAsync(string topic, CancellationToken cancellationToken)
    {
        WorldUser seller;
        await using (var services = Offline())
            seller = await services.LinkNewSellerAsync(World, Application, cancellationToken);
        await RestartAsync(cancellationToken);
        Subscribe(topic);
        return seller;
    }

    private const string Secret = HostFile.Secret;

    private Task WriteSettingsAsync(CancellationToken cancellationToken) => HostFile.WriteAsync(
        Settings, _url, new { Sqlite = new { Path = Database }, RetryBase = "00:00:00.2", RetryCap = "00:00:02" }, _simulator, Application, sweepEvery: null, cancellationToken);
}
