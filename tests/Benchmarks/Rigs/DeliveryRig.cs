using System.Diagnostics;
using MeliBot.Delivery.Effects;
using MeliBot.Delivery.Reading;
using MeliBot.Delivery.Signals;
using MeliBot.Delivery.Turns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace MeliBot.Benchmarks.Rigs;

/// <summary>Delivery on one store with its pumps, in this process.</summary>
internal sealed class DeliveryRig : IAsyncDisposable
{
    /// <summary>Signals handled, and turns run, at once. The defaults are made for a platform that is waited for; here nothing waits.</summary>
    public const int AtOnce = 128;

    private readonly IHost _host;

    private DeliveryRig(IHost host) => _host = host;

    public ISignalQueue Queue => _host.Services.GetRequiredService<ISignalQueue>();

    public ISignalStore Signals => _host.Services.GetRequiredService<ISignalStore>();

    public ITurnStore Turns => _host.Services.GetRequiredService<ITurnStore>();

    /// <param name="turns">Null for the stores alone.</param>
    public static Task<DeliveryRig> StartAsync(string database, ReadyTurns? turns) => StartAsync(services => services.AddSqliteDelivery(options => options.Path = database), turns);

    /// <param name="store">Adds it.</param>
    /// <param name="turns">Null for the stores alone.</param>
    public static async Task<DeliveryRig> StartAsync(Action<IServiceCollection> store, ReadyTurns? turns)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        store(builder.Services);
        if (turns is not null)
            builder.Services.AddSingleton<ISignalHandler>(turns).AddSingleton<ITurnHandler>(turns).AddSingleton<IEffectHandler>(turns).AddDelivery(options => (options.StopGrace, options.SignalConcurrency, options.TurnConcurrency) = (TimeSpan.Zero, AtOnce, AtOnce));
        var host = builder.Build();
        await host.StartAsync();
        return new DeliveryRig(host);
    }

    /// <summary>Raises the signals of these questions, many at once, as requests would.</summary>
    public Task RaiseAsync(IEnumerable<long> questions) => InParallelAsync(questions, 256, async question => await Queue.SendAsync(ReadyTurns.Hint(question), default));

    public Task DrainedAsync() => DrainedAsync(_host.Services);

    /// <summary>Waits until no signal is open and no turn is pending.</summary>
    public static async Task DrainedAsync(IServiceProvider services)
    {
        var (signals, turns) = (services.GetRequiredService<ISignalStore>(), services.GetRequiredService<ITurnStore>());
        // In this order: a signal becomes a pending turn in one transaction. Both look at one row; counting would cost what is stored.
        while (await signals.NextDueAsync(DateTimeOffset.UnixEpoch, default) is not null || await turns.NextDueAsync(DateTimeOffset.UnixEpoch, default) is not null)
            await Task.Delay(5);
        if (await services.GetRequiredService<IDeliveryReader>().CountsAsync(default) is not { ParkedSignals: 0, ParkedTurns: 0 })
            throw new InvalidOperationException("Work was parked: what is measured isn't what was meant.");
    }

    public static async Task InParallelAsync(IEnumerable<long> items, int workers, Func<long, Task> body)
    {
        using var each = items.GetEnumerator();
        await Task.WhenAll(Enumerable.Range(0, workers).Select(_ => Task.Run(async () =>
        {
            while (Next(out var item))
                await body(item);
        })));

        bool Next(out long item)
        {
            lock (each)
            {
                var more = each.MoveNext();
                item = more ? each.Current : 0;
                return more;
            }
        }
    }

    /// <summary>Items a second of <paramref name="body"/>.</summary>
    public static async Task<double> RateAsync(int items, Func<Task> body)
    {
        var watch = Stopwatch.StartNew();
        await body();
        return items / watch.Elapsed.TotalSeconds;
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        if (_host is IAsyncDisposable disposable)
            await disposable.DisposeAsync();
        else
            _host.Dispose();
    }
}
