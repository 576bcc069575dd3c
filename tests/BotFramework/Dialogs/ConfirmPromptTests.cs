using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Builder.Dialogs.Choices;

namespace MeliBot.BotFramework.Tests.Dialogs;

public class ConfirmPromptTests
{
    private static PromptOptions Ask() => new() { Prompt = MessageFactory.Text("¿Va?"), RetryPrompt = MessageFactory.Text("¿Sí o no?") };

    private static async Task<object?> Answer(string locale, string text)
    {
        var talk = Talk.To(new ConfirmPrompt("p"), Ask(), locale);
        await talk.Say("hola");
        await talk.Say(text);
        return talk.Last!.Result;
    }

    [Theory]
    [InlineData("es-AR", "¿Va? (1) Sí o (2) No")]
    [InlineData("es", "¿Va? (1) Sí o (2) No")]
    [InlineData("es-MX", "¿Va? (1) Sí o (2) No")]
    [InlineData("pt-BR", "¿Va? (1) Sim ou (2) Não")]
    [InlineData("pt-PT", "¿Va? (1) Sim ou (2) Não")]
    [InlineData("en-GB", "¿Va? (1) Yes or (2) No")]
    [InlineData("zz-ZZ", "¿Va? (1) Yes or (2) No")]
    public async Task It_asks_in_the_language_of_the_activity(string locale, string question)
    {
        var talk = Talk.To(new ConfirmPrompt("p"), Ask(), locale);

        (await talk.Say("hola")).ShouldBe([question]);
    }

    [Fact]
    public async Task The_retry_carries_the_choices_once()
    {
        var talk = Talk.To(new ConfirmPrompt("p"), Ask());
        await talk.Say("hola");

        (await talk.Say("quién sabe")).ShouldBe(["¿Sí o no? (1) Sí o (2) No"]);
        (await talk.Say("quién sabe")).ShouldBe(["¿Sí o no? (1) Sí o (2) No"]);
    }

    [Theory]
    [InlineData("es-AR", "sí", true)]
    [InlineData("es-AR", "Si", true)]
    [InlineData("es-AR", "sí, por favor", true)]
    [InlineData("es-AR", "por supuesto", true)]
    [InlineData("es-AR", "(1) Sí", true)]
    [InlineData("es-AR", "1", true)]
    [InlineData("es-AR", "👍", true)]
    [InlineData("es-AR", "no", false)]
    [InlineData("es-AR", "no gracias", false)]
    [InlineData("es-AR", "2", false)]
    [InlineData("es-AR", "👎", false)]
    [InlineData("es-AR", "tal vez", null)]
    [InlineData("es-AR", "3", null)]
    [InlineData("pt-BR", "sim", true)]
    [InlineData("pt-BR", "claro", true)]
    [InlineData("pt-BR", "isso", true)]
    [InlineData("pt-BR", "não", false)]
    [InlineData("pt-BR", "nao", false)]
    [InlineData("pt-BR", "não obrigado", false)]
    [InlineData("pt-BR", "talvez", null)]
    [InlineData("en-US", "yes", true)]
    [InlineData("en-US", "yep", true)]
    [InlineData("en-US", "sure", true)]
    [InlineData("en-US", "no thanks", false)]
    [InlineData("en-US", "nope", false)]
    [InlineData("en-US", "2", false)]
    [InlineData("en-US", "maybe", null)]
    public async Task Yes_and_no_are_understood(string locale, string text, bool? answer) => (await Answer(locale, text)).ShouldBe(answer);

    [Theory]
    [InlineData("es-AR", "dale", true)]
    [InlineData("es-AR", "dale, no hay problema", true)]
    [InlineData("es-AR", "la primera", true)]
    [InlineData("es-AR", "claro que no", false)]
    [InlineData("es-AR", "claro, pero no", false)]
    [InlineData("es-AR", "no, perfecto", false)]
    [InlineData("es-AR", "no sé", null)]
    [InlineData("es-AR", "no estoy seguro", null)]
    [InlineData("pt-BR", "com certeza", true)]
    [InlineData("pt-BR", "de jeito nenhum", false)]
    [InlineData("pt-BR", "não sei", null)]
    [InlineData("en-US", "I don't think so", false)]
    [InlineData("en-US", "not sure", null)]
    public async Task What_people_say_instead_is_understood_too(string locale, string text, bool? answer)
    {
        Official.SkipsThis();
        (await Answer(locale, text)).ShouldBe(answer);
    }

    [Fact]
    public async Task Own_words_for_yes_and_no_are_shown_and_understood()
    {
        var prompt = new ConfirmPrompt("p") { ConfirmChoices = Tuple.Create(new Choice("acepto"), new Choice("rechazo")), ChoiceOptions = new ChoiceFactoryOptions(", ", " / ", " / ", true) };
        var talk = Talk.To(prompt, Ask());

        (await talk.Say("hola")).ShouldBe(["¿Va? (1) acepto / (2) rechazo"]);
        await talk.Say("2");
        talk.Last!.Result.ShouldBe(false);
    }

    [Fact]
    public async Task Own_languages_can_be_added()
    {
        var defaults = new Dictionary<string, (Choice, Choice, ChoiceFactoryOptions)> { ["es-es"] = (new Choice("Dale"), new Choice("Paso"), new ChoiceFactoryOptions(", ", " o ", " o ", true)) };
        var talk = Talk.To(new ConfirmPrompt("p", defaults), Ask());

        (await talk.Say("hola")).ShouldBe(["¿Va? (1) Dale o (2) Paso"]);
        await talk.Say("paso");
        talk.Last!.Result.ShouldBe(false);
    }
}
