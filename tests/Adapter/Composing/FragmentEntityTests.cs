using MeliBot.Adapter.Outbound.Composing;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace MeliBot.Adapter.Tests.Composing;

public sealed class FragmentEntityTests
{
    [Fact]
    public void What_a_bot_attached_is_read_back_also_after_a_trip_through_json()
    {
        var fragment = new Fragment(
            "Cuesta $ 100",
            FragmentRole.Complement,
            "price",
            new TextSpan(4, 9),
            "price.known",
            [new("item.price", "100", "item", new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero)), new("item.warranty", null)],
            "act-1");
        var activity = new Activity(ActivityTypes.Message, id: "act-1", text: fragment.Text, entities: [FragmentEntity.ToEntity(fragment)]);

        Same(FragmentEntity.Read(activity).ShouldHaveSingleItem(), fragment);
        Same(FragmentEntity.Read(JsonConvert.DeserializeObject<Activity>(JsonConvert.SerializeObject(activity))!).ShouldHaveSingleItem(), fragment);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"role":"headline"}""")]
    [InlineData("""{"role":7,"span":"x","facts":{"a":1},"intent":null}""")]
    [InlineData("""{"span":{"start":-1,"length":2},"facts":[1,{"value":"x"}]}""")]
    public void What_is_not_understood_is_a_core(string properties)
    {
        var entity = new Entity(FragmentEntity.Type) { Properties = JObject.Parse(properties) };
        var fragment = FragmentEntity.Read(new Activity(ActivityTypes.Message, text: "Hola", entities: [entity])).ShouldHaveSingleItem();
        fragment.Role.ShouldBe(FragmentRole.Core);
        fragment.Span.ShouldBeNull();
        fragment.Facts.ShouldBeEmpty();
    }

    [Fact]
    public void Cards_become_text_and_options_an_enumeration()
    {
        var hero = new HeroCard(title: "Zapatilla", subtitle: "Negra", text: "Talle 40", buttons: [new CardAction(ActionTypes.ImBack, "Comprar", value: "c"), new CardAction(ActionTypes.OpenUrl, "Ver", value: "https://www.mercadolibre.com.ar/x")]);
        var message = new Activity(ActivityTypes.Message, text: "Mirá", attachments: [hero.ToAttachment(), new Attachment("image/png", "https://x/y.png")]);
        Line(message).ShouldBe("Mirá. Zapatilla. Negra. Talle 40. Comprar o Ver: https://www.mercadolibre.com.ar/x");
    }

    [Theory]
    [InlineData("es-AR", "¿Qué color? Azul, Rojo o Verde.", "Azul", "Rojo", "Verde")]
    [InlineData("pt-BR", "¿Qué color? Azul ou Verde.", "Azul", "Verde")]
    [InlineData("es-MX", "¿Qué color? Azul u Ocre.", "Azul", "Ocre")]
    [InlineData("es-MX", "¿Qué color? Azul.", "Azul")]
    public void Suggested_actions_are_said_after_the_text(string locale, string expected, params string[] options)
    {
        var message = new Activity(ActivityTypes.Message, text: "¿Qué color?", locale: locale, suggestedActions: new SuggestedActions(actions: [.. options.Select(option => new CardAction(ActionTypes.ImBack, option, value: option))]));
        Line(message).ShouldBe(expected);
    }

    [Fact]
    public void Options_that_the_text_says_already_are_not_said_again()
    {
        var message = new Activity(ActivityTypes.Message, text: "¿(1) Azul o (2) Verde?", suggestedActions: new SuggestedActions(actions: [new(title: "Azul"), new(title: "Verde")]));
        Line(message).ShouldBe("¿(1) Azul o (2) Verde?");
    }

    [Fact]
    public void An_adaptive_card_says_its_text_blocks_facts_and_actions()
    {
        var card = JObject.Parse("""
            {"type":"AdaptiveCard","body":[{"type":"TextBlock","text":"Hay stock"},{"type":"ColumnSet","columns":[{"items":[{"type":"FactSet","facts":[{"title":"Talle","value":"40"}]}]}]}],
             "actions":[{"type":"Action.Submit","title":"Sí"},{"type":"Action.Submit","title":"No"}]}
            """);
        Line(new Activity(ActivityTypes.Message, attachments: [new Attachment("application/vnd.microsoft.card.adaptive", content: card)])).ShouldBe("Hay stock. Talle: 40. Sí o No.");
    }

    [Fact]
    public void A_message_without_words_is_no_fragment()
    {
        FragmentEntity.Read(new Activity(ActivityTypes.Message)).ShouldBeEmpty();
        FragmentEntity.Read(new Activity(ActivityTypes.Message, text: " ", attachments: [new Attachment("image/png", "https://x/y.png")])).ShouldBeEmpty();
        Line(new Activity(ActivityTypes.Message, speak: "<speak>Hay <emphasis>stock</emphasis></speak>")).ShouldBe("Hay stock.");
    }

    private static string? Line(Activity message) => new QuestionComposer().Compose(FragmentEntity.Read(message), new ComposeOptions()).Text;

    private static void Same(Fragment actual, Fragment expected)
    {
        (actual with { Facts = null }).ShouldBe(expected with { Facts = null });
        actual.Facts.ShouldBe(expected.Facts);
    }
}
