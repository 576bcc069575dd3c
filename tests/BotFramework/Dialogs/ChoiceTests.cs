using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Builder.Dialogs.Prompts;
using Microsoft.Bot.Schema;

namespace MeliBot.BotFramework.Tests.Dialogs;

public class ChoiceTests
{
    private static readonly string[] Colours = ["Rojo", "Verde", "Azul marino", "Azul"];

    private static string?[] Found(string locale, string text, params string[] choices) =>
        ChoiceRecognizers.RecognizeChoices(text, choices.Length > 0 ? choices : Colours, new FindChoicesOptions { Locale = locale }).Select(found => found.Resolution.Value).ToArray();

    private static PromptOptions Pick(params string[] choices) => new() { Prompt = MessageFactory.Text("¿Cuál?"), Choices = ChoiceFactory.ToChoices(choices) };

    [Theory]
    [InlineData("es-AR", "rojo", "Rojo")]
    [InlineData("es-AR", "el ROJO, por favor!", "Rojo")]
    [InlineData("es-AR", "azul", "Azul")]
    [InlineData("es-AR", "azul marino", "Azul marino")]
    [InlineData("es-AR", "la segunda", "Verde")]
    [InlineData("es-AR", "el tercero", "Azul marino")]
    [InlineData("es-AR", "primera", "Rojo")]
    [InlineData("es-AR", "2do", "Verde")]
    [InlineData("es-AR", "3ra", "Azul marino")]
    [InlineData("es-AR", "2", "Verde")]
    [InlineData("es-AR", "opción 2", "Verde")]
    [InlineData("es-AR", "cuatro", "Azul")]
    [InlineData("es-AR", "(2) Verde", "Verde")]
    [InlineData("pt-BR", "o primeiro", "Rojo")]
    [InlineData("pt-BR", "terceira opção", "Azul marino")]
    [InlineData("pt-BR", "quero o 3", "Azul marino")]
    [InlineData("pt-BR", "dois", "Verde")]
    [InlineData("en-US", "first", "Rojo")]
    [InlineData("en-US", "the second", "Verde")]
    [InlineData("en-US", "third one please", "Azul marino")]
    [InlineData("en-US", "2nd", "Verde")]
    [InlineData("en-US", "two", "Verde")]
    public async Task A_choice_is_picked_by_its_words_its_place_or_its_number(string locale, string text, string choice)
    {
        var talk = Talk.To(new ChoicePrompt("p"), Pick(Colours), locale);
        await talk.Say("hola");
        await talk.Say(text);

        talk.Last!.Result.ShouldBeOfType<FoundChoice>().Value.ShouldBe(choice);
    }

    [Theory]
    [InlineData("es-AR", "negro")]
    [InlineData("es-AR", "roj")]
    [InlineData("es-AR", "marino")]
    [InlineData("es-AR", "5")]
    [InlineData("es-AR", "0")]
    [InlineData("es-AR", "décimo")]
    [InlineData("en-US", "-1")]
    public void What_is_not_on_the_list_is_not_found(string locale, string text) => Found(locale, text).ShouldBeEmpty();

    [Theory]
    [InlineData("es-AR", "la última", "Azul")]
    [InlineData("pt-BR", "penúltimo", "Azul marino")]
    [InlineData("en-US", "the last one", "Azul")]
    [InlineData("es-AR", "una", "Rojo")]
    [InlineData("es-AR", "opción una", "Rojo")]
    [InlineData("es-AR", "quiero una negra", null)]
    [InlineData("en-US", "the black one", null)]
    [InlineData("es-AR", "2,5", null)]
    [InlineData("es-AR", "2º", "Verde")]
    public void Places_from_the_end_count_and_articles_do_not(string locale, string text, string? choice)
    {
        Official.SkipsThis();
        Found(locale, text).ShouldBe(choice is null ? [] : [choice]);
    }

    [Fact]
    public void Several_choices_come_in_the_order_said()
    {
        Found("es-AR", "verde y rojo").ShouldBe(["Verde", "Rojo"]);
        Found("es-AR", "1 y 3").ShouldBe(["Rojo", "Azul marino"]);
    }

    [Fact]
    public void A_choice_is_found_by_synonyms_and_by_the_title_it_was_shown_with()
    {
        var choices = new List<Choice> { new("a") { Synonyms = ["celeste"] }, new("b") { Action = new CardAction { Type = ActionTypes.ImBack, Title = "Turquesa", Value = "b" } } };

        var synonym = ChoiceRecognizers.RecognizeChoices("el celeste", choices).ShouldHaveSingleItem();
        synonym.Resolution.Value.ShouldBe("a");
        synonym.Resolution.Synonym.ShouldBe("celeste");
        synonym.TypeName.ShouldBe("choice");
        (synonym.Start, synonym.End, synonym.Text).ShouldBe((3, 9, "celeste"));
        ChoiceRecognizers.RecognizeChoices("turquesa", choices).ShouldHaveSingleItem().Resolution.Index.ShouldBe(1);
        ChoiceRecognizers.RecognizeChoices("turquesa", choices, new FindChoicesOptions { NoAction = true }).ShouldBeEmpty();
        ChoiceRecognizers.RecognizeChoices("a", choices, new FindChoicesOptions { NoValue = true }).ShouldBeEmpty();
    }

