using MeliBot.Adapter.Orders;
using MeliBot.Adapter.Tests.Route;
using MeliBot.Delivery.Reading;
using MeliBot.Delivery.Signals;
using MeliBot.Simulator;
using Microsoft.Extensions.DependencyInjection;

namespace MeliBot.Adapter.Tests.Orders;

/// <summary>From the platform's own notices to what is kept.</summary>
public sealed class OrderRouteTests
{
    [Fact]
    public async Task A_sale_goes_through_the_pipeline_as_the_platform_tells_it()
    {
        await using var route = await StartAsync();
        var sale = Buy(route, pay: false);
        (await StoredAsync(route, sale.Id))!.Stage.ShouldBe(OrderStage.PaymentRequired);

        route.World.Sales.StartPayment(sale.Id);
        (await StoredAsync(route, sale.Id))!.Stage.ShouldBe(OrderStage.PaymentInProcess);
        var paid = route.World.Sales.Pay(sale.Id);
        route.World.Sales.Move(paid.ShipmentId!.Value, "shipped", "out_for_delivery");
        var stored = (await StoredAsync(route, sale.Id))!;

        (stored.Stage, stored.Status, stored.Shipment!.Status, stored.Shipment.Substatus).ShouldBe((OrderStage.Paid, "paid", "shipped", "out_for_delivery"));
        stored.Shipment.Tracking.ShouldNotBeNull();
        stored.Payment!.Status.ShouldBe("approved");
        (stored.Buyer, stored.Total, stored.Currency).ShouldBe((route.Buyer.Id, 100m, "ARS"));
        stored.Tags.ShouldBe(["paid", "not_delivered"]);
        stored.Moves.Select(move => move.To).ShouldBe([OrderStage.PaymentRequired, OrderStage.PaymentInProcess, OrderStage.Paid]);

        route.World.Sales.Tag(sale.Id, "fraud_risk_detected");
        (await StoredAsync(route, sale.Id))!.FraudRisk.ShouldBeTrue();
        route.World.Sales.Cancel(sale.Id);
        (await StoredAsync(route, sale.Id))!.Stage.ShouldBe(OrderStage.Cancelled);
    }

    [Fact]
    public async Task All_orders_of_a_pack_follow_their_one_shipment()
    {
        await using var route = await StartAsync();
        var other = route.World.CreateItem(new() { SellerId = route.Seller.Id, Title = "Plato" });
        var orders = route.World.Sales.Buy(new() { BuyerId = route.Buyer.Id, Lines = [new(route.Item.Id), new(other.Id)] });

        route.World.Sales.Move(route.World.Sales.Order(orders[0].Id)!.ShipmentId!.Value, "delivered");
        foreach (var order in orders)
        {
            var stored = (await StoredAsync(route, order.Id))!;
            (stored.Pack, stored.Conversation, stored.Shipment!.Status).ShouldBe((order.PackId, order.PackId!.Value, "delivered"));
            stored.Tags.ShouldContain("delivered");
        }
    }

    [Fact]
    public async Task Doubled_shuffled_and_partial_readings_end_at_the_state_that_the_platform_holds()
    {
        await using var route = await StartAsync();
        route.World.AddFault(new Fault { Kind = FaultKind.NoticeDuplicate, Endpoint = "*", Copies = 3 });
        route.World.AddFault(new Fault { Kind = FaultKind.NoticeShuffle, Endpoint = "*", Lag = TimeSpan.FromMilliseconds(200) });
        route.World.AddFault(new Fault { Kind = FaultKind.ServerError, Endpoint = "GET /orders/*", Status = 502, Probability = 0.3 });
        var sales = Enumerable.Range(0, 3).Select(_ => Buy(route, pay: false)).ToList();
        foreach (var sale in sales)
        {
            route.World.Sales.Pay(sale.Id);
            route.World.Sales.Change(sale.Id, order => order with { Missing = ["buyer", "shipping", "seller"] });
        }

        route.World.Sales.Cancel(sales[1].Id);
        foreach (var sale in sales)
        {
            var stored = (await StoredAsync(route, sale.Id))!;
            stored.Status.ShouldBe(route.World.Sales.Order(sale.Id)!.Status);
            stored.Moves.Select(move => move.At).ShouldBeInOrder();
        }
    }

    [Fact]
    public async Task An_unknown_order_is_let_go_and_another_sellers_is_parked_while_the_rest_goes_on()
    {
        await using var route = await StartAsync();
        var stranger = route.World.CreateSeller();
        var theirs = route.World.CreateItem(new() { SellerId = stranger.Id, Title = "Ajeno" });
        var foreign = route.World.Sales.Buy(new() { BuyerId = route.Buyer.Id, Lines = [new(theirs.Id)] })[0];
        var handler = route.Services.GetRequiredService<ISignalHandler>();

        (await handler.HandleAsync(Signal(route, "orders_v2", "/orders/1", age: TimeSpan.FromHours(1)), default)).ShouldBeOfType<SignalOutcome.Done>();
        (await handler.HandleAsync(Signal(route, "orders_v2", "/orders/1"), default)).ShouldBeOfType<SignalOutcome.Later>();
        (await handler.HandleAsync(Signal(route, "orders_v2", $"/orders/{foreign.Id}"), default)).ShouldBeOfType<SignalOutcome.Park>();
        (await handler.HandleAsync(Signal(route, "orders_v2", "/users/me"), default)).ShouldBeOfType<SignalOutcome.Park>();
        (await StoredAsync(route, Buy(route).Id)).ShouldNotBeNull();
        (await route.Services.GetRequiredService<OrderStore>().ListAsync(route.Seller.Id, default)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Two_who_change_a_sale_at_once_lose_nothing_of_each_other()
    {
        await using var route = await StartAsync();
        var store = route.Services.GetRequiredService<OrderStore>();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(n => store.ChangeAsync(
            route.Seller.Id, 5, known => (known ?? new StoredOrder { Account = route.Seller.Id, Id = 5, SeenAt = DateTimeOffset.UnixEpoch }) with { Tags = [.. known?.Tags ?? [], $"t{n}"] }, default)));

        (await store.FindAsync(route.Seller.Id, 5, default))!.Tags.Order(StringComparer.Ordinal).ShouldBe(Enumerable.Range(0, 8).Select(n => $"t{n}"));
    }

    private static async Task<Route.Route> StartAsync()
    {
        var route = await Tests.Route.Route.StartAsync(Bots.Say("Sí."));
        route.World.Subscribe(route.Application.Id, new Uri(route.Address, $"notifications/{Tests.Route.Route.Secret}"), "orders_v2", "payments", "shipments");
        return route;
    }

    private static WorldOrder Buy(Route.Route route, bool pay = true) => route.World.Sales.Buy(new() { BuyerId = route.Buyer.Id, Lines = [new(route.Item.Id)], Pay = pay })[0];

    private static Signal Signal(Route.Route route, string topic, string resource, TimeSpan age = default) =>
        new(route.Seller.Id, topic, resource, 1, 0, DateTimeOffset.UtcNow - age, DateTimeOffset.UtcNow - age, "test");

    /// <summary>Once every notice was delivered and every signal followed.</summary>
    private static async Task<StoredOrder?> StoredAsync(Route.Route route, long order)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await route.World.WaitIdleAsync(patience.Token);
        var reader = route.Services.GetRequiredService<IDeliveryReader>();
        while ((await reader.CountsAsync(patience.Token)).OpenSignals > 0) await Task.Yield();
        return await route.Services.GetRequiredService<OrderStore>().FindAsync(route.Seller.Id, order, patience.Token);
    }
}
