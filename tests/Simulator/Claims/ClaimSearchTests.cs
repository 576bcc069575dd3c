using System.Text.Json.Nodes;

namespace MeliBot.Simulator.Tests;

public sealed class ClaimSearchTests
{
    [Theory]
    [InlineData("", "invalid_query")]
    [InlineData("limit=10&offset=0&sort=last_updated:desc", "invalid_query")]
    [InlineData("resource=order", "invalid_params")]
    [InlineData("players.user_id=1", "invalid_params")]
    [InlineData("order_id=1&pack_id=1", "invalid_params")]
    [InlineData("status=opened&offset=10000", "invalid_params")]
    [InlineData("status=opened&limit=many", "invalid_params")]
    [InlineData("range=date_created", "invalid_params")]
    public async Task A_search_without_a_filter_or_half_a_pair_is_refused_without_a_status(string query, string error)
    {
        await using var play = await Playground.StartAsync();

        var (status, body) = await play.GetAsync("/post-purchase/v1/claims/search?" + query);

        (status, body.Text("error")).ShouldBe((400, error));
        body!.AsObject().Select(p => p.Key).ShouldBe(["error", "message"]);
    }

    [Fact]
    public async Task Open_ones_are_found_by_player_however_old_they_are()
    {
        await using var play = await Playground.StartAsync();
        var old = play.World.Claims.Open(new() { OrderId = play.Buy().Id, Ago = TimeSpan.FromDays(900) });
        var closed = play.Complain();
        play.World.Claims.Close(closed.Id, "no_bpp");
        var young = play.Complain();
        play.World.Claims.Open(new() { SellerId = play.World.CreateSeller().Id, BuyerId = play.Buyer.Id });

        (await FindAsync(play, $"status=opened&players.role=respondent&players.user_id={play.Seller.Id}")).ShouldBe([young.Id, old.Id]);
        (await FindAsync(play, $"status=opened&players.role=respondent&players.user_id={play.Seller.Id}&sort=date_created:asc")).ShouldBe([old.Id, young.Id]);
        (await FindAsync(play, "range=date_created:before:2025-01-01T00:00:00.000Z")).ShouldBe([old.Id]);
    }

    [Fact]
    public async Task What_is_tied_to_a_sale_is_found_by_order_pack_payment_and_resource()
    {
        await using var play = await Playground.StartAsync();
        var orders = play.World.Sales.Buy(new() { BuyerId = play.Buyer.Id, Lines = [new(play.Item.Id), new(play.Item.Id)] });
        var one = play.World.Claims.Open(new() { OrderId = orders[0].Id });
        var two = play.World.Claims.Open(new() { OrderId = orders[1].Id, Resource = "shipment", Type = ClaimTypes.Fulfillment });

        (await FindAsync(play, $"pack_id={orders[0].PackId}")).ShouldBe([two.Id, one.Id], ignoreOrder: true);
        (await FindAsync(play, $"order_id={orders[0].Id}")).ShouldBe([one.Id]);
        (await FindAsync(play, $"payment_id={orders[0].Payment!.Id}")).ShouldBe([one.Id]);
        (await FindAsync(play, $"resource=shipment&resource_id={orders[1].ShipmentId}")).ShouldBe([two.Id]);
        (await FindAsync(play, "type=fulfillment,return")).ShouldBe([two.Id]);
    }

    [Fact]
    public async Task Thirty_come_without_a_limit_and_a_hundred_at_most()
    {
        await using var play = await Playground.StartAsync();
        for (var i = 0; i < 105; i++) play.World.Claims.Open(new() { SellerId = play.Seller.Id, BuyerId = play.Buyer.Id });
        async Task<JsonNode> Search(string page) => (await play.GetAsync("/post-purchase/v1/claims/search?status=opened" + page)).Body!;

        (await Search(""))["data"]!.AsArray().Count.ShouldBe(30);
        var most = await Search("&limit=500");
        (most["data"]!.AsArray().Count, most["paging"]!["limit"]!.GetValue<int>(), most["paging"]!["total"]!.GetValue<int>()).ShouldBe((100, 100, 105));
        (await Search("&limit=100&offset=100"))["data"]!.AsArray().Count.ShouldBe(5);
    }

    private static async Task<long[]> FindAsync(Playground play, string query)
    {
        var (status, body) = await play.GetAsync("/post-purchase/v1/claims/search?" + query);
        status.ShouldBe(200, body?.ToJsonString());
        return [.. body!["data"]!.AsArray().Select(claim => claim!["id"]!.GetValue<long>())];
    }
}
