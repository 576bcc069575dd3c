using System.Globalization;
using MeliBot.Delivery;
using MeliBot.Delivery.Records;
using Microsoft.Extensions.Hosting;

namespace MeliBot.Adapter.Webhooks;

/// <summary>
/// When a topic was last heard of is known to the host that took the notification in; the one that sweeps, the one that shows pages, and the next after a restart want to know it too: every host
/// tells what it heard in a record, and learns what others did.
/// </summary>
internal sealed class HeardTopics(NotificationMeters meters, IRecordStore records, TimeProvider time) : BackgroundService
{
    private const string Kind = "heard-topic";

    private static readonly TimeSpan Period = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, time);
        do
        {
            try
            {
                await ExchangeAsync(stoppingToken);
            }
            catch (DeliveryUnavailableException)
            {
                // The next time does.
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    internal async Task ExchangeAsync(CancellationToken cancellationToken)
    {
        var heard = meters.LastByTopic;
        var told = new Dictionary<string, DateTimeOffset>(StringComparer.OrdinalIgnoreCase);
        foreach (var record in await records.ListAsync(Kind, cancellationToken))
        {
            if (!DateTimeOffset.TryParse(record.Value, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at)) continue;
            told[record.Key] = at;
            meters.Learn(record.Key, at);
        }

        foreach (var (topic, at) in heard.Where(topic => topic.Value > told.GetValueOrDefault(topic.Key)))
            await records.WriteAsync(Kind, topic, at.ToString("O", CultureInfo.InvariantCulture), null, cancellationToken);
    }
}