    [Fact]
    public void Numbers_and_places_can_be_switched_off()
    {
        ChoiceRecognizers.RecognizeChoices("2", Colours, new FindChoicesOptions { RecognizeNumbers = false, RecognizeOrdinals = false }).ShouldBeEmpty();
        ChoiceRecognizers.RecognizeChoices("second", Colours, new FindChoicesOptions { RecognizeOrdinals = false }).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("azul x marino", false, null, 0.6667)]
    [InlineData("azul x y marino", false, null, 0.5)]
    [InlineData("azul x y z marino", false, null, null)]
    [InlineData("azul x marino", false, 0, null)]
    [InlineData("marino", false, null, null)]
    [InlineData("marino", true, null, 0.5)]
    public void Words_may_stand_apart_at_a_price(string text, bool partial, int? distance, double? score)
    {
        var values = new List<SortedValue> { new() { Value = "azul marino", Index = 0 } };

        var found = Find.FindValues(text, values, new FindValuesOptions { AllowPartialMatches = partial, MaxTokenDistance = distance });

        found.Select(value => Math.Round(value.Resolution.Score, 4)).ShouldBe(score is { } one ? [one] : []);
    }

    [Fact]
    public void The_tokenizer_cuts_at_everything_that_is_no_letter_or_digit()
    {
        Tokenizer.DefaultTokenizer("Hola, ¿qué tal? 100% 😀x").Select(token => $"{token.Start}-{token.End} {token.Normalized}")
            .ShouldBe(["0-3 hola", "7-9 qué", "11-13 tal", "16-18 100", "21-22 😀", "23-23 x"]);
        Tokenizer.DefaultTokenizer(string.Empty).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("es-AR", "¿Cuál? (1) a o (2) b", "a", "b")]
    [InlineData("es-AR", "¿Cuál? (1) a, (2) b, o (3) c", "a", "b", "c")]
    [InlineData("pt-BR", "¿Cuál? (1) a, (2) b, ou (3) c", "a", "b", "c")]
    [InlineData("en-US", "¿Cuál? (1) a, (2) b, or (3) c", "a", "b", "c")]
    [InlineData("es-AR", "¿Cuál?\n\n   1. a\n   2. b\n   3. c\n   4. d", "a", "b", "c", "d")]
    [InlineData("es-AR", "¿Cuál?\n\n   1. a\n   2. bbbbbbbbbbbbbbbbbbbbb", "a", "bbbbbbbbbbbbbbbbbbbbb")]
    [InlineData("es-AR", "¿Cuál? (1) solo", "solo")]
    public async Task A_channel_without_buttons_gets_text(string locale, string question, params string[] choices)
    {
        var talk = Talk.To(new ChoicePrompt("p"), Pick(choices), locale);

        (await talk.Say("hola")).ShouldBe([question]);
        (await talk.Say("zzz")).ShouldBe([question]);
    }

    [Fact]
    public async Task A_style_goes_before_what_the_channel_would_get()
    {
        var options = Pick("a", "b");
        options.Style = ListStyle.List;

        (await Talk.To(new ChoicePrompt("p"), options).Say("hola")).ShouldBe(["¿Cuál?\n\n   1. a\n   2. b"]);
        (await Talk.To(new ChoicePrompt("p") { Style = ListStyle.None }, Pick("a", "b")).Say("hola")).ShouldBe(["¿Cuál?"]);
        (await Talk.To(new ChoicePrompt("p") { Style = ListStyle.Inline }, Pick("a", "b", "c", "d")).Say("hola")).ShouldBe(["¿Cuál? (1) a, (2) b, (3) c, o (4) d"]);
    }

    [Fact]
    public async Task A_channel_with_buttons_gets_them()
    {
        var talk = Talk.To(new ChoicePrompt("p"), Pick("a", "b"), channel: "emulator");

        var reply = (await talk.Replies(talk.Adapter.MakeActivity("hola"))).ShouldHaveSingleItem();

        reply.Text.ShouldBe("¿Cuál?");
        reply.SuggestedActions.Actions.Select(action => (action.Type, action.Title, action.Value)).ShouldBe([("imBack", "a", (object)"a"), ("imBack", "b", "b")]);
    }

    [Fact]
    public void Where_only_cards_have_buttons_it_is_a_card()
    {
        var message = ChoiceFactory.ForChannel("slack", ChoiceFactory.ToChoices(["a", "b"]), "¿Cuál?", null, null);

        var card = message.Attachments.ShouldHaveSingleItem().Content.ShouldBeOfType<HeroCard>();
        card.Text.ShouldBe("¿Cuál?");
        card.Buttons.Select(button => button.Title).ShouldBe(["a", "b"]);
    }

    [Theory]
    [InlineData("mercadolibre", 1, false, false)]
    [InlineData("emulator", 100, true, true)]
    [InlineData("emulator", 101, false, false)]
    [InlineData("facebook", 3, true, true)]
    [InlineData("facebook", 10, true, false)]
    [InlineData("facebook", 11, false, false)]
    [InlineData("slack", 100, false, true)]
    public void Channels_differ_in_the_buttons_they_show(string channel, int buttons, bool suggested, bool cards)
    {
        Channel.SupportsSuggestedActions(channel, buttons, null).ShouldBe(suggested);
        Channel.SupportsCardActions(channel, buttons).ShouldBe(cards);
    }

    [Theory]
    [InlineData("es-AR", "es-es")]
    [InlineData("ES", "es-es")]
    [InlineData("pt-PT", "pt-br")]
    [InlineData("en-GB", "en-us")]
    [InlineData("zz-ZZ", "zz-zz")]
    public void A_locale_maps_to_the_nearest_language(string locale, string nearest) => PromptCultureModels.MapToNearestLanguage(locale).ShouldBe(nearest);
}
