using MeliBot.Delivery.Diagnostics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MeliBot.Delivery.Stores.Postgres;

/// <summary>Opens the store before anything of the host starts, shows the others that this host lives, and leaves them its work when everything of it has stopped.</summary>
internal sealed class PostgresPulse(PostgresDatabase database, PostgresHosts hosts, TimeProvider time, ILogger<PostgresPulse> logger) : IHostedLifecycleService, IDisposable
{
    // So that a beat or two may be lost.
    private const int BeatsInALife = 4;

    private readonly CancellationTokenSource _stopping = new();
    private Task _beating = Task.CompletedTask;

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await hosts.BeatAsync(cancellationToken);
        _beating = BeatAsync();
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StoppedAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await _beating;
        try
        {
            await hosts.LeaveAsync(cancellationToken);
        }
        catch (DeliveryUnavailableException e)
        {
            // The others find out in a moment anyway.
            Log.PulseLost(logger, e.Message);
        }
    }

    public void Dispose() => _stopping.Dispose();

    private async Task BeatAsync()
    {
        using var timer = new PeriodicTimer(database.Options.HostLife / BeatsInALife, time);
        try
        {
            while (await timer.WaitForNextTickAsync(_stopping.Token))
            {
                try
                {
                    await hosts.BeatAsync(_stopping.Token);
                    await database.TidyAsync(_stopping.Token);
                }
                catch (DeliveryUnavailableException e)
                {
                    Log.PulseLost(logger, e.Message);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The host has stopped.
        }
    }
}
