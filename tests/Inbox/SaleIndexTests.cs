using MeliBot.Adapter.Orders;
using MeliBot.Inbox.Index;
using MeliBot.Inbox.Index.Sqlite;
using Microsoft.Data.Sqlite;

namespace MeliBot.Inbox.Tests;

public sealed class SaleIndexTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("melibot-sales-").FullName;
    private readonly IndexDatabase _database;

    public SaleIndexTests()
    {
        _database = new(() => Path.Combine(_folder, "index"));
        Index = new(_database);
    }

    private SqliteSaleIndex Index { get; }

    [Fact]
    public async Task What_must_not_be_shipped_comes_first_and_then_what_changed_last()
    {
        await PutAsync(Sale(1), Sale(2) with { UpdatedAt = Noon.AddHours(1) }, Sale(3) with { UpdatedAt = Noon.AddYears(-1), FraudRisk = true });

        (await FindAsync(new SaleQuery(OrderStage.Paid))).ShouldBe([3, 2, 1]);
        (await Index.FindAsync(new SaleQuery(OrderStage.Paid), 1, 1, TestContext.Current.CancellationToken)).ShouldHaveSingleItem().Order.ShouldBe(2);
    }

    [Fact]
    public async Task A_sale_that_moved_stands_in_its_new_stage_only()
    {
        await PutAsync(Sale(1) with { Stage = OrderStage.PaymentRequired, Tags = ["not_paid"] });
        await PutAsync(Sale(1) with { Tags = ["paid"] });

        (await FindAsync(new SaleQuery(OrderStage.PaymentRequired))).ShouldBeEmpty();
        (await FindAsync(new SaleQuery(OrderStage.Paid))).ShouldBe([1]);
        (await FindAsync(new SaleQuery(Tag: "not_paid"))).ShouldBeEmpty();
        (await Index.TagsAsync(TestContext.Current.CancellationToken)).ShouldBe(["paid"]);
    }

    [Fact]
    public async Task Account_tag_and_text_narrow_the_list_and_its_counters_together()
    {
        await PutAsync(
            Sale(1) with { Tags = ["paid", "not_delivered"], Contact = "Núñez Ana" },
            Sale(2) with { Tags = ["paid"], Contact = "Nuñez Luis", Stage = OrderStage.Cancelled },
            Sale(3) with { Account = 2, Tags = ["paid"], Contact = "Núñez Eva" },
            Sale(4) with { Tags = ["paid"], Contact = "Otro" });

        (await FindAsync(new SaleQuery(Account: 1, Tag: "paid", Text: "nunez"))).Order().ShouldBe([1, 2]);
        (await Index.CountAsync(new SaleQuery(OrderStage.Paid, 1, "paid", "nunez"), TestContext.Current.CancellationToken)).ShouldBe(new Dictionary<OrderStage, int> { [OrderStage.Paid] = 1, [OrderStage.Cancelled] = 1 }, ignoreOrder: true);
        (await FindAsync(new SaleQuery(Tag: "not_delivered"))).ShouldBe([1]);
        (await Index.CountAsync(new SaleQuery(Account: 2), TestContext.Current.CancellationToken)).ShouldBe(new Dictionary<OrderStage, int> { [OrderStage.Paid] = 1 });
        (await Index.TagsAsync(TestContext.Current.CancellationToken)).ShouldBe(["not_delivered", "paid"]);
    }

    [Theory]
    [InlineData("2000018")]
    [InlineData("77001")]
    [InlineData("zapatillas")]
    [InlineData("AB123456")]
    [InlineData("MLA55")]
    public async Task A_sale_is_found_by_its_pack_its_buyer_what_was_sold_and_its_tracking(string typed)
    {
        await PutAsync(
            Sale(1) with { Pack = 2000018, Buyer = 77001, Lines = [new("MLA55", "Zapatillas Pampa", "Azul", 1, 10)], Shipment = new(9, "shipped", Tracking: "AB123456") },
            Sale(2) with { Buyer = 88, Lines = [new("MLA66", "Taza", null, 1, 10)] });

        (await FindAsync(new SaleQuery(Text: typed))).ShouldBe([1]);
    }

    [Fact]
    public async Task A_deleted_lead_is_listed_among_the_deleted_only()
    {
        await PutAsync(Sale(1) with { Tags = ["paid"], LeadChanges = [new(Noon, LeadAct.Deleted, "agent:ana")] }, Sale(2) with { Tags = ["paid"] });

        (await FindAsync(new SaleQuery())).ShouldBe([2]);
        (await FindAsync(new SaleQuery(Tag: "paid"))).ShouldBe([2]);
        var deleted = (await Index.FindAsync(new SaleQuery(Deleted: true), 0, 10, TestContext.Current.CancellationToken)).ShouldHaveSingleItem();
        (deleted.Order, deleted.Deletion!.By).ShouldBe((1, "agent:ana"));
    }

    [Fact]
    public async Task A_deleted_contact_is_neither_shown_nor_found_by_name()
    {
        await Index.PutAsync([IndexedSale.Of(Sale(1) with { Contact = "Ana Núñez" }, contactDeleted: true)], TestContext.Current.CancellationToken);

        (await FindAsync(new SaleQuery(Text: "nunez"))).ShouldBeEmpty();
        var row = (await Index.FindAsync(new SaleQuery(), 0, 1, TestContext.Current.CancellationToken)).ShouldHaveSingleItem();
        (row.Contact, row.IsContactDeleted).ShouldBe((null, true));
    }

    [Fact]
    public void Time_in_stage_begins_with_the_move_into_it_and_not_with_another_word_for_it()
    {
        var sale = Sale(1) with
        {
            Moves =
            [
                new(Noon, null, OrderStage.PaymentRequired, "confirmed"), new(Noon.AddHours(1), OrderStage.PaymentRequired, OrderStage.Paid, "paid"),
                new(Noon.AddHours(2), OrderStage.Paid, OrderStage.Paid, "partially_refunded"),
            ],
        };

        SaleRow.Of(sale, false).StageSince.ShouldBe(Noon.AddHours(1));
    }

    [Fact]
    public async Task A_sale_with_null_everywhere_stands_on_the_board_too()
    {
        await PutAsync(new StoredOrder { Account = 1, Id = 9, SeenAt = Noon });

        var row = (await Index.FindAsync(new SaleQuery(OrderStage.Unknown), 0, 1, TestContext.Current.CancellationToken)).ShouldHaveSingleItem();
        (row.Order, row.Sold, row.Contact, row.StageSince).ShouldBe((9, "", null, Noon));
    }

    public void Dispose()
    {
        _database.Dispose();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private static StoredOrder Sale(long id) => new() { Account = 1, Id = id, Stage = OrderStage.Paid, Status = "paid", UpdatedAt = Noon, SeenAt = Noon, Moves = [new(Noon, null, OrderStage.Paid, "paid")] };

    private Task PutAsync(params IReadOnlyList<StoredOrder> sales) => Index.PutAsync([.. sales.Select(sale => IndexedSale.Of(sale, contactDeleted: false))], TestContext.Current.CancellationToken);

    private async Task<IEnumerable<long>> FindAsync(SaleQuery query) => (await Index.FindAsync(query, 0, 100, TestContext.Current.CancellationToken)).Select(row => row.Order);
}
