using MeliBot.Delivery.Work;
using MeliBot.MercadoLibre;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MeliBot.Adapter.Sweep;

/// <summary>Runs each sweep at its cadence, on one host at a time; the first time at once.</summary>
public sealed class SweepService(
    IEnumerable<ISweep> sweeps,
    SweepLease lease,
    SweepStatus status,
    IOptionsMonitor<SweepOptions> options,
    TimeProvider time,
    ILogger<SweepService> logger) : BackgroundService, IWorkerService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.WhenAll(sweeps.Select(sweep => RepeatAsync(sweep, stoppingToken)));
        }
        finally
        {
            await lease.GiveBackAsync();
        }
    }

    private async Task RepeatAsync(ISweep sweep, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            var pause = sweep.Cadence(options.CurrentValue);
            try
            {
                if (options.CurrentValue.Enabled && await RunAsync(sweep, cancellationToken) is { } longer && longer > pause) pause = longer;
                await Task.Delay(pause, time, cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
        }
    }

    /// <summary>A longer pause than the cadence, when the platform asked for one.</summary>
    private async Task<TimeSpan?> RunAsync(ISweep sweep, CancellationToken cancellationToken)
    {
        var run = new SweepRun(lease.HoldAsync);
        try
        {
            if (!await lease.HoldAsync(cancellationToken))
            {
                status.StandBy(sweep.Name);
                return null;
            }

            status.Started(sweep.Name, run);
            await sweep.RunAsync(run, cancellationToken);
            foreach (var (account, reason) in run.Failures) SweepLog.AccountFailed(logger, sweep.Name, account, reason);
            if (run.Raised > 0) SweepLog.Raised(logger, sweep.Name, run.Raised, run.Found);
            status.Ended(sweep.Name, run, null);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (MercadoLibreException e)
        {
            SweepLog.Failed(logger, e, sweep.Name);
            status.Ended(sweep.Name, run, e.Error.ToString());
            return e.Error.RetryAfter;
        }
        catch (Exception e)
        {
            // The next run may do better; a sweep that stays away for ever would never be noticed.
            SweepLog.Failed(logger, e, sweep.Name);
            status.Ended(sweep.Name, run, e.Message);
        }

        return null;
    }
}
