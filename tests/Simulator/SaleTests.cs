using System.Text.Json.Nodes;

namespace MeliBot.Simulator.Tests;

public sealed class SaleTests
{
    [Fact]
    public async Task A_sale_is_bought_paid_shipped_and_delivered_and_each_step_is_notified()
    {
        await using var play = await Playground.StartAsync();
        await using var mail = await Mailbox.StartAsync();
        play.World.Subscribe(play.App.Id, mail.Url, "orders_v2", "payments", "shipments");

        var order = play.Buy(pay: false);
        (await play.GetAsync($"/orders/{order.Id}")).Body.Text("status").ShouldBe("payment_required");
        play.World.Sales.StartPayment(order.Id);
        play.World.Sales.Pay(order.Id);
        var (status, paid) = await play.GetAsync($"/orders/{order.Id}");
        status.ShouldBe(200);
        paid.Text("status").ShouldBe("paid");
        paid!["tags"]!.AsArray().Select(tag => tag!.ToString()).ShouldBe(["paid", "not_delivered"]);
        paid["pack_id"].ShouldBeNull();
        (await play.GetAsync($"/collections/{paid["payments"]![0]!["id"]}")).Body.Text("status").ShouldBe("approved");

        var shipment = paid["shipping"]!["id"]!.GetValue<long>();
        play.World.Sales.Move(shipment, "shipped", "out_for_delivery");
        play.World.Sales.Move(shipment, "delivered");
        (await play.GetAsync($"/orders/{order.Id}")).Body!["tags"]!.AsArray().Select(tag => tag!.ToString()).ShouldContain("delivered");
        (await mail.WaitAsync(10)).Select(notice => notice.Text("topic")).Distinct().ShouldBe(["orders_v2", "payments", "shipments"], ignoreOrder: true);
    }

    [Fact]
    public async Task Both_bodies_of_a_shipment_are_answered()
    {
        await using var play = await Playground.StartAsync();
        var order = play.Buy();
        var id = play.World.Sales.Order(order.Id)!.ShipmentId!.Value;

        var (_, old) = await play.GetAsync($"/shipments/{id}");
        old!["logistic_type"]!.ToString().ShouldBe("cross_docking");
        old["order_id"]!.GetValue<long>().ShouldBe(order.Id);
        old["lead_time"].ShouldBeNull();

        using var http = new HttpClient { BaseAddress = play.Host.Url };
        http.DefaultRequestHeaders.Add("x-format-new", "true");
        http.DefaultRequestHeaders.Authorization = new("Bearer", play.Tokens.AccessToken);
        var fresh = JsonNode.Parse(await http.GetStringAsync($"/shipments/{id}", Playground.Cancel))!;
        fresh["logistic"]!["type"]!.ToString().ShouldBe("cross_docking");
        fresh["order_id"].ShouldBeNull();
        JsonNode.Parse(await http.GetStringAsync($"/shipments/{id}/items", Playground.Cancel))![0]!["order_id"]!.GetValue<long>().ShouldBe(order.Id);
    }

    [Fact]
    public async Task The_orders_of_a_cart_share_pack_shipment_and_conversation()
    {
        await using var play = await Playground.StartAsync();
        var other = play.World.CreateItem(new() { SellerId = play.Seller.Id, Title = "Cordones" });
        var orders = play.World.Sales.Buy(new() { BuyerId = play.Buyer.Id, Lines = [new(play.Item.Id), new(other.Id, 2)] });

        var (_, pack) = await play.GetAsync($"/packs/{orders[0].PackId}");
        pack!["orders"]!.AsArray().Select(order => order!["id"]!.GetValue<long>()).ShouldBe(orders.Select(order => order.Id));
        orders.Select(order => play.World.Sales.Order(order.Id)!.ShipmentId).Distinct().ShouldHaveSingleItem();
        (await play.GetAsync($"/messages/packs/{orders[0].PackId}/sellers/{play.Seller.Id}?tag=post_sale&mark_as_read=false")).Status.ShouldBe(200);
        (await play.GetAsync($"/packs/{orders[0].Id}")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task A_search_counts_only_hours_and_shows_cancelled_orders_only_by_name()
    {
        await using var play = await Playground.StartFrozenAsync();
        var kept = play.Buy();
        var cancelled = play.Buy();
        play.World.Sales.Cancel(cancelled.Id);

        async Task<long[]> Find(string query) =>
            [.. (await play.GetAsync($"/orders/search?seller={play.Seller.Id}&{query}")).Body!["results"]!.AsArray().Select(order => order!["id"]!.GetValue<long>())];

        (await Find("order.date_last_updated.from=2026-11-23T12:59:59.000Z")).ShouldBe([kept.Id]);
        (await Find("order.date_last_updated.from=2026-11-23T13:00:00.000Z")).ShouldBeEmpty();
        (await Find("order.status=cancelled")).ShouldBe([cancelled.Id]);
        (await Find("tags=paid")).ShouldBe([kept.Id]);
        (await play.GetAsync("/orders/search?limit=1")).Status.ShouldBe(400);
    }

    [Fact]
    public async Task A_partial_order_says_what_it_lacks()
    {
        await using var play = await Playground.StartAsync();
        var order = play.Buy();
        play.World.Sales.Change(order.Id, o => o with { Missing = ["buyer", "shipping"] });

        using var response = await play.RawAsync(HttpMethod.Get, $"/orders/{order.Id}");
        ((int)response.StatusCode).ShouldBe(206);
        response.Headers.GetValues("X-Content-Missing").ShouldBe(["buyer, shipping"]);
        JsonNode.Parse(await response.Content.ReadAsStringAsync(Playground.Cancel))!["buyer"].ShouldBeNull();
    }

    [Fact]
    public async Task Orders_of_others_and_unknown_ones_are_refused_as_documented()
    {
        await using var play = await Playground.StartAsync();
        var stranger = play.World.CreateSeller();
        var order = play.Buy();
        var foreign = play.World.Grant(play.App.Id, stranger.Id).AccessToken;

        (await play.GetAsync("/orders/1")).Body.Text("error").ShouldBe("order_not_found");
        (await play.GetAsync($"/orders/{order.Id}", foreign)).Body.Text("error").ShouldBe("not_owned_order");
        (await play.GetAsync("/orders/abc")).Body.Text("error").ShouldBe("invalid_order_id");
    }

    [Fact]
    public async Task A_scenario_buys_pays_ships_and_writes()
    {
        await using var play = await Playground.StartAsync();
        play.Host.Scenarios.Load(
            """
            name: after the sale
            accounts: [{ key: shop }]
            buyers: [{ key: ana }]
            items: [{ key: pava, account: shop, title: Pava }]
            steps:
              - buy: { id: b1, buyer: ana, item: pava, pay: false }
              - pay: b1
              - wait: 1ms
                ship: { order: b1, status: shipped, substatus: out_for_delivery }
              - write: { order: b1, text: "¿Dónde está?" }
              - write elsewhere: { order: b1, text: "Ya llega" }
              - buyer reads: b1
            """,
            "sale.yaml");
        play.Host.Scenarios.Start();
        await play.World.WaitUntilAsync(_ => play.Host.Scenarios.Current!.State == "finished", Playground.Cancel);

        play.World.Sales.All.ShouldHaveSingleItem().Status.ShouldBe("paid");
        play.World.Messages.All.Select(message => message.By).ShouldBe(["buyer", "elsewhere"], ignoreOrder: true);
    }
}
