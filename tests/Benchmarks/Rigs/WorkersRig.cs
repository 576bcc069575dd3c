using System.Globalization;
using MeliBot.Benchmarks.Running;
using MeliBot.Contracts;
using MeliBot.Crash.Tests.Stage;
using MeliBot.Delivery.Signals;
using MeliBot.Simulator;
using Microsoft.Bot.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace MeliBot.Benchmarks.Rigs;

/// <summary>Workers as processes on one PostgreSQL, and the Simulator in this one, which takes its time for every call.</summary>
internal sealed class WorkersRig : IAsyncDisposable
{
    /// <summary>Of signals, of turns and of effects, in each worker. With more, what two cores can compute would be measured.</summary>
    private const int AtOnce = 4;

    private static readonly TimeSpan Takes = TimeSpan.FromMilliseconds(50);
    private static int s_stores;

    private readonly WorkFolder _folder = new();
    private readonly List<Child> _workers = [];
    private readonly SimulatorHost _platform;
    private readonly Dictionary<string, string?> _settings;
    private readonly ServiceProvider _store;
    private readonly WorldUser _seller;
    private readonly WorldItem[] _items;

    private WorkersRig(SimulatorHost platform, string store)
    {
        (_platform, _seller) = (platform, platform.World.CreateSeller());
        var application = platform.World.CreateApplication(new() { RedirectUri = "http://127.0.0.1/oauth/callback" });
        _settings = Settings(platform.Url, application, store, _folder.Database);
        _store = new ServiceCollection().AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(_settings).Build())
            .AddLogging().AddMetrics().AddTransient<IBot, EchoBot>().AddPostgresDelivery().AddMercadoLibreAdapter().BuildServiceProvider();
        _items = [.. Enumerable.Range(1, 10).Select(item => platform.World.CreateItem(new() { SellerId = _seller.Id, Title = $"Taza de acero {item}", Price = 1000, Stock = 10 }))];
        Application = application;
    }

    private WorldApplication Application { get; }

    private World World => _platform.World;

    public static async Task<WorkersRig> StartAsync(RunningPostgres server, int workers, CancellationToken cancellationToken)
    {
        var platform = await SimulatorHost.StartAsync(new SimulatorOptions(), cancellationToken: cancellationToken);
        var rig = new WorkersRig(platform, await NewStoreAsync(server, cancellationToken));
        await rig._store.LinkAsync(rig.World, rig.Application, rig._seller, cancellationToken);
        platform.World.AddFault(new() { Kind = FaultKind.Slow, Hold = Takes });
        for (var worker = 0; worker < workers; worker++)
            rig._workers.Add(await Child.HostAsync(await HostSettings.WriteAsync(rig._folder.Path, rig._settings)));
        return rig;
    }

    /// <summary>Asks so many questions, each in a conversation of its own, stores a hint of each, and waits until the platform has an answer to each.</summary>
    public async Task AnswerAsync(int questions, CancellationToken cancellationToken)
    {
        var asked = Enumerable.Range(0, questions).Select(number => World.Ask(World.CreateBuyer().Id, _items[number % _items.Length].Id, "Hola, ¿tenés stock?").Id).ToList();
        var signals = _store.GetRequiredService<ISignalQueue>();
        await DeliveryRig.InParallelAsync(asked, 64, async question => await signals.SendAsync(
            new SignalHint(_seller.Id, "questions", string.Create(CultureInfo.InvariantCulture, $"/questions/{question}"), TimeProvider.System.GetUtcNow(), "notification"), cancellationToken));
        var open = new Stack<long>(asked);
        await World.WaitUntilAsync(
            world =>
            {
                while (open.TryPeek(out var id) && world.Question(id)?.Answer is not null)
                    open.Pop();
                return open.Count == 0;
            },
            cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var worker in _workers)
            await worker.DisposeAsync();
        await _store.DisposeAsync();
        await _platform.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
        _folder.Dispose();
    }

    private static Dictionary<string, string?> Settings(Uri platform, WorldApplication application, string store, string database)
    {
        var atOnce = AtOnce.ToString(CultureInfo.InvariantCulture);
        return new(AdapterServices.Settings(database, platform.AbsoluteUri), StringComparer.Ordinal)
        {
            ["Bot:Roles"] = "worker",
            ["MercadoLibre:Application:ClientId"] = application.Id.ToString(CultureInfo.InvariantCulture),
            ["MercadoLibre:Application:ClientSecret"] = application.Secrets[0],
            // The budget does all its work, divided as always, and never makes a call wait.
            ["MercadoLibre:Budget:CallsPerSecond"] = "1000",
            ["MercadoLibre:Budget:Burst"] = "1000",
            ["Delivery:Sqlite:Path"] = null,
            ["Delivery:Postgres:ConnectionString"] = store,
            ["Delivery:SignalConcurrency"] = atOnce,
            ["Delivery:TurnConcurrency"] = atOnce,
            ["Delivery:EffectConcurrency"] = atOnce,
        };
    }

    private static async Task<string> NewStoreAsync(RunningPostgres server, CancellationToken cancellationToken)
    {
        var schema = string.Create(CultureInfo.InvariantCulture, $"workers{Interlocked.Increment(ref s_stores)}");
        await using var connection = new NpgsqlConnection(server.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var create = new NpgsqlCommand($"CREATE SCHEMA {schema}", connection);
        await create.ExecuteNonQueryAsync(cancellationToken);
        return new NpgsqlConnectionStringBuilder(server.ConnectionString) { SearchPath = schema }.ToString();
    }
}
