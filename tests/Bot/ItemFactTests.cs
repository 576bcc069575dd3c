using System.Text.Json;
using MeliBot.Bot.Facts;
using MeliBot.Dialogs.Facts;
using MeliBot.MercadoLibre;

namespace MeliBot.Bot.Tests;

public class ItemFactTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_listings_fields_become_facts_with_source_and_time()
    {
        var facts = Read("""
            {"id":"MLA1","title":"Campera","price":100,"currency_id":"ARS","available_quantity":4,"status":"active","condition":"new",
             "shipping":{"mode":"me2","free_shipping":true,"local_pick_up":false,"logistic_type":"fulfillment"},
             "sale_terms":[{"id":"WARRANTY_TYPE","value_id":"2230280","value_name":"Garantía del vendedor"},{"id":"WARRANTY_TIME","value_name":"6 meses"}],
             "variations":[{"id":1,"available_quantity":2,"price":120,"attribute_combinations":[{"name":"Color","value_name":"Azul"}]},
                           {"id":2,"available_quantity":0,"price":100,"attribute_combinations":[{"name":"Color","value_name":"Rojo"}]}]}
            """);

        facts.Price.ShouldBe(new Fact<Money>(new Money(100, "ARS"), "item", At));
        facts.AvailableQuantity!.Value.ShouldBe(4);
        facts.Warranty!.Value.ShouldBe(new Warranty("Garantía del vendedor: 6 meses", true, "Garantía del vendedor", "6 meses"));
        facts.Shipping!.Value.ShouldBe(new Shipping(true, "me2", "fulfillment", false));
        facts.Variations!.Value[0].Price.ShouldBe(new Money(120, "ARS"));
        facts.Variations.Value[1].Price.ShouldBeNull();
        facts.Variations.Value[1].Quantity.ShouldBe(0);
    }

    [Fact]
    public void What_the_platform_left_out_stays_unknown()
    {
        var facts = Read("""{"id":"MLA1"}""");

        facts.Price.ShouldBeNull();
        facts.AvailableQuantity.ShouldBeNull();
        facts.Warranty.ShouldBeNull();
        facts.Shipping.ShouldBeNull();
        facts.Status.ShouldBeNull();
    }

    [Theory]
    [InlineData("Sin garantía")]
    [InlineData("Sem garantia")]
    public void A_warranty_that_says_there_is_none_is_none(string text) =>
        Read($$"""{"id":"MLA1","sale_terms":[{"id":"WARRANTY_TYPE","value_name":"{{text}}"}]}""").Warranty!.Value.Exists.ShouldBeFalse();

    [Fact]
    public void A_term_that_does_not_apply_says_nothing() =>
        Read("""{"id":"MLA1","sale_terms":[{"id":"WARRANTY_TYPE","value_id":"-1","value_name":null}]}""").Warranty.ShouldBeNull();

    [Fact]
    public void The_sale_price_goes_before_the_listings_own() =>
        ItemFactMap.Of(Item("""{"id":"MLA1","price":100,"currency_id":"ARS"}"""), new SalePrice { Amount = 90, CurrencyId = "ARS" }, At).Price!.Value.ShouldBe(new Money(90, "ARS"));

    private static ItemFacts Read(string json) => ItemFactMap.Of(Item(json), null, At);

    private static Item Item(string json) => JsonSerializer.Deserialize<Item>(json, MercadoLibreJson.Options)!;
}
