using MeliBot.Simulator;

namespace MeliBot.Adapter.Tests.Sweep;

public sealed class OrderSweepTests
{
    [Fact]
    public async Task The_sales_of_a_newly_linked_account_are_found_cancelled_ones_too()
    {
        await using var world = await SweepWorld.StartAsync();
        var kept = world.Buy(60);
        var cancelled = world.Buy(3);
        foreach (var sale in cancelled) world.Simulator.World.Sales.Cancel(sale.Id);

        var run = await world.SweepOrdersAsync();

        run.Failures.ShouldBeEmpty();
        world.RaisedResources.ShouldBe(kept.Concat(cancelled).Select(sale => $"/orders/{sale.Id}").Order(StringComparer.Ordinal));
        world.Raised.ShouldAllBe(hint => hint.Topic == "orders_v2" && hint.Source == "sweep");
        (run.Done, run.Raised).ShouldBe((1, 63));
    }

    [Fact]
    public async Task The_first_time_there_is_a_limit_and_what_is_too_old_is_left()
    {
        await using var world = await SweepWorld.StartAsync(sweep: options => (options.BackfillOrders, options.Backfill) = (5, TimeSpan.FromDays(10)));
        world.Buy(8);

        (await world.SweepOrdersAsync()).Raised.ShouldBe(5);
    }

    [Fact]
    public async Task What_is_known_as_it_stands_isnt_raised_again_but_what_changed_is()
    {
        await using var world = await SweepWorld.StartAsync();
        var sales = world.Buy(3);
        foreach (var sale in sales) await world.KnowAsync(sale);
        (await world.SweepOrdersAsync()).Raised.ShouldBe(0);

        world.Simulator.World.Sales.SetStatus(sales[1].Id, "partially_refunded");
        (await world.SweepOrdersAsync()).Raised.ShouldBe(1);
        world.RaisedResources.ShouldBe([$"/orders/{sales[1].Id}"]);
    }

    [Fact]
    public async Task One_account_that_cant_be_read_doesnt_keep_the_others_from_being_swept()
    {
        await using var world = await SweepWorld.StartAsync();
        var other = await world.LinkAnotherAsync();
        var found = world.Buy(2, other);
        world.Simulator.World.AddFault(new Fault { Kind = FaultKind.Reply, Endpoint = "GET /orders/search*", UserId = world.Seller.Id, Status = 403, Body = """{"message":"forbidden","error":"forbidden","status":403,"cause":[]}""" });

        var run = await world.SweepOrdersAsync();

        run.Failures.Keys.ShouldBe([world.Seller.Id]);
        world.RaisedResources.ShouldBe(found.Select(sale => $"/orders/{sale.Id}").Order(StringComparer.Ordinal));
    }
}
