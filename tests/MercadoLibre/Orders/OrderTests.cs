using System.Text.Json;

namespace MeliBot.MercadoLibre.Tests;

public sealed class OrderTests
{
    private static Order Read(string json) => JsonSerializer.Deserialize<Order>(json, MercadoLibreJson.Options)!;

    [Fact]
    public void Without_a_pack_the_orders_own_id_names_its_conversation()
    {
        Read("""{"id":"2000016000000001","pack_id":null}""").ConversationPack.ShouldBe(2000016000000001);
        Read("""{"id":1,"pack_id":"2000009000000001"}""").ConversationPack.ShouldBe(2000009000000001);
    }

    [Fact]
    public void An_order_with_null_everywhere_is_read_and_says_nothing()
    {
        var order = Read("""{"id":1,"status":null,"status_detail":null,"tags":null,"order_items":null,"payments":null,"shipping":null,"buyer":null,"seller":null,"feedback":null,"mediations":null,"date_created":null,"total_amount":null,"context":null,"cancel_detail":null}""");
        order.Status.Value.ShouldBeNull();
        order.Tags.ShouldBeEmpty();
        order.OrderItems.ShouldBeEmpty();
        order.Payments.ShouldBeEmpty();
        order.Shipping.ShouldBeNull();
        order.IsFraudRisk.ShouldBeFalse();
    }

    [Theory]
    [InlineData("""[{"store_id":"54936888","network_node_id":163942}]""", 1, "54936888")]
    [InlineData("""{"store_id":54936888,"node_id":"CLP1"}""", 1, "54936888")]
    [InlineData("null", 0, null)]
    public void The_stock_of_a_line_comes_as_a_list_an_object_or_not_at_all(string stock, int count, string? store)
    {
        var line = Read($$"""{"id":1,"order_items":[{"stock":{{stock}}}]}""").OrderItems.ShouldHaveSingleItem();
        line.Stock.Select(place => place.StoreId).ShouldBe(count == 0 ? [] : [store]);
    }

    [Theory]
    [InlineData("tags")]
    [InlineData("static_tags")]
    [InlineData("internal_tags")]
    public void A_fraud_risk_shows_wherever_the_platform_puts_its_tag(string place) =>
        Read($$"""{"id":1,"{{place}}":["FRAUD_risk_detected"]}""").IsFraudRisk.ShouldBeTrue();

    [Fact]
    public void A_search_window_is_widened_to_whole_hours()
    {
        var search = OrderSearch.UpdatedBetween(7, new DateTimeOffset(2026, 11, 1, 10, 59, 59, TimeSpan.FromHours(-3)), new DateTimeOffset(2026, 11, 1, 14, 0, 0, TimeSpan.Zero));
        search.UpdatedFrom.ShouldBe("2026-11-01T13:00:00.000Z");
        search.UpdatedTo.ShouldBe("2026-11-01T14:00:00.000Z");
    }
}
