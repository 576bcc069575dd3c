using MeliBot.Dialogs.Facts;
using MeliBot.Dialogs.Running;
using Microsoft.Bot.Schema;
using static MeliBot.Dialogs.Tests.BotScene;

namespace MeliBot.Dialogs.Tests;

public class PlaybookBotTests
{
    [Fact]
    public async Task Two_requests_in_one_question_become_two_fragments_in_the_order_asked()
    {
        var replies = await new BotScene(Listing()).AskAsync("Hola! cuánto sale? y qué garantía tiene?");

        Texts(replies).ToArray().ShouldBe([Texts(replies).First(), Texts(replies).Last()]);
        Texts(replies).First().ShouldBe("El precio es $ 15.000.");
        Texts(replies).Last().ShouldContain("garantía del vendedor: 6 meses");
        Texts(replies, "greeting").ShouldBe(["¡Hola!"]);
        Texts(replies, "closing").Count().ShouldBe(1);
    }

    [Fact]
    public async Task A_fragment_carries_the_fact_it_rests_on_with_source_and_time()
    {
        var replies = await new BotScene(Listing()).AskAsync("cuánto sale?");

        var fragment = Fragment(replies.Single(r => r.Text?.Contains("15.000", StringComparison.Ordinal) == true));
        ((string?)fragment["intent"], (string?)fragment["rule"], (int?)fragment["span"]!["start"]).ShouldBe(("price", "price.listed", 0));
        var fact = fragment["facts"]!.Single(f => (string?)f["name"] == "item.price");
        ((string?)fact["value"], (string?)fact["source"], (string?)fact["at"]).ShouldBe(("15000 ARS", "item", "2026-11-23T10:00:00.000Z"));
    }

    [Fact]
    public async Task What_was_recognised_travels_with_the_reply() =>
        Intents(await new BotScene(Listing()).AskAsync("tenés en negro? cuánto sale el envío?")).ShouldBe(["variant", "shipping_cost"]);

    [Fact]
    public async Task The_turns_trace_names_the_playbook_and_keeps_what_was_known()
    {
        var scene = new BotScene(Listing());

        var trace = Trace(await scene.AskAsync("cuánto sale?"));

        ((string?)trace["name"], (string?)trace["version"]).ShouldBe(("shipped", scene.Playbook.Version));
        var snapshot = FactsSnapshot.Parse((string)trace["facts"]!);
        snapshot.Item!.Price.ShouldBe(Listing().Price);
        snapshot.Item.Variations!.Value[2].Attributes.ShouldBe([new("Color", "Rojo"), new("Talle", "M")]);
    }

    [Fact]
    public async Task The_listing_comes_from_the_channel_data()
    {
        var scene = new BotScene(Listing());
        await scene.AskAsync("precio?");
        scene.Asked.ShouldBe(new FactRequest(1, null, "MLA1"));
    }

    [Theory]
    [InlineData("tenés en azul?", "Sí, tenemos stock en azul.")]
    [InlineData("hay en negra?", "Sí, tenemos stock en negro.")]
    [InlineData("tenes en rojo?", "En rojo por ahora no nos queda stock; sí hay en azul talle M y negro talle M.")]
    [InlineData("la tenés en verde?", "En verde no lo tenemos; sí hay en azul talle M y negro talle M.")]
    [InlineData("hay en 220v?", "No tengo confirmado si lo tenemos en 220v.")]
    public async Task A_variant_is_answered_from_the_listings_own_options(string question, string answer) =>
        Texts(await new BotScene(Listing()).AskAsync(question)).ShouldBe([answer]);

    [Theory]
    [InlineData("hay en talle 38 negro?", "Sí, tenemos stock en negro talle 38.")]
    [InlineData("en negro talle 39 hay?", "En negro talle 39 por ahora no nos queda stock; sí hay en negro talle 38 y azul talle 39.")]
    [InlineData("en azul talle 38 hay?", "En azul talle 38 no lo tenemos; sí hay en negro talle 38 y azul talle 39.")]
    public async Task A_colour_and_a_size_must_both_be_there(string question, string answer) =>
        Texts(await new BotScene(Shoes()).AskAsync(question)).ShouldBe([answer]);

