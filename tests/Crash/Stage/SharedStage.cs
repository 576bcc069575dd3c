using MeliBot.Contracts;
using MeliBot.Crash.Tests.Load;
using MeliBot.Simulator;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace MeliBot.Crash.Tests.Stage;

/// <summary>A Simulator in this process, a PostgreSQL server, and several hosts as processes that share it behind a balancer.</summary>
internal sealed class SharedStage : IAsyncDisposable
{
    public const string Missing = "PostgreSQL isn't installed (Debian: apt-get install postgresql).";

    private readonly string _folder = Directory.CreateTempSubdirectory("melibot-shared-").FullName;
    private readonly SimulatorHost _simulator;
    private readonly HostProcess?[] _hosts;
    private readonly Uri[] _urls;
    private readonly Balancer _balancer;

    private SharedStage(SimulatorHost simulator, RunningPostgres server, int hosts)
    {
        (_simulator, Server, _hosts) = (simulator, server, new HostProcess?[hosts]);
        _urls = [.. Enumerable.Range(0, hosts).Select(_ => new Uri($"http://127.0.0.1:{HostFile.FreePort()}"))];
        _balancer = new Balancer(_urls);
        Application = World.CreateApplication(new() { RedirectUri = new Uri(_urls[0], "oauth/callback").OriginalString, Pkce = true });
    }

    public World World => _simulator.World;

    public WorldApplication Application { get; }

    public RunningPostgres Server { get; }

    public int Count => _hosts.Length;

    /// <summary>PostgreSQL's connection string.</summary>
    public string Database => Server.ConnectionString;

    /// <summary>Where notices go.</summary>
    public Uri Callback => new(_balancer.Url, $"notifications/{HostFile.Secret}");

    /// <summary>Null where PostgreSQL isn't installed.</summary>
    /// <param name="queues">Azure's queues between those who take notices in and those who work; null: hints go straight into the store.</param>
    /// <param name="sweepEvery">Null: without sweeps.</param>
    public static async Task<SharedStage?> SetAsync(
        int seed, int hosts, TimeSpan hostLife, TimeSpan effectLease, CancellationToken cancellationToken, Action<SimulatorOptions>? platform = null, object? queues = null, TimeSpan? sweepEvery = null)
    {
        if (RunningPostgres.Start(durable: true) is not { } server)
            return null;
        var options = new SimulatorOptions { Seed = seed, Notices = new() { RetryGaps = [.. Enumerable.Repeat(TimeSpan.FromSeconds(1), 1_000)], SwitchOffAfter = 0 } };
        platform?.Invoke(options);
        var stage = new SharedStage(await SimulatorHost.StartAsync(options, cancellationToken: cancellationToken), server, hosts);
        for (var host = 0; host < hosts; host++)
        {
            await HostFile.WriteAsync(
                stage.File(host), stage._urls[host],
                new { Postgres = new { server.ConnectionString, HostLife = hostLife.ToString("c") }, RetryBase = "00:00:00.2", RetryCap = "00:00:02", EffectLease = effectLease.ToString("c"), AzureQueues = queues ?? new { } },
                stage._simulator, stage.Application, sweepEvery, cancellationToken);
        }

        await stage._balancer.StartAsync(cancellationToken);
        return stage;
    }

    /// <summary>Links one seller, starts every host, and has the platform notify them.</summary>
    public async Task<Buyers> OpenAsync(Random random, CancellationToken cancellationToken, int items = 6, int buyers = 40)
    {
        var seller = await LinkAsync(cancellationToken);
        World.Subscribe(Application.Id, Callback, "questions");
        return Buyers.Of(World, seller, items, buyers, random);
    }

    /// <summary>The same, where the campaign itself notifies.</summary>
    public async Task<WorldUser> LinkAsync(CancellationToken cancellationToken)
    {
        WorldUser seller;
        await using (var services = TokenStage.Services(_simulator.Url, Application.Id, Application.Secrets[0], Application.RedirectUri, null, more => more.AddPostgresDelivery(postgres => postgres.ConnectionString = Database)))
            seller = await services.LinkNewSellerAsync(World, Application, cancellationToken);
        await Task.WhenAll(Enumerable.Range(0, Count).Select(host => StartAsync(host, cancellationToken)));
        return seller;
    }

    public async Task StartAsync(int host, CancellationToken cancellationToken)
    {
        _hosts[host] = HostProcess.Start(File(host), _folder, Path.Combine(_folder, $"host{host}"), Path.Combine(_folder, $"crash-point-{host}"));
        await _hosts[host]!.ReadyAsync(cancellationToken);
    }

    public async Task KillAsync(int host)
    {
        await _hosts[host]!.DisposeAsync();
        _hosts[host] = null;
    }

    /// <summary>As a deployment ends it.</summary>
    public async Task EndAsync(int host, CancellationToken cancellationToken)
    {
        await _hosts[host]!.EndAsync(cancellationToken);
        await KillAsync(host);
    }

    /// <summary>It stands still for so long, then goes on as if nothing had been.</summary>
    public async Task FreezeAsync(int host, TimeSpan time, CancellationToken cancellationToken)
    {
        _hosts[host]!.Send("STOP");
        await Task.Delay(time, cancellationToken);
        _hosts[host]!.Send("CONT");
    }

    /// <summary>Every connection of every host.</summary>
    public async Task CutConnectionsAsync(CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(Database + ";Pooling=false");
        await connection.OpenAsync(cancellationToken);
        await using var cut = new NpgsqlCommand("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE application_name LIKE 'MeliBot%'", connection);
        await cut.ExecuteScalarAsync(cancellationToken);
    }

    /// <summary>Marks that came with an old epoch and were refused, as the hosts' logs tell.</summary>
    public int StaleMarks() => Enumerable.Range(0, Count).Select(host => Path.Combine(_folder, $"host{host}.err")).Where(System.IO.File.Exists)
        .Sum(log => System.IO.File.ReadLines(log).Count(line => line.Contains("with an old epoch", StringComparison.Ordinal)));

    public async ValueTask DisposeAsync()
    {
        for (var host = 0; host < Count; host++)
        {
            if (_hosts[host] is not null)
                await KillAsync(host);
        }

        await _balancer.DisposeAsync();
        await _simulator.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
        Server.Dispose();
        if (Environment.GetEnvironmentVariable("CRASH_KEEP") is null)
            Directory.Delete(_folder, recursive: true);
        else
            Console.WriteLine($"  kept: {_folder}");
    }

    private string File(int host) => Path.Combine(_folder, $"host{host}.json");
}
