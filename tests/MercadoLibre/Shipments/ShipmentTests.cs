using System.Text.Json;

namespace MeliBot.MercadoLibre.Tests;

public sealed class ShipmentTests
{
    private static Shipment Read(string json) => JsonSerializer.Deserialize<Shipment>(json, MercadoLibreJson.Options)!;

    [Theory]
    [InlineData("""{"id":1,"logistic":{"mode":"me2","type":"fulfillment"},"lead_time":{"estimated_delivery_time":{"date":"2026-11-30T00:00:00.000-03:00"}}}""")]
    [InlineData("""{"id":1,"mode":"me2","logistic_type":"fulfillment","shipping_option":{"estimated_delivery_time":{"date":"2026-11-30T00:00:00.000-03:00"}}}""")]
    [InlineData("""{"id":1,"mode":"me2","logistic_type":"fulfillment","shipping_option":{"estimated_delivery_limit":{"date":"2026-11-30T03:00:00Z"}}}""")]
    public void Both_bodies_say_the_same(string json)
    {
        var shipment = Read(json);
        shipment.ModeOfShipping.ShouldBe(ShippingMode.Me2);
        shipment.IsFull.ShouldBeTrue();
        shipment.PromisedFor.ShouldBe(new DateTimeOffset(2026, 11, 30, 3, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public void An_unknown_status_and_substatus_keep_their_words()
    {
        var shipment = Read("""{"id":1,"status":"em_orbita","substatus":"out_for_delivery_by_drone"}""");
        shipment.Status.IsKnown.ShouldBeFalse();
        shipment.Substatus.Value.ShouldBe("out_for_delivery_by_drone");
        JsonSerializer.Serialize(shipment, MercadoLibreJson.Options).ShouldContain("em_orbita");
    }
}
