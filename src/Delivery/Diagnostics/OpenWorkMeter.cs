using MeliBot.Delivery.Reading;
using MeliBot.Delivery.Work;
using Microsoft.Extensions.Hosting;

namespace MeliBot.Delivery.Diagnostics;

/// <summary>Counts open work now and then, because a gauge's callback must not wait for a store.</summary>
internal sealed class OpenWorkMeter(IDeliveryReader reader, DeliveryMeters meters, TimeProvider time) : BackgroundService, IWorkerService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, time);
        do
        {
            try
            {
                meters.Counted(await reader.CountsAsync(stoppingToken));
            }
            catch (DeliveryUnavailableException)
            {
                // The pumps tell of it; the gauge keeps its last value.
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
