using System.Globalization;
using MeliBot.Adapter.Messages;
using MeliBot.Adapter.Orders;
using MeliBot.Delivery.Signals;
using MeliBot.MercadoLibre;

namespace MeliBot.Adapter.Claims;

/// <summary>The sale that a claim is about, by what the claim names: an order, a shipment, a payment or a purchase. The sale is read when it isn't kept yet.</summary>
public sealed class SaleOfClaim(IMercadoLibreClient client, OrderStore orders, OrderKeeper keeper, SaleOfThread threads, TimeProvider time)
{
    /// <returns>Null when the claim names none that the platform shows.</returns>
    public async Task<ClaimSale?> FindAsync(long account, Claim claim, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(claim);
        if (claim.ResourceId is not > 0) return null;
        try
        {
            return await OfAsync(account, claim.Resource, claim.ResourceId.Value, cancellationToken).ConfigureAwait(false);
        }
        catch (MercadoLibreException failure) when (failure.Error.Kind is ErrorKind.NotFound or ErrorKind.Forbidden or ErrorKind.MissingPermission or ErrorKind.LegalBlock or ErrorKind.Unreadable or ErrorKind.Invalid)
        {
            return null;
        }
    }

    private async Task<ClaimSale?> OfAsync(long account, ClaimResource resource, long id, CancellationToken cancellationToken)
    {
        var calls = client.For(account);
        if (resource == ClaimResource.Order) return await OfOrderAsync(account, id, cancellationToken).ConfigureAwait(false);
        if (resource == ClaimResource.Payment)
            return (await calls.Payments.GetAsync(id, cancellationToken).ConfigureAwait(false)).OrderId is > 0 and var paid ? await OfOrderAsync(account, paid, cancellationToken).ConfigureAwait(false) : null;
        if (resource == ClaimResource.Shipment)
        {
            // A pack's shipment carries several orders: which of them the claim means, nothing says.
            List<long> sent = [.. (await calls.Shipments.ItemsAsync(id, cancellationToken).ConfigureAwait(false)).Select(item => item.OrderId).OfType<long>().Distinct()];
            if (sent.Count == 0 || await OfOrderAsync(account, sent[0], cancellationToken).ConfigureAwait(false) is not { } sale) return null;
            return sent.Count == 1 ? sale : sale with { Order = null };
        }

        if (resource == ClaimResource.Purchase)
        {
            var bought = await threads.FindAsync(account, id, cancellationToken).ConfigureAwait(false);
            return bought.Count == 0 ? null : new ClaimSale(bought.Count == 1 ? bought[0].Id : null, bought[0].Conversation);
        }

        return null;
    }

    private async Task<ClaimSale?> OfOrderAsync(long account, long order, CancellationToken cancellationToken)
    {
        if (await orders.FindAsync(account, order, cancellationToken).ConfigureAwait(false) is not { } sale)
        {
            var now = time.GetUtcNow();
            var hint = new Signal(account, Topic.Orders.Value!, string.Create(CultureInfo.InvariantCulture, $"/orders/{order}"), 1, 0, now, now, "claim");
            await keeper.KeepAsync(hint, order, null, cancellationToken).ConfigureAwait(false);
            sale = await orders.FindAsync(account, order, cancellationToken).ConfigureAwait(false);
        }

        return sale is null ? null : new ClaimSale(order, sale.Conversation);
    }
}
