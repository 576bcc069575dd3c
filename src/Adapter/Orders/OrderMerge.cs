using MeliBot.MercadoLibre;

namespace MeliBot.Adapter.Orders;

/// <summary>What a reading adds to what is known. A part that the platform couldn't read (206) or that is null keeps what it was.</summary>
public static class OrderMerge
{
    /// <param name="known">Null the first time.</param>
    /// <param name="order">Must name its id.</param>
    /// <param name="shipment">The shipment as it was read beside it; null when there is none, or it couldn't be read.</param>
    public static StoredOrder Merge(StoredOrder? known, Order order, Shipment? shipment, long account, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(order);
        var id = order.Id ?? throw new ArgumentException("The order has no id.", nameof(order));
        known ??= new StoredOrder { Account = account, Id = id, SeenAt = now };
        var updated = order.LastUpdated ?? order.DateLastUpdated;
        // Notices come in any order, and so do the readings that they cause.
        var stale = known.UpdatedAt is { } before && updated < before;
        var merged = stale ? known : WithOrder(known, order, updated, now);
        return merged with { Shipment = WithShipment(merged.Shipment, order, shipment), SeenAt = now };
    }

    private static StoredOrder WithOrder(StoredOrder known, Order order, DateTimeOffset? updated, DateTimeOffset now)
    {
        var said = order.Status.Value is { Length: > 0 };
        var stage = said ? OrderStages.Of(order) : known.Stage;
        var status = said ? order.Status.Value : known.Status;
        var first = known.Moves.Count == 0;
        var moved = first || stage != known.Stage || !string.Equals(status, known.Status, StringComparison.OrdinalIgnoreCase);
        var payment = order.Payments.Count > 0 ? order.Payments[^1] : null;
        return known with
        {
            Pack = order.PackId ?? known.Pack,
            Stage = stage,
            Status = status,
            Tags = order.Tags.Count > 0 ? [.. order.Tags] : known.Tags,
            // Once suspected, a sale is only cleared by a reading that has tags and not this one.
            FraudRisk = order.IsFraudRisk || (known.FraudRisk && order.Tags.Count == 0),
            Buyer = order.Buyer?.Id ?? known.Buyer,
            Contact = known.Contact ?? Contact(order.Buyer),
            Site = order.Context?.Site ?? known.Site ?? (order.OrderItems is [{ Item.Id: { } item }, ..] ? Inbound.Sites.OfItem(item) : null),
            Lines = order.OrderItems.Count > 0 ? [.. order.OrderItems.Select(Line)] : known.Lines,
            Total = order.TotalAmount ?? known.Total,
            Currency = order.CurrencyId ?? known.Currency,
            Payment = payment is null ? known.Payment : new(payment.Id, payment.Status.Value, payment.StatusDetail, payment.DateLastModified ?? payment.LastModified),
            CancelCode = order.CancelDetail?.Code ?? known.CancelCode,
            CreatedAt = order.DateCreated?.ToUniversalTime() ?? known.CreatedAt,
            UpdatedAt = updated?.ToUniversalTime() ?? known.UpdatedAt,
            Moves = moved ? [.. known.Moves, new(updated?.ToUniversalTime() ?? now, first ? null : known.Stage, stage, status)] : known.Moves,
        };
    }

    private static StoredShipment? WithShipment(StoredShipment? known, Order order, Shipment? shipment)
    {
        if ((shipment?.Id ?? order.Shipping?.Id) is not { } id) return known;
        if (known is null || known.Id != id) known = new(id);
        if (shipment is null || (known.UpdatedAt is { } before && shipment.LastUpdated < before)) return known;
        return new(
            id,
            shipment.Status.Value ?? known.Status,
            // A status without a substatus has none; the old one belongs to the status before.
            shipment.Substatus.Value,
            shipment.ModeOfShipping.Value ?? known.Mode,
            shipment.TypeOfLogistic.Value ?? known.Logistic,
            shipment.TrackingNumber ?? known.Tracking,
            shipment.TrackingMethod ?? known.Carrier,
            shipment.PromisedFor?.ToUniversalTime() ?? known.PromisedFor,
            shipment.LastUpdated?.ToUniversalTime() ?? known.UpdatedAt);
    }

    private static StoredLine Line(OrderItem line) => new(
        line.Item?.Id,
        line.Item?.Title,
        line.Item is { VariationAttributes.Count: > 0 } item ? string.Join(", ", item.VariationAttributes.Select(attribute => attribute.ValueName).Where(value => !string.IsNullOrEmpty(value))) : null,
        line.Quantity ?? 1,
        line.UnitPrice);

    private static string? Contact(OrderParty? buyer)
    {
        var name = string.Join(' ', ((string?[])[buyer?.FirstName, buyer?.LastName]).Where(part => !string.IsNullOrWhiteSpace(part)));
        return name.Length > 0 ? name : string.IsNullOrWhiteSpace(buyer?.Nickname) ? null : buyer.Nickname;
    }
}
