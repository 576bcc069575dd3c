using MeliBot.Adapter.Orders;
using MeliBot.MercadoLibre;

namespace MeliBot.Adapter.Tests.Orders;

public sealed class OrderStageTests
{
    [Theory]
    [InlineData("confirmed", OrderStage.PaymentRequired)]
    [InlineData("payment_required", OrderStage.PaymentRequired)]
    [InlineData("payment_in_process", OrderStage.PaymentInProcess)]
    [InlineData("partially_paid", OrderStage.PaymentInProcess)]
    [InlineData("PAID", OrderStage.Paid)]
    [InlineData("partially_refunded", OrderStage.Paid)]
    [InlineData("pending_cancel", OrderStage.Cancelled)]
    [InlineData("cancelled", OrderStage.Cancelled)]
    [InlineData("invalid", OrderStage.Invalid)]
    [InlineData("novo_2027", OrderStage.Unknown)]
    [InlineData("", OrderStage.Unknown)]
    public void Every_status_has_its_stage_and_an_unknown_one_is_never_guessed(string status, OrderStage stage) =>
        OrderStages.Of(new Order { Status = OrderStatus.From(status) }).ShouldBe(stage);

    [Fact]
    public void A_status_that_this_client_knows_is_never_in_the_unknown_stage() =>
        OrderStatus.Known.ShouldAllBe(status => OrderStages.Of(status, Array.Empty<string>()) != OrderStage.Unknown);

    [Fact]
    public void A_sale_that_was_paid_outside_the_platforms_payments_is_paid() =>
        OrderStages.Of(new Order { Status = OrderStatus.Confirmed, Tags = ["paid"] }).ShouldBe(OrderStage.Paid);

    [Fact]
    public void One_paid_order_keeps_its_pack_paid()
    {
        OrderStages.OfPack([OrderStage.Cancelled, OrderStage.Paid]).ShouldBe(OrderStage.Paid);
        OrderStages.OfPack([OrderStage.Cancelled, OrderStage.Cancelled]).ShouldBe(OrderStage.Cancelled);
        OrderStages.OfPack([]).ShouldBe(OrderStage.Unknown);
    }
}
