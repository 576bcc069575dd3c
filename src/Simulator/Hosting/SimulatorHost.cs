using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;

namespace MeliBot.Simulator;

/// <summary>A running Simulator on a real socket; the executable and the tests use the same one.</summary>
public sealed class SimulatorHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly CancellationTokenSource _stopping;
    private readonly Task _notices;

    private SimulatorHost(WebApplication app, World world, Scenarios scenarios, Task notices, CancellationTokenSource stopping)
    {
        _app = app;
        _notices = notices;
        _stopping = stopping;
        World = world;
        Scenarios = scenarios;
        Url = new(app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First());
    }

    public Uri Url { get; }

    public World World { get; }

    public Scenarios Scenarios { get; }

    /// <param name="time">The wall's time; null: the system's. With a fake one nothing moves by itself, sockets aside.</param>
    public static async Task<SimulatorHost> StartAsync(SimulatorOptions? options = null, TimeProvider? time = null, CancellationToken cancellationToken = default)
    {
        options ??= new();
        var world = new World(options, new(time ?? TimeProvider.System, options.Speed));
        var stopping = new CancellationTokenSource();
        var scenarios = new Scenarios(world, stopping.Token);
        if (options.ScenarioFile is { } file) scenarios.Load(await File.ReadAllTextAsync(file, cancellationToken), Path.GetFileName(file));

        // Empty: no settings, variables or arguments of the hosting process leak in.
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls(options.Urls).ConfigureKestrel(k => k.AddServerHeader = false);
        builder.Services.AddRouting();
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromMilliseconds(500));
        builder.Services.AddHttpClient("notices", c => c.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, AutomaticDecompression = DecompressionMethods.None })
            .RemoveAllLoggers();
        builder.Services.ConfigureHttpJsonOptions(o => ControlJson.Configure(o.SerializerOptions));

        var app = builder.Build();
        app.UseRouting();
        app.Use(next => new CallPipeline(world, next).InvokeAsync);
        app.MapOAuth(world);
        app.MapUsers(world);
        app.MapItems(world);
        app.MapQuestions(world);
        app.MapSales(world);
        app.MapShipments(world);
        app.MapMessages(world);
        app.MapActionGuide(world);
        app.MapClaims(world);
        app.MapModerations(world);
        app.MapMissedFeeds(world);
        app.MapControl(world, scenarios);
        app.MapPlay();
        app.MapFallback(() => Reply.Error(404, "not_found", "resource not found"));
        await app.StartAsync(cancellationToken);
        var notices = world.Notices.RunAsync(app.Services.GetRequiredService<IHttpClientFactory>().CreateClient("notices"), stopping.Token);
        var host = new SimulatorHost(app, world, scenarios, notices, stopping);
        if (options.StartScenario && scenarios.Current is not null) scenarios.Start();
        return host;
    }

    /// <summary>Until the process is told to end.</summary>
    public Task WaitForShutdownAsync(CancellationToken cancellationToken = default) => _app.WaitForShutdownAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        World.Core.Close();
        await _app.StopAsync();
        await _notices;
        await Scenarios.Finished.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _app.DisposeAsync();
        _stopping.Dispose();
    }
}
