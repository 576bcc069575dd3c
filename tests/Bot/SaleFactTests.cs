using MeliBot.Adapter.Orders;
using MeliBot.Bot.Facts;
using MeliBot.Bot.Local;
using MeliBot.Bot.Rehearsal;
using MeliBot.Dialogs.Facts;
using MeliBot.MercadoLibre;

namespace MeliBot.Bot.Tests;

public class SaleFactTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 26, 12, 0, 0, TimeSpan.Zero);

    private static readonly StoredOrder Order = new()
    {
        Account = 1,
        Id = 11,
        Pack = 10,
        SeenAt = At,
        Stage = OrderStage.Paid,
        Status = "paid",
        Tags = ["paid", "not_delivered"],
        Lines = [new StoredLine("MLA1", "Pava", "Negro", 2, 100)],
        Total = 200,
        Currency = "ARS",
        Contact = "Ana Pérez",
        Payment = new StoredPayment(5, "approved", "accredited", At),
        Shipment = new StoredShipment(7, "shipped", "out_for_delivery", "me2", "cross_docking", "AR1", "Andreani", At.AddDays(2)),
    };

    [Fact]
    public void A_stored_order_becomes_facts_with_source_and_time()
    {
        var facts = SaleFactMap.Of([Order])!;

        facts.Number.ShouldBe("10");
        facts.Stage.ShouldBe(new Fact<string>("paid", "order", At));
        facts.Total.ShouldBe(new Fact<Money>(new Money(200, "ARS"), "order", At));
        facts.PaymentDetail.ShouldBe(new Fact<string>("accredited", "payment", At));
        facts.Shipment!.Substatus.ShouldBe(new Fact<string>("out_for_delivery", "shipment", At));
        facts.Shipment.Carrier!.Value.ShouldBe("Andreani");
        facts.Shipment.PromisedFor!.Value.ShouldBe(At.AddDays(2));
        facts.Lines!.Value.ShouldBe([new SoldLine("MLA1", "Pava", "Negro", 2)]);
    }

    [Fact]
    public void The_buyers_name_is_no_fact() => System.Text.Json.JsonSerializer.Serialize(SaleFactMap.Of([Order])).ShouldNotContain("Ana");

    [Fact]
    public void What_is_missing_is_not_known()
    {
        var facts = SaleFactMap.Of([new StoredOrder { Account = 1, Id = 11, SeenAt = At }])!;
        facts.Stage.ShouldBeNull();
        facts.Status.ShouldBeNull();
        facts.Total.ShouldBeNull();
        facts.Lines.ShouldBeNull();
        facts.PaymentStatus.ShouldBeNull();
        facts.Shipment.ShouldBeNull();
        SaleFactMap.Of([]).ShouldBeNull();
    }

    [Fact]
    public void Of_a_pack_only_what_all_orders_say_is_known()
    {
        var other = Order with { Id = 12, Stage = OrderStage.Cancelled, Status = "cancelled", Tags = ["paid"], Total = 50, FraudRisk = true, Shipment = Order.Shipment! with { Id = 8, Tracking = "AR2", Status = "shipped" } };

        var facts = SaleFactMap.Of([Order, other])!;

        facts.Stage.ShouldBeNull();
        facts.Status.ShouldBeNull();
        facts.Total!.Value.ShouldBe(new Money(250, "ARS"));
        facts.FraudRisk!.Value.ShouldBeTrue();
        facts.Tags!.Value.ShouldBe(["paid", "not_delivered"]);
        facts.Orders!.Value.ShouldBe(2);
        facts.Lines!.Value.Count.ShouldBe(2);
        facts.Shipment!.Status!.Value.ShouldBe("shipped");
        facts.Shipment.Tracking.ShouldBeNull();
        facts.Shipment.Parcels!.Value.ShouldBe(2);
        SaleFactMap.Of([Order, other with { Shipment = null }])!.Shipment.ShouldBeNull();
    }

    [Fact]
    public void An_older_reading_makes_all_facts_old() => SaleFactMap.Of([Order, Order with { Id = 12, SeenAt = At.AddHours(-3) }])!.Status!.At.ShouldBe(At.AddHours(-3));

    [Fact]
    public void A_sale_shown_to_a_command_gives_the_same_facts() => SaleFactMap.Of([OrderView.Of(Order).ToStored() with { SeenAt = At }])!.ShouldBeEquivalentTo(SaleFactMap.Of([Order]));

    [Fact]
    public void Every_stage_has_its_word_and_the_unknown_one_has_none()
    {
        OrderStages.All.Where(stage => stage != OrderStage.Unknown).Select(SaleFactMap.NameOf).ShouldBe(SaleWords.Stages, ignoreOrder: true);
        SaleFactMap.NameOf(OrderStage.Unknown).ShouldBeNull();
    }

    [Fact]
    public void Playbooks_know_every_word_that_this_client_knows()
    {
        SaleWords.Statuses.ShouldBe(OrderStatus.Known.Select(w => w.Value!), ignoreOrder: true);
        SaleWords.PaymentStatuses.ShouldBe(PaymentStatus.Known.Select(w => w.Value!), ignoreOrder: true);
        SaleWords.ShipmentStatuses.ShouldBe(ShipmentStatus.Known.Select(w => w.Value!), ignoreOrder: true);
        SaleWords.ShipmentSubstatuses.ShouldBe(ShipmentSubstatus.Known.Select(w => w.Value!), ignoreOrder: true);
    }

    [Fact]
    public void Mercado_Libres_order_with_its_shipment_is_read_as_it_would_be_stored()
    {
        var sale = OrderJson.ParseJson("""
            {"id":2000018000000001,"status":"paid","tags":["paid","fraud_risk_detected"],"total_amount":10.5,"currency_id":"ARS","context":{"site":"MLA"},
             "order_items":[{"item":{"id":"MLA1","title":"Pava"},"quantity":3}],"payments":[{"id":1,"status":"approved","status_detail":"accredited"}],"shipping":{"id":7},
             "shipment":{"id":7,"status":"shipped","substatus":null,"tracking_number":"AR9"}}
            """, At);

        sale.Site.ShouldBe("MLA");
        sale.Facts!.Stage!.Value.ShouldBe("paid");
        sale.Facts.FraudRisk!.Value.ShouldBeTrue();
        sale.Facts.Shipment!.Tracking!.Value.ShouldBe("AR9");
        sale.Facts.Lines!.Value.ShouldBe([new SoldLine("MLA1", "Pava", null, 3)]);
    }

    [Theory]
    [InlineData("a.json", "[1]", "an order is a JSON object")]
    [InlineData("a.json", "{}", "the order has no id")]
    [InlineData("a.json", "{", "Mercado Libre's JSON of an order")]
    [InlineData("a.yaml", "stage: payed", "a.yaml:1:8: error PB009")]
    [InlineData("a.yaml", "shipment: { staus: shipped }", "did you mean \"status\"?")]
    [InlineData("a.yaml", "", "the file is empty")]
    public void What_is_no_order_says_why(string name, string text, string why) => Should.Throw<FormatException>(() => OrderJson.Parse(name, text, At)).Message.ShouldContain(why);
}