    [Fact]
    public async Task A_follow_up_keeps_the_size_and_changes_the_colour()
    {
        var scene = new BotScene(Shoes());

        await scene.AskAsync("hay en talle 39 negro?");
        Texts(await scene.AskAsync("¿y en azul?")).ShouldBe(["Sí, tenemos stock en azul talle 39."]);
    }

    [Theory]
    [InlineData("tem estoque?", "No momento não tenho o estoque confirmado.")]
    [InlineData("qual o preço?", "No momento não tenho o preço confirmado: vale o que aparece no anúncio.")]
    [InlineData("tem garantia?", "O anúncio não informa a garantia, por isso não tenho esse dado confirmado.")]
    [InlineData("quanto fica o frete?", "Não tenho o valor do frete confirmado para este anúncio.")]
    [InlineData("tem na cor azul?", "Não tenho confirmado se temos em azul.")]
    public async Task An_unknown_fact_is_said_to_be_unknown(string question, string answer) =>
        Texts(await new BotScene(new ItemFacts { Id = "MLB1" }, "pt-BR").AskAsync(question)).ShouldBe([answer]);

    [Theory]
    [InlineData("sirve para un Corsa 2010?", "compatibility")]
    [InlineData("hacés factura A?", "invoice")]
    [InlineData("cómo se instala?", "usage")]
    public async Task What_the_bot_may_not_answer_goes_to_a_person(string question, string intent)
    {
        var replies = await new BotScene(Listing()).AskAsync(question);

        HandOver(replies).ShouldNotBeNullOrEmpty();
        Texts(replies).ShouldBeEmpty();
        Texts(replies, "greeting").ShouldBeEmpty();
        Intents(replies).ShouldContain(intent);
    }

    [Fact]
    public async Task Beside_a_hand_over_what_is_known_becomes_the_persons_draft()
    {
        var replies = await new BotScene(Listing()).AskAsync("cuánto sale? hacés factura A?");

        Texts(replies).ShouldBe(["El precio es $ 15.000."]);
        HandOver(replies).ShouldBe("The listing doesn't say which invoice is made out.");
    }

    [Fact]
    public async Task A_listing_that_cannot_be_read_goes_to_a_person() =>
        HandOver(await new BotScene(null).AskAsync("cuánto sale?")).ShouldBe("The listing can't be read, so nothing about it is known.");

    [Fact]
    public async Task A_follow_up_asks_the_same_of_another_option()
    {
        var facts = Listing() with
        {
            Variations = Known<IReadOnlyList<Variation>>([new([new("Color", "Azul")], 3, new Money(15000, "ARS")), new([new("Color", "Negro")], 2, new Money(17500.5m, "ARS"))]),
        };
        var scene = new BotScene(facts);

        Texts(await scene.AskAsync("cuánto sale?")).ShouldBe(["El precio es $ 15.000."]);
        Texts(await scene.AskAsync("¿y en negro?")).ShouldBe(["El precio en negro es $ 17.500,50."]);
    }

    [Fact]
    public async Task The_price_of_an_option_that_is_out_is_that_it_is_out()
    {
        var scene = new BotScene(Listing());

        await scene.AskAsync("cuánto sale?");
        Texts(await scene.AskAsync("¿y en rojo?")).ShouldBe(["En rojo por ahora no nos queda stock; sí hay en azul talle M y negro talle M."]);
    }

