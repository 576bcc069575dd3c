using Microsoft.Extensions.Hosting;

namespace MeliBot.Adapter.Standing;

/// <summary>Makes the gauges: nobody else asks for them, and each host has a share of the budget to tell.</summary>
internal sealed class StandingStart(StandingMeters meters) : IHostedService
{
    public StandingMeters Meters => meters;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
