using MeliBot.Delivery.Diagnostics;
using MeliBot.Delivery.Work;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace MeliBot.Delivery.Stores.Postgres;

/// <summary>Listens to what other hosts committed, and wakes the pumps and whoever follows the changes here. While its connection is cut it wakes them again and again, so that they look for themselves.</summary>
internal sealed class PostgresBell(PostgresDatabase database, IWorkAlarm alarm, TimeProvider time, ILogger<PostgresBell> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (e is DeliveryUnavailableException || e.IsUnavailable())
            {
                Log.BellLost(logger, e.Message, database.Options.Poll);
            }

            Bells.All.Ring(alarm, database.Changes);
            if (!await PauseAsync(stoppingToken))
                return;
        }
    }

    private async Task ListenAsync(CancellationToken stoppingToken)
    {
        var place = await database.OpenAsync(stoppingToken);
        await using var connection = PostgresSource.Direct(database.Options);
        await connection.OpenAsync(stoppingToken);
        connection.Notification += (_, told) => Hear(place, told);
        await using (var listen = new NpgsqlCommand($"LISTEN \"{place.Channel.Replace("\"", "\"\"", StringComparison.Ordinal)}\"", connection))
            await listen.ExecuteNonQueryAsync(stoppingToken);

        // Whatever was told while nobody listened.
        Bells.All.Ring(alarm, database.Changes);
        while (true)
            await connection.WaitAsync(stoppingToken);
    }

    private void Hear(StorePlace place, NpgsqlNotificationEventArgs told)
    {
        var space = told.Payload.IndexOf(' ', StringComparison.Ordinal);
        if (space < 0 || told.Payload.AsSpan(0, space).SequenceEqual(place.Host))
            return;
        Bells.Parse(told.Payload.AsSpan(space + 1)).Ring(alarm, database.Changes);
    }

    private async Task<bool> PauseAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.Delay(database.Options.Poll, time, stoppingToken);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
