using MeliBot.Dialogs.Facts;

namespace MeliBot.Dialogs.Playbooks.Files;

/// <summary>Files under <c>tests/orders</c>: a sale in short, as its facts are called.</summary>
internal static class OrderFile
{
    private const string Source = "order";

    private static readonly Scalar Number = new("a number", ScalarType.Whole) { Min = 1, Example = "2000018000000001" };
    private static readonly Scalar Currency = new("a currency") { Pattern = "^[A-Z]{3}$", Example = "ARS" };
    public static readonly Scalar When = new("a day, or a time with its offset") { Accepts = text => ReadTime(text) is not null, Example = "2026-11-28" };

    private static readonly Key Order = new("order", Number, "its number: the pack's, or the order's where it has no pack") { Default = "1" };
    private static readonly Key Site = new("site", new Scalar("a site") { Pattern = "^M[A-Z]{2}$", Example = "MLA" }, "where it was sold: its buyer's language and clock") { Default = "that of the message's locale" };
    private static readonly Key Stage = new("stage", Scalars.Choice("a stage", [.. SaleWords.Stages]), "where it stands in the pipeline");
    private static readonly Key Status = new("status", Scalars.Text, "the platform's own word");
    private static readonly Key Tags = new("tags", new ListOf(Scalars.Text, "a list of tags"), "as the platform has them") { Default = "none" };
    private static readonly Key Total = new("total", new Scalar("an amount", ScalarType.Number) { Min = 0, Example = "46500" }, "what was paid for its articles");
    private static readonly Key OfCurrency = new("currency", Currency, "of the total") { Default = "ARS" };
    private static readonly Key Fraud = new("fraud_risk", Scalars.Flag, "the platform suspects fraud") { Default = "false" };
    private static readonly Key Bought = new("bought", When, "when it was bought");
    private static readonly Key Cancelled = new("cancel_code", Scalars.Text, "why it was cancelled, in the platform's word");

    private static readonly Key LineItem = new("item", Scalars.Text, "the listing's id");
    private static readonly Key LineTitle = new("title", Scalars.Text, "the article's title") { Required = true };
    private static readonly Key LineQuantity = new("quantity", new Scalar("a quantity", ScalarType.Whole) { Min = 1, Example = "2" }, "how many") { Default = "1" };
    private static readonly Key LineVariation = new("variation", Scalars.Text, "its choices in words");
    private static readonly Key Items = new("items", new ListOf(new Keyed("order-item", "an article", [LineItem, LineTitle, LineQuantity, LineVariation]), "a list of articles"), "what was bought");

    private static readonly Key PaymentStatus = new("status", Scalars.Text, "approved, pending, rejected and others");
    private static readonly Key PaymentDetail = new("detail", Scalars.Text, "more exactly");
    private static readonly Key Payment = new("payment", new Keyed("order-payment", "a payment", [PaymentStatus, PaymentDetail]), "how it was paid");

    private static readonly Key ShipmentStatus = new("status", Scalars.Text, "ready_to_ship, shipped, delivered and others");
    private static readonly Key Substatus = new("substatus", Scalars.Text, "more exactly");
    private static readonly Key Mode = new("mode", Scalars.Text, "me2, me1, custom and others");
    private static readonly Key Logistic = new("logistic_type", Scalars.Text, "fulfillment, self_service, cross_docking and others");
    private static readonly Key Carrier = new("carrier", Scalars.Text, "carrier and service");
    private static readonly Key Tracking = new("tracking", Scalars.Text, "the number by which it is followed");
    private static readonly Key Promised = new("promised", When, "the day for which the buyer was promised it");
    private static readonly Key Shipment = new("shipment", new Keyed("order-shipment", "a shipment", [ShipmentStatus, Substatus, Mode, Logistic, Carrier, Tracking, Promised]), "how it is sent; left out where nothing is");

    public static readonly Keyed Shape = new("order", "an order", [Order, Site, Stage, Status, Tags, Total, OfCurrency, Fraud, Bought, Cancelled, Items, Payment, Shipment]);

    /// <param name="at">When it counts as read.</param>
    public static (SaleFacts Sale, string? Site) Read(MapNode map, DateTimeOffset at)
    {
        var sale = new SaleFacts
        {
            Number = map.Text(Order) ?? "1",
            Stage = Known(map.Text(Stage)),
            Status = Known(map.Text(Status)),
            Tags = new Fact<IReadOnlyList<string>>(map.Texts(Tags), Source, at),
            Total = map.Number(Total) is { } total ? new Fact<Money>(new Money((decimal)total, map.Text(OfCurrency) ?? "ARS"), Source, at) : null,
            FraudRisk = new Fact<bool>(map.Flag(Fraud) ?? false, Source, at),
            Orders = new Fact<int>(1, Source, at),
            Lines = map.Get(Items) is ListNode items ? new Fact<IReadOnlyList<SoldLine>>([.. items.Maps().Select(LineOf)], Source, at) : null,
            PaymentStatus = Known((map.Get(Payment) as MapNode)?.Text(PaymentStatus), "payment"),
            PaymentDetail = Known((map.Get(Payment) as MapNode)?.Text(PaymentDetail), "payment"),
            CancelCode = Known(map.Text(Cancelled)),
            BoughtAt = map.Text(Bought) is { } bought && ReadTime(bought) is { } day ? new Fact<DateTimeOffset>(day, Source, at) : null,
            Shipment = map.Get(Shipment) is MapNode shipment ? ShipmentOf(shipment, at) : null,
        };
        return (sale, map.Text(Site));

        Fact<string>? Known(string? value, string source = Source) => value is null ? null : new Fact<string>(value, source, at);
    }

    private static SoldLine LineOf(MapNode line) => new(line.Text(LineItem), line.Text(LineTitle), line.Text(LineVariation), (int)(line.Whole(LineQuantity) ?? 1));

    private static ShipmentFacts ShipmentOf(MapNode map, DateTimeOffset at)
    {
        return new ShipmentFacts
        {
            Status = Known(ShipmentStatus),
            Substatus = Known(Substatus),
            Mode = Known(Mode),
            LogisticType = Known(Logistic),
            Carrier = Known(Carrier),
            Tracking = Known(Tracking),
            PromisedFor = map.Text(Promised) is { } promised && ReadTime(promised) is { } day ? new Fact<DateTimeOffset>(day, "shipment", at) : null,
            Parcels = new Fact<int>(1, "shipment", at),
        };

        Fact<string>? Known(Key key) => map.Text(key) is { } value ? new Fact<string>(value, "shipment", at) : null;
    }

    /// <summary>A day alone is its afternoon in Greenwich: the same day on every site.</summary>
    public static DateTimeOffset? ReadTime(string text) =>
        Scalars.ReadDay(text) is { } day ? new DateTimeOffset(day, new TimeOnly(15, 0), TimeSpan.Zero) : Scalars.ReadMoment(text);
}
