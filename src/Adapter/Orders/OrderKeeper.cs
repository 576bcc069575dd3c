using MeliBot.Adapter.Hosting;
using MeliBot.Adapter.Inbound;
using MeliBot.Delivery.Signals;
using MeliBot.MercadoLibre;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MeliBot.Adapter.Orders;

/// <summary>Reads a sale, and its shipment, with its seller's own token, and keeps what it finds.</summary>
public sealed class OrderKeeper(
    IMercadoLibreClient client,
    OrderStore orders,
    IOptions<MercadoLibreAdapterOptions> options,
    TimeProvider time,
    ILogger<OrderKeeper> logger)
{
    /// <param name="signal">What made us look.</param>
    /// <param name="orderId">The sale.</param>
    /// <param name="shipment">Its shipment, when that has just been read.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<SignalOutcome> KeepAsync(Signal signal, long orderId, Shipment? shipment, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(signal);
        var account = client.For(signal.Account);
        Order order;
        try
        {
            order = await account.Orders.GetAsync(orderId, cancellationToken).ConfigureAwait(false);
            shipment ??= order.Shipping?.Id is { } id ? await ShipmentAsync(account, id, cancellationToken).ConfigureAwait(false) : null;
        }
        catch (MercadoLibreException failure)
        {
            return NotRead(signal, $"order {orderId}", failure.Error);
        }

        if (order.Seller?.Id is { } seller && seller != signal.Account)
            return Drop(signal, "the sale is another seller's");
        if (order.Id is null)
            return new SignalOutcome.Park($"Mercado Libre answered for order {orderId} without its id. Look at the sale there; \"payload order\" shows what came.");

        await orders.ChangeAsync(signal.Account, orderId, known => OrderMerge.Merge(known, order with { Id = orderId }, shipment, signal.Account, time.GetUtcNow()), cancellationToken).ConfigureAwait(false);
        return new SignalOutcome.Done(Ingest.Nothing);
    }

    /// <summary>What becomes of a signal whose resource couldn't be read.</summary>
    public SignalOutcome NotRead(Signal signal, string what, MercadoLibreError error)
    {
        ArgumentNullException.ThrowIfNull(signal);
        ArgumentNullException.ThrowIfNull(error);
        var now = time.GetUtcNow();
        if (error.Kind != ErrorKind.NotFound) return UnreadResource.Outcome(signal, error, PlatformReasons.Of(error), options.Value, now);

        // A read right after the notice may come too early.
        return now - signal.LastAt < options.Value.NotFoundPatience
            ? new SignalOutcome.Later(UnreadResource.Backoff(signal, TimeSpan.FromSeconds(30), now), $"Mercado Libre doesn't show {what} yet.")
            : Drop(signal, $"Mercado Libre doesn't find {what}");
    }

    internal SignalOutcome.Done Drop(Signal signal, string reason)
    {
        InboundLog.Dropped(logger, signal.Account, signal.Resource, reason);
        return new SignalOutcome.Done(Ingest.Nothing);
    }

    // A sale is worth keeping without its shipment; whatever may pass is tried again with the sale.
    private static async Task<Shipment?> ShipmentAsync(AccountClient account, long id, CancellationToken cancellationToken)
    {
        try
        {
            return await account.Shipments.GetAsync(id, cancellationToken).ConfigureAwait(false);
        }
        catch (MercadoLibreException failure) when (failure.Error.Kind is ErrorKind.NotFound or ErrorKind.Forbidden or ErrorKind.MissingPermission or ErrorKind.LegalBlock or ErrorKind.Unreadable)
        {
            return null;
        }
    }
}
