using MeliBot.Delivery.Leases;
using MeliBot.Delivery.Parking;
using MeliBot.Delivery.Reading;
using MeliBot.Delivery.Work;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace MeliBot.Delivery.Diagnostics;

/// <summary>Counts open work now and then, because a gauge's callback must not wait for a store; and seldom all that was ever accepted.</summary>
internal sealed class OpenWorkMeter(IDeliveryReader reader, IParkingStore parking, ILeaseStore leases, DeliveryMeters meters, IOptions<DeliveryOptions> options, TimeProvider time) : BackgroundService, IWorkerService
{
    private const string BalanceLease = "balance";

    /// <summary>Of so many the reasons are told; a person looks long before.</summary>
    private const int MostParked = 500;

    private static readonly TimeSpan Period = TimeSpan.FromSeconds(10);

    private readonly string _holder = $"{Environment.MachineName}/{Environment.ProcessId}";
    private long _parked;
    private DateTimeOffset _balanced;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        _balanced = time.GetUtcNow();
        using var timer = new PeriodicTimer(Period, time);
        do
        {
            try
            {
                await CountAsync(stoppingToken);
                if (options.Value.BalanceEvery is { Ticks: > 0 } every && time.GetUtcNow() - _balanced >= every)
                    await BalanceAsync(every, stoppingToken);
            }
            catch (DeliveryUnavailableException)
            {
                // The pumps tell of it; the gauges keep their last values.
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task CountAsync(CancellationToken cancellationToken)
    {
        var counts = await reader.CountsAsync(cancellationToken);
        meters.Counted(counts);
        var parked = counts.ParkedSignals + counts.ParkedTurns + counts.ParkedEffects;
        if (parked != _parked)
            meters.Counted(parked == 0 ? [] : Grouped(await parking.ListAsync(null, MostParked, cancellationToken)));
        _parked = parked;
    }

    private static List<ParkedCount> Grouped(IReadOnlyList<Parked> parked) =>
        [.. parked.GroupBy(item => (item.Kind, Reason: item.Reason.Code ?? "other")).Select(group => new ParkedCount(group.Key.Kind.ToString().ToLowerInvariant(), group.Key.Reason, group.Count()))];

    // The right isn't given back: whoever counts next does so when it has ended.
    private async Task BalanceAsync(TimeSpan every, CancellationToken cancellationToken)
    {
        var now = _balanced = time.GetUtcNow();
        if (await leases.TryAcquireAsync(BalanceLease, _holder, now, every * 0.9, cancellationToken) is null)
            return;
        meters.Counted(await reader.BalanceAsync(cancellationToken), now + (every * 2));
    }
}
