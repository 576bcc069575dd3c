using MeliBot.Adapter.Orders;
using MeliBot.Dialogs.Facts;

namespace MeliBot.Bot.Facts;

/// <summary>Stored orders as facts. In a pack only what all orders say is known: which of them a buyer means, no text tells.</summary>
internal static class SaleFactMap
{
    private const string Order = "order";
    private const string Shipment = "shipment";

    /// <param name="orders">Of one sale; empty gives null.</param>
    public static SaleFacts? Of(IReadOnlyList<StoredOrder> orders)
    {
        if (orders.Count == 0) return null;
        var at = orders.Min(order => order.SeenAt);
        return new SaleFacts
        {
            Number = orders[0].Conversation.ToString(System.Globalization.CultureInfo.InvariantCulture),
            Stage = Agreed(orders.Select(order => NameOf(order.Stage)), Order, at),
            Status = Agreed(orders.Select(order => order.Status), Order, at),
            Tags = new Fact<IReadOnlyList<string>>([.. orders.SelectMany(order => order.Tags).Distinct(StringComparer.OrdinalIgnoreCase)], Order, at),
            Total = TotalOf(orders, at),
            FraudRisk = new Fact<bool>(orders.Any(order => order.FraudRisk), Order, at),
            Orders = new Fact<int>(orders.Count, Order, at),
            Lines = orders.All(order => order.Lines.Count > 0)
                ? new Fact<IReadOnlyList<SoldLine>>([.. orders.SelectMany(order => order.Lines).Select(line => new SoldLine(line.Item, line.Title, line.Variation is { Length: > 0 } chosen ? chosen : null, line.Quantity))], Order, at)
                : null,
            PaymentStatus = Agreed(orders.Select(order => order.Payment?.Status), "payment", at),
            PaymentDetail = Agreed(orders.Select(order => order.Payment?.Detail), "payment", at),
            CancelCode = Agreed(orders.Select(order => order.CancelCode), Order, at),
            BoughtAt = orders.All(order => order.CreatedAt is not null) ? new Fact<DateTimeOffset>(orders.Min(order => order.CreatedAt!.Value), Order, at) : null,
            Shipment = ShipmentOf(orders, at),
        };
    }

    /// <summary>Null for a status that isn't known: then its stage isn't either.</summary>
    public static string? NameOf(OrderStage stage) => stage switch
    {
        OrderStage.PaymentRequired => "payment_required",
        OrderStage.PaymentInProcess => "payment_in_process",
        OrderStage.Paid => "paid",
        OrderStage.Cancelled => "cancelled",
        OrderStage.Invalid => "invalid",
        _ => null,
    };

    private static Fact<Money>? TotalOf(IReadOnlyList<StoredOrder> orders, DateTimeOffset at) =>
        orders.All(order => order is { Total: not null, Currency.Length: > 0 }) && orders.Select(order => order.Currency).Distinct(StringComparer.Ordinal).Count() == 1
            ? new Fact<Money>(new Money(orders.Sum(order => order.Total!.Value), orders[0].Currency!), Order, at)
            : null;

    private static ShipmentFacts? ShipmentOf(IReadOnlyList<StoredOrder> orders, DateTimeOffset at)
    {
        if (orders.Any(order => order.Shipment is null)) return null;
        var parcels = orders.Select(order => order.Shipment!).DistinctBy(shipment => shipment.Id).ToArray();
        var promised = parcels.Select(parcel => parcel.PromisedFor).Distinct().ToArray();
        return new ShipmentFacts
        {
            Status = Agreed(parcels.Select(parcel => parcel.Status), Shipment, at),
            Substatus = Agreed(parcels.Select(parcel => parcel.Substatus), Shipment, at),
            Mode = Agreed(parcels.Select(parcel => parcel.Mode), Shipment, at),
            LogisticType = Agreed(parcels.Select(parcel => parcel.Logistic), Shipment, at),
            Carrier = Agreed(parcels.Select(parcel => parcel.Carrier), Shipment, at),
            Tracking = Agreed(parcels.Select(parcel => parcel.Tracking), Shipment, at),
            PromisedFor = promised is [{ } day] ? new Fact<DateTimeOffset>(day, Shipment, at) : null,
            Parcels = new Fact<int>(parcels.Length, Shipment, at),
        };
    }

    private static Fact<string>? Agreed(IEnumerable<string?> said, string source, DateTimeOffset at) =>
        said.Distinct(StringComparer.OrdinalIgnoreCase).ToArray() is [{ Length: > 0 } value] ? new Fact<string>(value, source, at) : null;
}
