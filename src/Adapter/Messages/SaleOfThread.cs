using System.Globalization;
using MeliBot.Adapter.Orders;
using MeliBot.Delivery.Signals;
using MeliBot.MercadoLibre;

namespace MeliBot.Adapter.Messages;

/// <summary>The orders that a thread is about: as they are kept, or read now when a message comes before any notice of them.</summary>
public sealed class SaleOfThread(IMercadoLibreClient client, OrderStore orders, OrderKeeper keeper, TimeProvider time)
{
    /// <param name="account">The seller.</param>
    /// <param name="pack">The pack, or the order of a sale without one.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Empty when the platform shows none: what the buyer wrote counts without it.</returns>
    public async Task<IReadOnlyList<StoredOrder>> FindAsync(long account, long pack, CancellationToken cancellationToken)
    {
        var known = await orders.OfConversationAsync(account, pack, cancellationToken).ConfigureAwait(false);
        if (known.Count > 0) return known;
        var now = time.GetUtcNow();
        foreach (var order in await MembersAsync(account, pack, cancellationToken).ConfigureAwait(false))
        {
            var hint = new Signal(account, Topic.Orders.Value!, string.Create(CultureInfo.InvariantCulture, $"/orders/{order}"), 1, 0, now, now, "thread");
            await keeper.KeepAsync(hint, order, null, cancellationToken).ConfigureAwait(false);
        }

        return await orders.OfConversationAsync(account, pack, cancellationToken).ConfigureAwait(false);
    }

    private async Task<IReadOnlyList<long>> MembersAsync(long account, long pack, CancellationToken cancellationToken)
    {
        try
        {
            var cart = await client.For(account).Packs.GetAsync(pack, cancellationToken).ConfigureAwait(false);
            return cart.Orders.Count > 0 ? [.. cart.Orders.Select(order => order.Id).OfType<long>()] : [pack];
        }
        catch (MercadoLibreException failure) when (failure.Error.Kind is ErrorKind.NotFound or ErrorKind.Forbidden or ErrorKind.MissingPermission)
        {
            // A sale without a pack: its order's number stands where a pack's would.
            return [pack];
        }
    }
}
