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
        Order order;
        try
        {
            (order, shipment) = await ReadAsync(signal.Account, orderId, shipment, cancellationToken).ConfigureAwait(false);
        }
        catch (MercadoLibreException failure)
        {
            return NotRead(signal, $"order {orderId}", failure.Error);
        }

        if (order.Seller?.Id is { } seller && seller != signal.Account)
            return Drop(signal, "the sale is another seller's");
        if (order.Id is null)
            return new SignalOutcome.Park($"Mercado Libre answered for order {orderId} without its id. Look at the sale there; \"payload order\" shows what came.");

        await MergeAsync(signal.Account, orderId, order, shipment, cancellationToken).ConfigureAwait(false);
        return new SignalOutcome.Done(Ingest.Nothing);
    }

    /// <summary>Reads a sale now because a person asks for it.</summary>
    /// <returns>The sale as it is kept then; null when what came is no sale of this account.</returns>
    /// <exception cref="MercadoLibreException">It can't be read; what is kept stays.</exception>
    public async Task<StoredOrder?> RefreshAsync(long account, long orderId, CancellationToken cancellationToken)
    {
        var (order, shipment) = await ReadAsync(account, orderId, null, cancellationToken).ConfigureAwait(false);
        return order.Id is null || (order.Seller?.Id is { } seller && seller != account) ? null : await MergeAsync(account, orderId, order, shipment, cancellationToken).ConfigureAwait(false);
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

    private async Task<(Order Order, Shipment? Shipment)> ReadAsync(long account, long orderId, Shipment? shipment, CancellationToken cancellationToken)
    {
        var calls = client.For(account);
        var order = await calls.Orders.GetAsync(orderId, cancellationToken).ConfigureAwait(false);
        return (order, shipment ?? (order.Shipping?.Id is { } id ? await ShipmentAsync(calls, id, cancellationToken).ConfigureAwait(false) : null));
    }

    private Task<StoredOrder> MergeAsync(long account, long orderId, Order order, Shipment? shipment, CancellationToken cancellationToken) =>
        orders.ChangeAsync(account, orderId, known => OrderMerge.Merge(known, order with { Id = orderId }, shipment, account, time.GetUtcNow()), cancellationToken);

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
