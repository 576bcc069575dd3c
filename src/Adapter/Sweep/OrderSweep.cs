using System.Globalization;
using MeliBot.Adapter.Orders;
using MeliBot.Adapter.Webhooks;
using MeliBot.Delivery.Records;
using MeliBot.Delivery.Signals;
using MeliBot.MercadoLibre;
using Microsoft.Extensions.Options;

namespace MeliBot.Adapter.Sweep;

/// <summary>
/// Raises every sale that changed without our knowing, by windows on the platform's date of change. An account that has never been swept gets its recent sales, up to a limit: that is the
/// back-fill after linking.
/// </summary>
public sealed class OrderSweep(
    IAccountDirectory accounts,
    IMercadoLibreClient client,
    OrderStore orders,
    IRecordStore records,
    ISignalQueue queue,
    IOptionsMonitor<SweepOptions> options,
    TimeProvider time) : ISweep
{
    /// <summary>Who says so, in the signal.</summary>
    public const string Source = "sweep";

    private const string RecordKind = "sweep";

    /// <summary>Public code stops there.</summary>
    private const int LastOffset = 10_000;

    // The platform counts only hours, its own clock isn't ours, and a search may lag behind the change.
    private static readonly TimeSpan Overlap = TimeSpan.FromHours(2);

    /// <summary>A search as a seller leaves these out unless they are named.</summary>
    private static readonly string?[] Passes = [null, OrderStatus.Cancelled.Value];

    public string Name => "orders";

    public TimeSpan Cadence(SweepOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.OrdersEvery;
    }

    public async Task RunAsync(SweepRun run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        var linked = await accounts.ListAsync(cancellationToken);
        await run.EachAsync(linked, options.CurrentValue.Concurrency, (account, token) => SweepAsync(account, run, token), cancellationToken);
    }

    /// <summary>True when all of the window was seen.</summary>
    private async Task<bool> SweepAsync(long account, SweepRun run, CancellationToken cancellationToken)
    {
        var settings = options.CurrentValue;
        var started = time.GetUtcNow();
        var key = string.Create(CultureInfo.InvariantCulture, $"orders:{account}");
        var record = await records.ReadAsync(RecordKind, key, cancellationToken);
        var swept = DateTimeOffset.TryParse(record.Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var until) ? until : (DateTimeOffset?)null;
        var from = swept - Overlap ?? started - settings.Backfill;
        var left = swept is null ? settings.BackfillOrders : int.MaxValue;
        foreach (var status in Passes)
        {
            for (var offset = 0; offset < LastOffset && left > 0;)
            {
                if (!await run.MayGoOnAsync(cancellationToken)) return false;
                var page = await client.For(account, CallKind.Sweep).Orders.SearchAsync(OrderSearch.UpdatedBetween(account, from, started, status, offset, settings.PageSize), cancellationToken);
                foreach (var order in page.Results.Take(left))
                {
                    run.CountFound();
                    left--;
                    if (order.Id is { } id && await IsNewAsync(account, id, order, cancellationToken)) await RaiseAsync(account, id, run, cancellationToken);
                }

                offset += page.Results.Count;
                if (page.Results.Count == 0 || offset >= (page.Paging?.Total ?? 0)) break;
            }
        }

        await records.WriteAsync(RecordKind, key, started.ToString("O", CultureInfo.InvariantCulture), null, cancellationToken);
        return true;
    }

    private async Task<bool> IsNewAsync(long account, long id, Order found, CancellationToken cancellationToken)
    {
        if (await orders.FindAsync(account, id, cancellationToken) is not { } known) return true;
        var changed = found.LastUpdated ?? found.DateLastUpdated;
        return changed > known.UpdatedAt || !string.Equals(found.Status.Value, known.Status, StringComparison.OrdinalIgnoreCase);
    }

    private async Task RaiseAsync(long account, long order, SweepRun run, CancellationToken cancellationToken)
    {
        var resource = string.Create(CultureInfo.InvariantCulture, $"/orders/{order}");
        await queue.SendAsync(new(account, HandledTopics.Normalise(Topic.Orders), resource, time.GetUtcNow(), Source), cancellationToken);
        run.CountRaised();
    }
}
