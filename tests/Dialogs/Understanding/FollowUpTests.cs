namespace MeliBot.Dialogs.Tests.Understanding;

public class FollowUpTests(TrainedOnce trained) : IClassFixture<TrainedOnce>
{
    [Theory]
    [InlineData("cuánto sale el talle 40?", "¿y en azul?", "price")]
    [InlineData("tem na cor branca?", "e na preta?", "variant")]
    [InlineData("tenés stock?", "y en talle 42?", "variant")]
    [InlineData("cuánto sale el envío a Córdoba?", "y a Rosario?", "shipping_cost")]
    [InlineData("quando chega em Campinas?", "e em Santos?", "shipping_time")]
    public void An_elliptic_question_asks_what_was_asked_before(string first, string second, string intent)
    {
        var before = trained.Model.Understand(first).ToCarryOver();
        var understood = trained.Model.Understand(second, before: before);
        understood.FollowUp.ShouldBeTrue();
        understood.Intents.ShouldContain(i => i.Name == intent && i.CarriedOver);
    }

    [Fact]
    public void What_was_named_before_and_not_anew_is_kept()
    {
        var before = trained.Model.Understand("cuánto sale el talle 40 en rojo?").ToCarryOver();
        var price = trained.Model.Understand("¿y en azul?", before: before).Intents.ShouldHaveSingleItem();
        price.Slots.Select(s => (s.Name, s.Value)).ShouldBe([("color", "azul"), ("size", "40")]);
    }

    [Fact]
    public void Without_a_question_before_it_asks_for_a_variant() => trained.Names("¿y en azul?").ShouldBe(["variant"]);

    [Fact]
    public void A_whole_question_leans_on_nothing()
    {
        var before = trained.Model.Understand("cuánto sale?").ToCarryOver();
        trained.Model.Understand("tiene garantía?", before: before).Intents.ShouldAllBe(i => !i.CarriedOver);
    }
}
