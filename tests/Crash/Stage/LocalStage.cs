using System.Globalization;
using MeliBot.Simulator;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Bot.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MeliBot.Crash.Tests.Stage;

/// <summary>The whole route in this process, on a clock of the campaign's own: for faults that need no kill.</summary>
internal sealed class LocalStage : IAsyncDisposable
{
    public const string Secret = "0123456789abcdef0123456789abcdef";

    private readonly string _folder = Directory.CreateTempSubdirectory("melibot-stage-").FullName;
    private readonly SimulatorHost _simulator;
    private readonly TimeProvider _time;
    private readonly IReadOnlyDictionary<string, string> _settings;
    private readonly Action<IServiceCollection>? _services;
    private WebApplication? _host;

    private LocalStage(SimulatorHost simulator, TimeProvider time, IReadOnlyDictionary<string, string>? settings, Action<IServiceCollection>? services)
    {
        (_simulator, _time, _services) = (simulator, time, services);
        _settings = settings ?? new Dictionary<string, string>(StringComparer.Ordinal);
        Application = World.CreateApplication();
    }

    public World World => _simulator.World;

    public Scenarios Scenarios => _simulator.Scenarios;

    public WorldApplication Application { get; }

    public string Database => Path.Combine(_folder, "melibot.db");

    public IServiceProvider Services => (_host ?? throw new InvalidOperationException("The host doesn't run.")).Services;

    /// <summary>Where the host is notified.</summary>
    public Uri Callback => new(new Uri(_host!.Urls.First()), $"notifications/{Secret}");

    /// <param name="time">Of the host and the platform alike.</param>
    /// <param name="settings">Beside or instead of the stage's own.</param>
    /// <param name="services">Registered before the adapter, so instead of its own.</param>
    public static async Task<LocalStage> SetAsync(
        SimulatorOptions platform,
        TimeProvider time,
        CancellationToken cancellationToken,
        IReadOnlyDictionary<string, string>? settings = null,
        Action<IServiceCollection>? services = null)
    {
        var stage = new LocalStage(await SimulatorHost.StartAsync(platform, time, cancellationToken), time, settings, services);
        await stage.StartAsync(cancellationToken);
        return stage;
    }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.Configuration.AddInMemoryCollection(Settings()!).AddInMemoryCollection(_settings!);
        builder.Logging.SetMinimumLevel(LogLevel.None);
        builder.Services.AddSingleton(_time);
        builder.Services.AddTransient<IBot, CountingBot>();
        _services?.Invoke(builder.Services);
        builder.Services.AddMercadoLibreAdapter();
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRouting();
        _host = builder.Build();
        _host.UseRouting();
        _host.MapMercadoLibre();
        await _host.StartAsync(cancellationToken);
    }

    /// <summary>A stop as a deployment does it: work in hand is finished first.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _host!.StopAsync(cancellationToken);
        await _host.DisposeAsync();
        _host = null;
    }

    /// <summary>A seller with tokens, linked without the consent page.</summary>
    public Task<WorldUser> LinkSellerAsync(CancellationToken cancellationToken) => Services.LinkNewSellerAsync(World, Application, cancellationToken);

    /// <summary>The platform notifies the host from now on.</summary>
    public void Subscribe(string topic = "questions") => World.Subscribe(Application.Id, Callback, topic);

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
            await StopAsync(CancellationToken.None);
        await _simulator.DisposeAsync();
        if (Environment.GetEnvironmentVariable("CRASH_KEEP") is null)
            Directory.Delete(_folder, recursive: true);
        else
            Console.WriteLine($"  kept: {_folder}");
    }

    private Dictionary<string, string> Settings() => new(StringComparer.Ordinal)
    {
        ["MercadoLibre:BaseUrl"] = _simulator.Url.AbsoluteUri,
        ["MercadoLibre:AuthorizationUrl"] = new Uri(_simulator.Url, "authorization").AbsoluteUri,
        ["MercadoLibre:Application:ClientId"] = Application.Id.ToString(CultureInfo.InvariantCulture),
        ["MercadoLibre:Application:ClientSecret"] = Application.Secrets[0],
        ["MercadoLibre:Application:RedirectUri"] = Application.RedirectUri,
        ["MercadoLibre:Budget:CallsPerSecond"] = "1000",
        ["MercadoLibre:Budget:LowestCallsPerSecond"] = "1000",
        ["MercadoLibre:Budget:Burst"] = "1000",
        ["MercadoLibre:Notifications:Secrets:0"] = Secret,
        ["MercadoLibre:Notifications:PerAddress"] = "1000000",
        ["MercadoLibre:Sweep:Enabled"] = "false",
        ["Delivery:Sqlite:Path"] = Database,
    };
}
