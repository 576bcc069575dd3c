using MeliBot.Adapter.Messages;
using MeliBot.Simulator;

namespace MeliBot.Adapter.Tests.Sweep;

public sealed class UnreadSweepTests
{
    [Fact]
    public async Task Threads_with_unread_messages_are_raised_and_reading_them_marks_nothing()
    {
        await using var world = await SweepWorld.StartAsync();
        var sales = world.Buy(3);
        Write(world, sales[0], "Hola");
        Write(world, sales[2], "¿Llegó?");

        var run = await world.SweepUnreadAsync();

        run.Failures.ShouldBeEmpty();
        (run.Done, run.Found, run.Raised).ShouldBe((1, 2, 2));
        world.RaisedResources.ShouldBe(new[] { sales[0], sales[2] }.Select(sale => ThreadResource.Of(sale.Conversation, world.Seller.Id)).Order(StringComparer.Ordinal));
        world.Raised.ShouldAllBe(hint => hint.Topic == "messages" && hint.Source == "sweep");
        world.Simulator.World.Messages.Of(sales[0].Conversation)[0].Read.ShouldBeNull();
    }

    [Fact]
    public async Task A_thread_that_stays_unread_is_raised_again_only_when_it_has_more()
    {
        await using var world = await SweepWorld.StartAsync();
        var sale = world.Buy(1)[0];
        Write(world, sale, "Hola");
        (await world.SweepUnreadAsync()).Raised.ShouldBe(1);
        (await world.SweepUnreadAsync()).Raised.ShouldBe(0);

        Write(world, sale, "¿Hay alguien?");

        (await world.SweepUnreadAsync()).Raised.ShouldBe(1);
    }

    [Fact]
    public async Task Threads_in_which_the_account_is_the_buyer_are_left_alone()
    {
        await using var world = await SweepWorld.StartAsync();
        var other = world.Simulator.World.CreateSeller();
        var item = world.Simulator.World.CreateItem(new NewItem { SellerId = other.Id, Title = "Ajeno" });
        var bought = world.Simulator.World.Sales.Buy(new NewSale { BuyerId = world.Seller.Id, Lines = [new(item.Id)] })[0];
        world.Simulator.World.Messages.WriteAsBuyer(bought.Conversation, "Hola");

        (await world.SweepUnreadAsync()).Raised.ShouldBe(0);
    }

    [Fact]
    public async Task One_account_that_cant_be_read_doesnt_keep_the_others_from_being_swept()
    {
        await using var world = await SweepWorld.StartAsync();
        var other = await world.LinkAnotherAsync();
        Write(world, world.Buy(1, other)[0], "Hola");
        world.Simulator.World.AddFault(new Fault { Kind = FaultKind.Reply, Endpoint = "GET /messages/unread*", UserId = world.Seller.Id, Status = 403, Body = """{"message":"forbidden","error":"forbidden","status":403,"cause":[]}""" });

        var run = await world.SweepUnreadAsync();

        run.Failures.Keys.ShouldBe([world.Seller.Id]);
        run.Raised.ShouldBe(1);
    }

    private static void Write(SweepWorld world, WorldOrder sale, string text) => world.Simulator.World.Messages.WriteAsBuyer(sale.Conversation, text);
}
