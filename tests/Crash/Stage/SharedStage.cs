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

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly string _folder = Directory.CreateTempSubdirectory("melibot-shared-").FullName;
    private readonly SimulatorHost _simulator;
    private readonly HostProcess?[] _hosts;
    private readonly Uri[] _urls;
    private readonly Balancer _balancer;
    private readonly object _delivery;
    private readonly Intake _intake;

    private SharedStage(SimulatorHost simulator, RunningPostgres server, int hosts, Intake intake, object delivery)
    {
        (_intake, _delivery) = (intake, delivery);
        (_simulator, Server, _hosts) = (simulator, server, new HostProcess?[hosts]);
        _urls = [.. Enumerable.Range(0, hosts).Select(_ => new Uri($"http://127.0.0.1:{HostFile.FreePort()}"))];
        _balancer = new Balancer(_urls, intake.Tries, intake.Patience);
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
    /// <param name="intake">Null: notices go straight into the store, and are tried at each host.</param>
    public static async Task<SharedStage?> SetAsync(int seed, int hosts, TimeSpan hostLife, TimeSpan effectLease, CancellationToken cancellationToken, Intake? intake = null)
    {
        if (RunningPostgres.Start(durable: true) is not { } server)
            return null;
        intake ??= new Intake(new { }, hosts, TimeSpan.FromMilliseconds(500), Gap: TimeSpan.FromSeconds(1));
        var options = new SimulatorOptions { Seed = seed, Notices = new() { AckWithin = intake.Patience, RetryGaps = [.. Enumerable.Repeat(intake.Gap, 1_000)], SwitchOffAfter = 0 } };
        var delivery = new { Postgres = new { server.ConnectionString, HostLife = hostLife.ToString("c") }, RetryBase = "00:00:00.2", RetryCap = "00:00:02", EffectLease = effectLease.ToString("c"), AzureQueues = intake.Queues };
        var stage = new SharedStage(await SimulatorHost.StartAsync(options, cancellationToken: cancellationToken), server, hosts, intake, delivery);
        for (var host = 0; host < hosts; host++)
            await stage.WriteSettingsAsync(host, sweepEvery: null, cancellationToken);
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
        _hosts[host] = HostProcess.Start(File(host), _folder, Path.Combine(_folder, $"host{host}"), PointFile(host));
        await _hosts[host]!.ReadyAsync(cancellationToken);
    }

    /// <summary>The host sweeps so often, from its next start on.</summary>
    public Task SweepAsync(int host, TimeSpan every, CancellationToken cancellationToken) => WriteSettingsAsync(host, every, cancellationToken);

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

    /// <summary>It ends as by kill -9 when a span starts or stops for the n-th time from now: <c>span:start|stop:n</c>.</summary>
    public async Task KillAtAsync(int host, string point, CancellationToken cancellationToken)
    {
        await PassAsync(host, point, _hosts[host]!.Exited, cancellationToken);
        await KillAsync(host);
    }

    /// <summary>It stands still at such a point for so long, then goes on as if nothing had been.</summary>
    public async Task FreezeAtAsync(int host, string point, TimeSpan time, CancellationToken cancellationToken)
    {
        await PassAsync(host, point + ":freeze", _hosts[host]!.StoppedAsync(cancellationToken), cancellationToken);
        await Task.Delay(time, cancellationToken);
        _hosts[host]!.Send("CONT");
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

    private Task WriteSettingsAsync(int host, TimeSpan? sweepEvery, CancellationToken cancellationToken) => HostFile.WriteAsync(File(host), _urls[host], _delivery, _simulator, Application, sweepEvery, cancellationToken, _intake.Patience * 0.7);

    private async Task PassAsync(int host, string point, Task passed, CancellationToken cancellationToken)
    {
        // Written beside it first: the host must not read half of it.
        await System.IO.File.WriteAllTextAsync(PointFile(host) + ".new", point, cancellationToken);
        System.IO.File.Move(PointFile(host) + ".new", PointFile(host), overwrite: true);
        try
        {
            await passed.WaitAsync(Patience, cancellationToken);
        }
        catch (TimeoutException e)
        {
            throw new InvalidOperationException($"Host {host} didn't pass {point}, so nothing was proved.", e);
        }
    }

    private string PointFile(int host) => Path.Combine(_folder, $"crash-point-{host}");

    private string File(int host) => Path.Combine(_folder, $"host{host}.json");
}