    [Fact]
    public async Task Asked_which_option_the_buyers_next_question_may_be_the_answer_or_another_question()
    {
        var scene = new BotScene(Listing());

        var first = await scene.AskAsync("hola, tenés stock?");
        Texts(first).ShouldBe(["Sí, tenemos stock en azul talle M y negro talle M."]);
        Texts(first, "complement").ShouldBe(["¿Cuál buscás?"]);
        Texts(await scene.AskAsync("azul")).ShouldBe(["Sí, tenemos stock en azul."]);

        await scene.AskAsync("tenés stock?");
        Texts(await scene.AskAsync("cuánto sale?")).ShouldBe(["El precio es $ 15.000."]);
    }

    [Theory]
    [InlineData("es-AR", "¿Cuál buscás?")]
    [InlineData("es-MX", "¿Cuál buscas?")]
    [InlineData("pt-BR", "Qual você procura?")]
    public async Task The_bot_talks_as_the_site_does(string locale, string prompt) =>
        Texts(await new BotScene(Listing(), locale).AskAsync("stock?"), "complement").ShouldBe([prompt]);

    [Theory]
    [InlineData(3, "tenes 3 unidades?", "Sí, tenemos stock para 3 unidades.")]
    [InlineData(1, "tenes 3 unidades?", "Por ahora nos queda 1 unidad.")]
    public async Task A_quantity_is_compared_with_the_stock(int stock, string question, string answer) =>
        Texts(await new BotScene(Listing() with { AvailableQuantity = Known(stock) }).AskAsync(question)).ShouldBe([answer]);

    [Fact]
    public async Task A_paused_listing_is_not_called_available() =>
        Texts(await new BotScene(Listing() with { Status = Known("paused") }).AskAsync("tenés stock?")).ShouldBe(["La publicación no está activa, así que por ahora no se puede comprar."]);

    [Fact]
    public async Task What_an_answer_says_already_no_complement_repeats()
    {
        var scene = new BotScene(Listing());

        Texts(await scene.AskAsync("cuánto sale?"), "complement").ShouldBe(["El envío es gratis en esta publicación."]);
        var replies = await scene.AskAsync("cuánto sale? el envío es gratis?");
        Texts(replies, "complement").ShouldBeEmpty();
        Texts(replies).Last().ShouldBe("El envío es gratis en esta publicación.");
    }

    [Fact]
    public async Task Delivery_is_read_only_when_a_postcode_is_known_and_is_remembered_for_the_next_question()
    {
        var scene = new BotScene(Listing()) { Delivery = new(new DeliveryOffer(new Money(2500, "ARS"), new(2026, 11, 27, 12, 0, 0, TimeSpan.Zero), new(2026, 11, 30, 12, 0, 0, TimeSpan.Zero), "Rosario, Santa Fe"), "shipping_options", Read) };

        await scene.AskAsync("cuánto sale?");
        await scene.AskAsync("cuánto sale el envío?");
        scene.Reads.ShouldBeEmpty();
        Texts(await scene.AskAsync("cuánto sale el envío al cp 2000?")).ShouldBe(["El envío a Rosario, Santa Fe cuesta $ 2.500."]);
        Texts(await scene.AskAsync("si compro hoy cuándo me llega?")).ShouldBe(["A Rosario, Santa Fe la entrega se estima entre el 27/11 y el 30/11."]);
        scene.Reads.Distinct().ShouldBe(["delivery to 2000"]);
    }

    [Fact]
    public async Task Events_of_the_channel_get_no_words()
    {
        var scene = new BotScene(Listing());
        var adapter = new Microsoft.Bot.Builder.Adapters.TestAdapter();
        await adapter.ProcessActivityAsync(new Activity { Type = ActivityTypes.Event, Name = "handoff.status" }, (turn, ct) => scene.Bot.OnTurnAsync(turn, ct), default);
        adapter.ActiveQueue.ShouldBeEmpty();
    }

    private static ItemFacts Shoes() => Listing() with
    {
        Variations = Known<IReadOnlyList<Variation>>([new([new("Color", "Negro"), new("Talle", "38")], 9), new([new("Color", "Negro"), new("Talle", "39")], 0), new([new("Color", "Azul"), new("Talle", "39")], 2)]),
    };
}
