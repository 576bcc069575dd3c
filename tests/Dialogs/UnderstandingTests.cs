using CsCheck;
using MeliBot.Dialogs.Understanding;

namespace MeliBot.Dialogs.Tests;

public class UnderstandingTests
{
    private static readonly SimpleRecognizer Recognizer = new();

    [Theory]
    [InlineData("Hola! tenés stock?", "availability")]
    [InlineData("HOLA TENES STOCK", "availability")]
    [InlineData("hola, sigue disponible la publicacion?", "availability")]
    [InlineData("dispnible?", "availability")]
    [InlineData("ainda tem?", "availability")]
    [InlineData("Boa noite, tem em estoque?", "availability")]
    [InlineData("tenés en negro?", "variant")]
    [InlineData("Hay en talle 40?", "variant")]
    [InlineData("tem no tamanho 42?", "variant")]
    [InlineData("tem 220v?", "variant")]
    [InlineData("cuanto sale", "price")]
    [InlineData("Quanto custa?", "price")]
    [InlineData("qto custa", "price")]
    [InlineData("presio?", "price")]
    [InlineData("Cuánto sale el envío a Córdoba?", "shipping_cost")]
    [InlineData("o frete é grátis?", "shipping_cost")]
    [InlineData("Si compro hoy cuándo me llega?", "shipping_time")]
    [InlineData("quando chega?", "shipping_time")]
    [InlineData("Entrega em Campinas?", "shipping_area")]
    [InlineData("Hacen envíos a San Andrés?", "shipping_area")]
    [InlineData("tiene garantia?", "warranty")]
    [InlineData("Qual a garantia?", "warranty")]
    [InlineData("puedo retirar en persona?", "pickup")]
    [InlineData("muchas gracias!", "thanks")]
    [InlineData("es compatible con iphone 12?", "compatibility")]
    public void A_sentence_asks_for(string text, string intent) => Names(text).ShouldBe([intent]);

    [Theory]
    [InlineData("Hola! tenés stock? cuánto sale?", "availability", "price")]
    [InlineData("¿Cuánto sale y qué garantía tiene?", "price", "warranty")]
    [InlineData("TENES EN NEGRO?? Y CUANTO SALE EL ENVIO", "variant", "shipping_cost")]
    [InlineData("tem no tamanho 42 e quanto custa?", "variant", "price")]
    [InlineData("Olá, ainda tem disponivel? chega ate sexta?", "availability", "shipping_time")]
    public void Several_requests_of_one_question_come_in_the_order_asked(string text, string first, string second) => Names(text).ShouldBe([first, second]);

    [Theory]
    [InlineData("aceitam troca por uma bicicleta usada?")]
    [InlineData("qué opinás de la luna de valencia?")]
    [InlineData("asdf qwer zxcv")]
    [InlineData("???")]
    public void What_the_rules_do_not_account_for_is_something_else(string text) => Names(text).Except(["availability", "variant", "price", "shipping_cost", "shipping_time", "shipping_area", "warranty", "thanks", "pickup"]).ShouldNotBeEmpty();

    [Theory]
    [InlineData("es apto para bebés?")]
    [InlineData("é seguro para gestante?")]
    [InlineData("tengo alergia al niquel, tenés stock?")]
    public void Health_and_safety_are_never_read_as_an_ordinary_question(string text) => Names(text).ShouldContain("other");

    [Fact]
    public void The_span_of_an_intent_is_the_buyers_own_words()
    {
        const string Text = "¡Hola! ¿Tenés STOCK? ¿Cuánto sale?";
        var intents = Recognizer.Understand(Text).Intents;
        Said(Text, intents[0].Span).ShouldBe("Tenés STOCK");
        Said(Text, intents[1].Span).ShouldBe("Cuánto sale");
    }

    [Fact]
    public void An_option_that_the_listing_offers_is_found_whole()
    {
        var understood = Recognizer.Understand("hola, tenes azul marino?", new ListingHints(null, [new("Color", "Azul marino"), new("Color", "Azul")]));
        understood.Intents.ShouldHaveSingleItem().Options.ShouldHaveSingleItem().Folded.ShouldBe("azul marino");
    }

    [Theory]
    [InlineData("hay en talle 38 negro?")]
    [InlineData("hay en negro 38?")]
    [InlineData("tenes la 38 en negro?")]
    public void A_colour_and_a_size_are_both_read(string text) =>
        Recognizer.Understand(text, new ListingHints(null, [new("Color", "Negro"), new("Talle", "38")])).Intents.ShouldHaveSingleItem()
            .Options.Select(o => (o.Folded, o.Kind)).ShouldBe([("negro", "color"), ("38", "size")], ignoreOrder: true);

    [Fact]
    public void A_follow_up_is_known_as_one()
    {
        Recognizer.Understand("¿y en azul?").FollowUp.ShouldBeTrue();
        Recognizer.Understand("tenés stock?").FollowUp.ShouldBeFalse();
    }

    [Fact]
    public void A_named_quantity_is_part_of_the_request() => Recognizer.Understand("tenes 3 unidades?").Intents[0].Quantity.ShouldBe(3);

    [Fact]
    public void Any_text_is_read_to_spans_inside_it() =>
        Gen.String[0, 300].Sample(text =>
        {
            var understood = Recognizer.Understand(text);
            return understood.Intents.Count > 0 && understood.Intents.All(i => i.Span.Start >= 0 && i.Span.Start + i.Span.Length <= text.Length && i.Score is >= 0 and <= 1);
        });

    private static IEnumerable<string> Names(string text) => Recognizer.Understand(text).Intents.Select(i => i.Name);

    private static string Said(string text, TextSpan span) => text.Substring(span.Start, span.Length);
}
