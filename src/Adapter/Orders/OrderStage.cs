using MeliBot.MercadoLibre;

namespace MeliBot.Adapter.Orders;

/// <summary>Where a sale stands in the pipeline, whatever word the platform uses for it.</summary>
public enum OrderStage
{
    /// <summary>A status that this version doesn't know, or none: shown as it is, never guessed.</summary>
    Unknown,

    PaymentRequired,
    PaymentInProcess,
    Paid,
    Cancelled,
    Invalid,
}

public static class OrderStages
{
    /// <summary>In the order in which a sale goes through them.</summary>
    public static IReadOnlyList<OrderStage> All { get; } =
        [OrderStage.PaymentRequired, OrderStage.PaymentInProcess, OrderStage.Paid, OrderStage.Cancelled, OrderStage.Invalid, OrderStage.Unknown];

    public static OrderStage Of(Order order)
    {
        ArgumentNullException.ThrowIfNull(order);
        return Of(order.Status, order.Tags);
    }

    /// <param name="status">The platform's own.</param>
    /// <param name="tags">A sale that was paid outside the platform's payments stays <c>confirmed</c> and gets the tag.</param>
    public static OrderStage Of(OrderStatus status, IReadOnlyList<string> tags)
    {
        ArgumentNullException.ThrowIfNull(tags);
        if (status == OrderStatus.Confirmed)
            return tags.Contains(OrderTags.Paid, StringComparer.OrdinalIgnoreCase) ? OrderStage.Paid : OrderStage.PaymentRequired;
        if (status == OrderStatus.PaymentRequired) return OrderStage.PaymentRequired;
        if (status == OrderStatus.PaymentInProcess || status == OrderStatus.PartiallyPaid) return OrderStage.PaymentInProcess;
        if (status == OrderStatus.Paid || status == OrderStatus.PartiallyRefunded) return OrderStage.Paid;
        if (status == OrderStatus.Cancelled || status == OrderStatus.PendingCancel) return OrderStage.Cancelled;
        return status == OrderStatus.Invalid ? OrderStage.Invalid : OrderStage.Unknown;
    }

    /// <summary>The stage of a pack: the most alive of its orders', because one paid order keeps the whole conversation open.</summary>
    public static OrderStage OfPack(IEnumerable<OrderStage> orders)
    {
        ArgumentNullException.ThrowIfNull(orders);
        var found = orders.ToHashSet();
        OrderStage[] first = [OrderStage.Paid, OrderStage.PaymentInProcess, OrderStage.PaymentRequired, OrderStage.Unknown, OrderStage.Cancelled, OrderStage.Invalid];
        return first.FirstOrDefault(found.Contains, OrderStage.Unknown);
    }
}
