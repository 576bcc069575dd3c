using MeliBot.Adapter.Orders;
using MeliBot.MercadoLibre;

namespace MeliBot.Adapter.Tests.Orders;

public sealed class OrderMergeTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 26, 12, 0, 0, TimeSpan.Zero);

    private static Order Order(string? status = "paid", int minute = 0) => new()
    {
        Id = 7,
        PackId = 70,
        Status = status is null ? default : OrderStatus.From(status),
        LastUpdated = Now.AddMinutes(minute),
        Tags = ["paid", "not_delivered"],
        Buyer = new() { Id = 200, FirstName = "Ana", LastName = "Ejemplo" },
        Shipping = new() { Id = 900 },
        OrderItems = [new() { Item = new() { Id = "MLA1", Title = "Taza", VariationAttributes = [new() { ValueName = "Azul" }] }, Quantity = 2, UnitPrice = 50 }],
        TotalAmount = 100,
        CurrencyId = "ARS",
    };

    private static StoredOrder Merge(StoredOrder? known, Order order, Shipment? shipment = null) => OrderMerge.Merge(known, order, shipment, 1, Now);

    [Fact]
    public void Every_change_of_stage_is_kept_with_its_time()
    {
        var order = Merge(Merge(Merge(Merge(null, Order("payment_required")), Order("payment_in_process", 1)), Order("paid", 2)), Order("paid", 3));
        order.Moves.Select(move => (move.From, move.To, move.Status)).ShouldBe(
        [
            (null, OrderStage.PaymentRequired, "payment_required"),
            (OrderStage.PaymentRequired, OrderStage.PaymentInProcess, "payment_in_process"),
            (OrderStage.PaymentInProcess, OrderStage.Paid, "paid"),
        ]);
        order.Moves[2].At.ShouldBe(Now.AddMinutes(2));
    }

    [Fact]
    public void An_older_reading_never_replaces_a_newer_one()
    {
        var order = Merge(Merge(null, Order("cancelled", 5)), Order("paid", 1));
        order.Stage.ShouldBe(OrderStage.Cancelled);
        order.Moves.Count.ShouldBe(1);
    }

    [Fact]
    public void What_a_partial_reading_lacks_stays_as_it_was()
    {
        var order = Merge(Merge(null, Order()), new Order { Id = 7, LastUpdated = Now.AddMinutes(1), Status = OrderStatus.Paid });
        (order.Buyer, order.Contact, order.Pack, order.Total, order.Shipment!.Id).ShouldBe((200L, "Ana Ejemplo", 70L, 100m, 900L));
        order.Lines.ShouldHaveSingleItem().Variation.ShouldBe("Azul");
        order.Tags.ShouldBe(["paid", "not_delivered"]);
    }

    [Fact]
    public void An_order_with_null_everywhere_is_kept_in_the_unknown_stage()
    {
        var order = Merge(null, new Order { Id = 7 });
        (order.Stage, order.Status, order.Conversation).ShouldBe((OrderStage.Unknown, null, 7L));
        StoredOrder.Parse(order.ToJson()).ToJson().ShouldBe(order.ToJson());
    }

    [Fact]
    public void An_unknown_status_is_shown_and_never_guessed()
    {
        var order = Merge(Merge(null, Order()), Order("em_orbita", 1));
        (order.Stage, order.Status).ShouldBe((OrderStage.Unknown, "em_orbita"));
    }

    [Fact]
    public void A_fraud_risk_stays_until_a_reading_with_tags_takes_it_back()
    {
        var risky = Merge(null, Order() with { Tags = ["fraud_risk_detected"] });
        risky.FraudRisk.ShouldBeTrue();
        Merge(risky, Order(minute: 1) with { Tags = [] }).FraudRisk.ShouldBeTrue();
        Merge(risky, Order(minute: 1)).FraudRisk.ShouldBeFalse();
    }

    [Fact]
    public void A_buyers_later_name_doesnt_change_the_lead() =>
        Merge(Merge(null, Order()), Order(minute: 1) with { Buyer = new() { Id = 200, FirstName = "Otra" } }).Contact.ShouldBe("Ana Ejemplo");

    [Fact]
    public void A_shipment_is_followed_by_its_own_time_whatever_the_orders_is()
    {
        var shipped = new Shipment { Id = 900, Status = ShipmentStatus.Shipped, Substatus = ShipmentSubstatus.From("out_for_delivery"), LastUpdated = Now.AddMinutes(9), TrackingNumber = "XX1", TrackingMethod = "Correo" };
        var order = Merge(Merge(null, Order(minute: 5)), Order(minute: 1), shipped);
        (order.Shipment!.Status, order.Shipment.Substatus, order.Shipment.Tracking).ShouldBe(("shipped", "out_for_delivery", "XX1"));
        Merge(order, Order(minute: 6), shipped with { Status = ShipmentStatus.ReadyToShip, LastUpdated = Now }).Shipment!.Status.ShouldBe("shipped");
        Merge(order, Order(minute: 6), new Shipment { Id = 900, Status = ShipmentStatus.Delivered, LastUpdated = Now.AddMinutes(10) }).Shipment!.Substatus.ShouldBeNull();
        Merge(order, Order(minute: 6)).Shipment!.Tracking.ShouldBe("XX1");
    }

    [Fact]
    public void After_a_split_the_new_shipment_stands_alone() =>
        Merge(Merge(null, Order(), new Shipment { Id = 900, Status = ShipmentStatus.Shipped, TrackingNumber = "XX1" }), Order(minute: 1) with { Shipping = new() { Id = 901 } })
            .Shipment.ShouldBe(new StoredShipment(901));
}
