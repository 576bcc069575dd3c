using MeliBot.Dialogs.Understanding;

namespace MeliBot.Dialogs.Tests.Understanding;

public class SlotTests
{
    [Theory]
    [InlineData("lo tenés en azul marino?", "color", "azul marino")]
    [InlineData("tem na cor preta?", "color", "preta")]
    [InlineData("hay en talle 40?", "size", "40")]
    [InlineData("tem no P?", "size", "p")]
    [InlineData("tenés XL", "size", "xl")]
    [InlineData("tem 220v?", "voltage", "220 v")]
    [InlineData("é bivolt?", "voltage", "bivolt")]
    [InlineData("si llevo 3 me haces precio?", "quantity", "3")]
    [InlineData("tenes 4 unidades?", "quantity", "4")]
    [InlineData("se eu levar duas faz desconto?", "quantity", "2")]
    [InlineData("llega a Río Gallegos?", "place", "rio gallegos")]
    [InlineData("frete pro cep 88000-000?", "place", "88000")]
    [InlineData("llega antes del viernes?", "date", "viernes")]
    [InlineData("chega até dia 20?", "date", "dia 20")]
    [InlineData("o de 256gb tem?", "model", "256 gb")]
    [InlineData("serve no iphone 13 pro?", "product", "iphone 13 pro")]
    public void What_is_named_is_found(string text, string slot, string value) => Find(text).ShouldContain(s => s.Name == slot && s.Value == value);

    [Theory]
    [InlineData("cuánto sale?")]
    [InlineData("en cuotas de 12 meses")]
    [InlineData("tiene garantía?")]
    public void Nothing_is_named_where_nothing_is(string text) => Find(text).ShouldBeEmpty();

    [Fact]
    public void A_slot_knows_where_it_stands()
    {
        const string Text = "¿La tenés en Rojo, talle M?";
        Find(Text).Select(s => (s.Name, s.Text)).ShouldBe([("color", "Rojo"), ("size", "M")]);
        Find(Text).ShouldAllBe(s => Text.Substring(s.Span.Start, s.Span.Length) == s.Text);
    }

    private static List<SlotValue> Find(string text) => SlotFinder.Find(QuestionFeatures.Read(QuestionText.Read(text), ConceptLexicon.Shipped), ConceptLexicon.Shipped);
}
