using MeliBot.Dialogs.Templates;

namespace MeliBot.Dialogs.Facts;

/// <summary>The variables under <c>order.</c> and <c>shipment.</c>.</summary>
internal static class SaleVariables
{
    /// <summary>Nobody waits any more for a parcel that is one of these.</summary>
    private static readonly string[] Ended = ["delivered", "not_delivered", "cancelled", "closed"];

    public static FactValue Order(string name, SaleFacts? sale, DateTimeOffset now) => sale is null ? default : name switch
    {
        "" => FactValue.Of(FactValue.Group, "order", now),
        "number" => FactValue.Of(sale.Number, "order", sale.Stage?.At ?? now),
        "stage" => Of(sale.Stage),
        "status" => Of(sale.Status),
        "tags" => Of(sale.Tags),
        "total" => sale.Total is { } total ? FactValue.Of(total.Value.Amount, total.Source, total.At) with { Text = total.Value.ToString() } : default,
        "fraud_risk" => Of(sale.FraudRisk),
        "count" => Count(sale.Orders),
        "items" => sale.Lines is { } lines ? FactValue.Of(lines.Value.Where(l => l.Title is not null).Select(RowOf).ToArray(), lines.Source, lines.At) : default,
        "bought" => Of(sale.BoughtAt),
        "cancel_code" => Of(sale.CancelCode),
        "payment" => sale.PaymentStatus is { } paid ? FactValue.Of(FactValue.Group, paid.Source, paid.At) : default,
        "payment.status" => Of(sale.PaymentStatus),
        "payment.detail" => Of(sale.PaymentDetail),
        _ => default,
    };

    public static FactValue Shipment(string name, ShipmentFacts? shipment, DateTimeOffset now, TimeZoneInfo zone) => shipment is null ? default : name switch
    {
        "" => FactValue.Of(FactValue.Group, "shipment", shipment.Status?.At ?? now),
        "status" => Of(shipment.Status),
        "substatus" => Of(shipment.Substatus),
        "mode" => Of(shipment.Mode),
        "logistic_type" => Of(shipment.LogisticType),
        "carrier" => Of(shipment.Carrier),
        "tracking" => Of(shipment.Tracking),
        "promised" => Of(shipment.PromisedFor),
        "late" => Late(shipment, now, zone),
        "parcels" => Count(shipment.Parcels),
        _ => default,
    };

    private static FactValue Late(ShipmentFacts shipment, DateTimeOffset now, TimeZoneInfo zone)
    {
        if (shipment is not { Status: { } status, PromisedFor: { } promised }) return default;
        var late = !Ended.Contains(status.Value, StringComparer.OrdinalIgnoreCase) && TimeZoneInfo.ConvertTime(now, zone).Date > TimeZoneInfo.ConvertTime(promised.Value, zone).Date;
        return FactValue.Of(late, promised.Source, promised.At) with { Text = late ? "true" : "false" };
    }

    private static FactRow RowOf(SoldLine line) => new(new Dictionary<string, object?>(StringComparer.Ordinal)
    {
        ["name"] = line.Title,
        ["quantity"] = (decimal)line.Quantity,
        ["variation"] = line.Variation,
    });

    private static FactValue Of<T>(Fact<T>? fact) => fact is null ? default : FactValue.Of(fact.Value, fact.Source, fact.At);

    private static FactValue Count(Fact<int>? fact) => fact is null ? default : FactValue.Of((decimal)fact.Value, fact.Source, fact.At);
}
