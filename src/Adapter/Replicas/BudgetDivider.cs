using MeliBot.Delivery;
using MeliBot.Delivery.Stores;
using MeliBot.MercadoLibre;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MeliBot.Adapter.Replicas;

/// <summary>
/// Takes this host's share of the application's budget while it lives, where several hosts share a store: together they never spend more than the application has. A host that comes waits until the
/// others have given it room, some seconds; one whose beats fail spends nothing once another may have been given its part.
/// </summary>
internal sealed partial class BudgetDivider(
    BudgetLedger ledger, BudgetShare share, StoreInUse store, IOptions<MercadoLibreOptions> options, string id, TimeProvider time, ILogger<BudgetDivider> logger) : BackgroundService, IHostedLifecycleService
{
    /// <summary>How often the entry is renewed; of a host that waits for its share, more often.</summary>
    internal static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    /// <summary>How long an entry counts without.</summary>
    internal static readonly TimeSpan Life = TimeSpan.FromSeconds(20);

    /// <summary>It spends a little shorter than the others believe, because clocks differ.</summary>
    internal static readonly TimeSpan Margin = TimeSpan.FromSeconds(4);

    private static readonly TimeSpan Waiting = TimeSpan.FromSeconds(1);

    private double _held;
    private int _hosts;

    public Task StartingAsync(CancellationToken cancellationToken)
    {
        // Before anything calls: until it was given some, it has none.
        if (store.IsShared) share.Give(0, DateTimeOffset.MaxValue);
        return Task.CompletedTask;
    }

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Not yet: what is in hand needs its share until it has ended.</summary>
    public override Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StoppedAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken).ConfigureAwait(false);
        if (!store.IsShared) return;
        share.Give(0, DateTimeOffset.MaxValue);
        try
        {
            await ledger.LeaveAsync(id, time.GetUtcNow(), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is DeliveryUnavailableException or OperationCanceledException)
        {
            // The entry ends by itself.
        }
    }

    /// <summary>Renews the entry once; true while the host waits for its share to become free.</summary>
    internal async Task<bool> BeatAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var weight = options.Value.Budget.Weight ?? 1;
        if (await ledger.BeatAsync(id, weight, share.Current, lower => share.Give(lower, now + Life - Margin), now, now + Life, cancellationToken).ConfigureAwait(false) is not { } beat) return true;
        share.Give(beat.Share, now + Life - Margin);
        if (beat.Hosts != _hosts || Math.Abs(beat.Share - _held) > 0.001) Divided(beat.Share, beat.Hosts);
        (_held, _hosts) = (beat.Share, beat.Hosts);
        return beat.Share == 0;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (store.IsShared && !stoppingToken.IsCancellationRequested)
        {
            var waits = true;
            try
            {
                waits = await BeatAsync(stoppingToken).ConfigureAwait(false);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                Failed(e.Message);
            }

            await Task.Delay(waits ? Waiting : Every, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(3201, LogLevel.Information, "This host's share of the application's rate budget is {Share:P0}; {Hosts} hosts share it.")]
    private partial void Divided(double share, int hosts);

    [LoggerMessage(3202, LogLevel.Warning, "The share of the application's rate budget can't be renewed ({Problem}); it is tried again, and nothing is called once it has ended.")]
    private partial void Failed(string problem);
}
