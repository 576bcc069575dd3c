using MeliBot.Adapter.Orders;
using MeliBot.Adapter.Tests.Route;
using MeliBot.Delivery.Changes;
using Microsoft.Extensions.DependencyInjection;

namespace MeliBot.Adapter.Tests.Orders;

public sealed class LeadsTests
{
    private const long Pack = 20;
    private const long Buyer = 77;

    [Fact]
    public async Task A_deleted_lead_says_who_deleted_it_and_when_and_keeps_its_sale_and_its_moves()
    {
        await using var world = await StartAsync();
        var before = await world.FindAsync(1);

        (await world.Leads.DeleteAsync(world.Account, 1, "agent:ana", default)).ShouldBeTrue();

        var after = await world.FindAsync(1);
        after.Deletion.ShouldNotBeNull().By.ShouldBe("agent:ana");
        (after with { LeadChanges = [] }).ToJson().ShouldBe(before.ToJson());
        (await world.Leads.DeleteAsync(world.Account, 1, "agent:luis", default)).ShouldBeFalse();
        (await world.FindAsync(1)).LeadChanges.Count.ShouldBe(1);
        (await world.FindAsync(2)).Deletion.ShouldBeNull();
    }

    [Fact]
    public async Task A_deleted_lead_goes_on_being_moved_and_comes_back_in_the_stage_of_its_sale_when_the_buyer_writes()
    {
        await using var world = await StartAsync();
        await world.Leads.DeleteAsync(world.Account, 1, "agent:ana", default);
        await world.Orders.ChangeAsync(world.Account, 1, known => known! with { Stage = OrderStage.Cancelled, Moves = [.. known.Moves, new(DateTimeOffset.UnixEpoch.AddDays(1), OrderStage.Paid, OrderStage.Cancelled, "cancelled")] }, default);
        (await world.FindAsync(1)).Deletion.ShouldNotBeNull();

        (await world.Leads.BuyerWroteAsync(world.Account, Pack, default)).ShouldBeTrue();

        var back = await world.FindAsync(1);
        back.Deletion.ShouldBeNull();
        back.Stage.ShouldBe(OrderStage.Cancelled);
        back.Moves.Count.ShouldBe(2);
        back.LeadChanges.Select(change => (change.Act, change.By)).ShouldBe([(LeadAct.Deleted, "agent:ana"), (LeadAct.Restored, LeadChange.Buyer)]);
        (await world.Leads.BuyerWroteAsync(world.Account, Pack, default)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_deleted_contact_comes_back_with_the_buyers_next_message_in_any_of_their_sales()
    {
        await using var world = await StartAsync();
        (await world.Leads.DeleteContactAsync(world.Account, Buyer, "agent:ana", default)).ShouldBeTrue();
        (await world.Leads.DeletedContactsAsync(default)).ShouldHaveSingleItem().Buyer.ShouldBe(Buyer);
        (await world.FindAsync(1)).Deletion.ShouldBeNull();

        (await world.Leads.BuyerWroteAsync(world.Account, 3, default)).ShouldBeTrue();

        (await world.Leads.DeletedContactsAsync(default)).ShouldBeEmpty();
        (await world.Leads.FindContactAsync(world.Account, Buyer, default)).ShouldNotBeNull().Changes.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_message_about_a_sale_that_nobody_knows_brings_nothing_back_and_breaks_nothing()
    {
        await using var world = await StartAsync();
        await world.Leads.DeleteAsync(world.Account, 1, "agent:ana", default);

        (await world.Leads.BuyerWroteAsync(world.Account, 999, default)).ShouldBeFalse();

        (await world.Leads.DeleteAsync(world.Account, 999, "agent:ana", default)).ShouldBeFalse();
        (await world.FindAsync(1)).Deletion.ShouldNotBeNull();
    }

    [Fact]
    public async Task Of_two_who_delete_the_same_lead_one_did()
    {
        await using var world = await StartAsync();

        var done = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => world.Leads.DeleteAsync(world.Account, 1, $"agent:{n}", default)));

        done.Count(did => did).ShouldBe(1);
        (await world.FindAsync(1)).LeadChanges.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Whoever_follows_the_store_hears_of_a_sale_that_changed_with_its_conversation()
    {
        await using var world = await StartAsync();
        var changes = world.Route.Services.GetRequiredService<IChangeFeed>();
        var before = await changes.LastAsync(default);

        await world.Leads.DeleteAsync(world.Account, 2, "agent:ana", default);
        await world.Leads.DeleteContactAsync(world.Account, Buyer, "agent:ana", default);

        (await changes.ReadAsync(before, 10, default)).Select(change => (change.What, change.Conversation, change.Key))
            .ShouldBe([(OrderStore.News, $"orders:{world.Account}:{Pack}", "2"), (Leads.ContactNews, null, $"{Buyer}")]);
    }

    [Fact]
    public async Task All_sales_are_read_page_by_page_and_a_damaged_row_hides_no_other()
    {
        await using var world = await StartAsync();
        for (var id = 1000; id < 1600; id++) await world.PutAsync(id, null);
        await world.Route.Services.GetRequiredService<Delivery.Records.IRecordStore>().WriteAsync($"order:{world.Account}", "5", "{", null, default);
        var damaged = new List<string>();

        var read = new List<long>();
        await foreach (var order in world.Orders.AllAsync((record, _) => damaged.Add(record.Key), default)) read.Add(order.Id);

        read.Count.ShouldBe(603);
        read.Distinct().Count().ShouldBe(603);
        damaged.ShouldBe(["5"]);
    }

    private static async Task<Started> StartAsync()
    {
        var world = new Started(await Tests.Route.Route.StartAsync(Bots.Say("Sí.")));
        await world.PutAsync(1, Pack);
        await world.PutAsync(2, Pack);
        await world.PutAsync(3, null);
        return world;
    }

    private sealed class Started(Route.Route route) : IAsyncDisposable
    {
        public Route.Route Route => route;

        public long Account => route.Seller.Id;

        public Leads Leads => route.Services.GetRequiredService<Leads>();

        public OrderStore Orders => route.Services.GetRequiredService<OrderStore>();

        public Task<StoredOrder> PutAsync(long id, long? pack) => Orders.ChangeAsync(
            Account,
            id,
            _ => new StoredOrder
            {
                Account = Account,
                Id = id,
                Pack = pack,
                Buyer = Buyer,
                Stage = OrderStage.Paid,
                SeenAt = DateTimeOffset.UnixEpoch,
                Moves = [new(DateTimeOffset.UnixEpoch, null, OrderStage.Paid, "paid")],
            },
            default);

        public async Task<StoredOrder> FindAsync(long order) => (await Orders.FindAsync(Account, order, default)).ShouldNotBeNull();

        public ValueTask DisposeAsync() => route.DisposeAsync();
    }
}
