namespace MeliBot.Simulator.Tests;

public sealed class ItemTests
{
    [Fact]
    public async Task A_listing_shows_its_variations_warranty_and_freight()
    {
        await using var play = await Playground.StartAsync();
        var item = Shoe(play);

        var (_, body) = await play.GetAsync($"/items/{item.Id}?include_attributes=all");

        body.Text("title").ShouldBe("Zapatilla urbana");
        body!["available_quantity"]!.GetValue<int>().ShouldBe(70);
        body["variations"]![1]!["attribute_combinations"]![0].Text("value_name").ShouldBe("Azul");
        body["variations"]![1]!["attributes"]![0].Text("value_name").ShouldBe("ZU-42-A");
        body.Text("warranty").ShouldBe("Garantía del vendedor: 3 meses");
        body["sale_terms"]![1]!["value_struct"]!["number"]!.GetValue<int>().ShouldBe(3);
        body["shipping"]!["free_shipping"]!.GetValue<bool>().ShouldBeFalse();
        body.Text("permalink").ShouldBe($"https://articulo.mercadolibre.com.ar/MLA-{item.Id[3..]}-zapatilla-urbana-_JM");
    }

    [Fact]
    public async Task Somebody_elses_stock_is_seen_in_bands()
    {
        await using var play = await Playground.StartAsync();
        var item = Shoe(play);
        var stranger = play.World.Grant(play.App.Id, play.World.CreateSeller().Id).AccessToken;

        (await play.GetAsync($"/items/{item.Id}", stranger)).Body!["available_quantity"]!.GetValue<int>().ShouldBe(50);
    }

    [Fact]
    public async Task Attributes_project_the_body()
    {
        await using var play = await Playground.StartAsync();

        var (_, body) = await play.GetAsync($"/items/{play.Item.Id}?attributes=id,shipping.mode");

        body!.ToJsonString().ShouldBe($$$"""{"id":"{{{play.Item.Id}}}","shipping":{"mode":"me2"}}""");
    }

    [Fact]
    public async Task A_multiget_keeps_the_order_drops_what_was_not_selected_and_refuses_repeats()
    {
        await using var play = await Playground.StartAsync();
        var id = play.Item.Id;

        (await play.GetAsync($"/items/bulk?ids=MLA9,{id}&attributes=status_code,body.id")).Body!.ToJsonString()
            .ShouldBe($$$"""[{"status_code":404},{"status_code":200,"body":{"id":"{{{id}}}"}}]""");
        (await play.GetAsync($"/items/bulk?ids={id}&attributes=status_code,price")).Body!.ToJsonString().ShouldBe("""[{"status_code":200}]""");
        (await play.GetAsync($"/items/bulk?ids={id}&attributes=body.id")).Body![0]!["status_code"].ShouldBeNull();
        (await play.GetAsync($"/items/bulk?ids={id},{id}")).Status.ShouldBe(400);
        (await play.GetAsync("/items/bulk?ids=" + string.Join(',', Enumerable.Range(0, 21)))).Status.ShouldBe(400);
        (await play.GetAsync($"/items?ids={id}")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Prices_descriptions_and_freight_have_addresses_of_their_own()
    {
        await using var play = await Playground.StartAsync();
        var item = Shoe(play);

        var (_, price) = await play.GetAsync($"/items/{item.Id}/sale_price?context=channel_marketplace");
        var (_, text) = await play.GetAsync($"/items/{item.Id}/description");
        var (_, freight) = await play.GetAsync($"/items/{item.Id}/shipping_options?zip_code=1430");

        (price!["amount"]!.GetValue<decimal>(), price["regular_amount"]!.GetValue<decimal>()).ShouldBe((45999.5m, 51000m));
        text.Text("plain_text").ShouldBe("Cómoda y liviana.");
        freight!["options"]![0]!["cost"]!.GetValue<decimal>().ShouldBe(4200);
        (await play.GetAsync($"/items/{item.Id}/shipping_options")).Status.ShouldBe(400);
        (await play.GetAsync($"/items/{play.Item.Id}/description")).Status.ShouldBe(404);
        (await play.GetAsync("/items/MLA1")).Body.Text("message").ShouldBe("Item with id MLA1 not found");
    }

    private static WorldItem Shoe(Playground play) => play.World.CreateItem(new()
    {
        SellerId = play.Seller.Id,
        Title = "Zapatilla urbana",
        Price = 45999.5m,
        RegularPrice = 51000,
        Description = "Cómoda y liviana.",
        Warranty = new("Garantía del vendedor", "3 meses"),
        Shipping = new() { Options = [new("Estándar a domicilio", 4200, 4)] },
        Variations =
        [
            new() { Combination = [new("COLOR", "Color", "Negro"), new("SIZE", "Talle", "42")], Stock = 66 },
            new() { Combination = [new("COLOR", "Color", "Azul"), new("SIZE", "Talle", "42")], Stock = 4, Sku = "ZU-42-A" },
        ],
    });
}
