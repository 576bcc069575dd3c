using MeliBot.Adapter.Accounts;
using MeliBot.Delivery;
using MeliBot.Delivery.Sending;
using MeliBot.Delivery.Work;
using Microsoft.Extensions.Hosting;

namespace MeliBot.Adapter.Standing;

/// <summary>Looks at the accounts and at the switch of sends now and then, because a gauge's callback must not wait for a store.</summary>
internal sealed class AccountWatch(AccountStore accounts, SendSwitch sends, StandingMeters meters, TimeProvider time) : BackgroundService, IWorkerService
{
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, time);
        do
        {
            try
            {
                var states = (await accounts.ListAsync(stoppingToken)).CountBy(account => account.State).ToDictionary();
                meters.Counted(states, (await sends.ReadAsync(stoppingToken)).IsStopped);
            }
            catch (DeliveryUnavailableException)
            {
                // The gauge keeps its last value.
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
