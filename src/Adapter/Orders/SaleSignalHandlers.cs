using MeliBot.Adapter.Accounts;
using MeliBot.Adapter.Inbound;
using MeliBot.Delivery.Signals;
using MeliBot.MercadoLibre;

namespace MeliBot.Adapter.Orders;

/// <summary>Looks at a resource that belongs to a sale. A sale changes in three places, and each is notified by itself.</summary>
public abstract class SaleSignalHandler(Topic topic, AccountStore accounts, OrderKeeper keeper) : ITopicHandler
{
    public string Topic => topic.Value!;

    protected OrderKeeper Keeper => keeper;

    public async Task<SignalOutcome> HandleAsync(Signal signal, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(signal);
        if (!ResourcePath.TryParse(topic, signal.Resource, out var path, out var why) || path.NumericId is not { } id)
            return new SignalOutcome.Park($"The resource can't be read: {why ?? "it names no number."} Nothing was asked of Mercado Libre.");
        return await accounts.FindAsync(signal.Account, cancellationToken).ConfigureAwait(false) is null
            ? keeper.Drop(signal, "the account isn't linked (any more)")
            : await LookAsync(signal, id, cancellationToken).ConfigureAwait(false);
    }

    protected abstract Task<SignalOutcome> LookAsync(Signal signal, long id, CancellationToken cancellationToken);
}

public sealed class OrderSignalHandler(AccountStore accounts, OrderKeeper keeper) : SaleSignalHandler(MercadoLibre.Topic.Orders, accounts, keeper)
{
    protected override Task<SignalOutcome> LookAsync(Signal signal, long id, CancellationToken cancellationToken) => Keeper.KeepAsync(signal, id, null, cancellationToken);
}

/// <summary>A payment says which sale to look at.</summary>
public sealed class PaymentSignalHandler(IMercadoLibreClient client, AccountStore accounts, OrderKeeper keeper) : SaleSignalHandler(MercadoLibre.Topic.Payments, accounts, keeper)
{
    protected override async Task<SignalOutcome> LookAsync(Signal signal, long id, CancellationToken cancellationToken)
    {
        Payment payment;
        try
        {
            payment = await client.For(signal.Account).Payments.GetAsync(id, cancellationToken).ConfigureAwait(false);
        }
        catch (MercadoLibreException failure)
        {
            return Keeper.NotRead(signal, $"payment {id}", failure.Error);
        }

        return payment.OrderId is > 0 and var order
            ? await Keeper.KeepAsync(signal, order, null, cancellationToken).ConfigureAwait(false)
            : Keeper.Drop(signal, "the payment names no sale");
    }
}

/// <summary>A shipment carries the orders of one pack: each of them is looked at.</summary>
public sealed class ShipmentSignalHandler(IMercadoLibreClient client, AccountStore accounts, OrderKeeper keeper) : SaleSignalHandler(MercadoLibre.Topic.Shipments, accounts, keeper)
{
    protected override async Task<SignalOutcome> LookAsync(Signal signal, long id, CancellationToken cancellationToken)
    {
        var shipments = client.For(signal.Account).Shipments;
        Shipment shipment;
        IReadOnlyList<long> orders;
        try
        {
            shipment = await shipments.GetAsync(id, cancellationToken).ConfigureAwait(false);
            // The new body names no order.
            orders = [.. (await shipments.ItemsAsync(id, cancellationToken).ConfigureAwait(false)).Select(item => item.OrderId).Append(shipment.OrderId).OfType<long>().Distinct()];
        }
        catch (MercadoLibreException failure)
        {
            return Keeper.NotRead(signal, $"shipment {id}", failure.Error);
        }

        if (orders.Count == 0) return Keeper.Drop(signal, "the shipment names no sale");
        foreach (var order in orders)
        {
            // What may pass is tried again with the whole shipment: what was kept before is only seen once more.
            if (await Keeper.KeepAsync(signal, order, shipment with { Id = id }, cancellationToken).ConfigureAwait(false) is { } outcome and not SignalOutcome.Done)
                return outcome;
        }

        return new SignalOutcome.Done(Ingest.Nothing);
    }
}
