using System.Globalization;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;

namespace MeliBot.BotFramework.Tests.Dialogs;

public class NumberPromptTests
{
    private static readonly PromptOptions Ask = new() { Prompt = MessageFactory.Text("?"), RetryPrompt = MessageFactory.Text("again") };

    /// <returns>The number in plain form, or "again".</returns>
    private static async Task<string> Answer<T>(string locale, string text, string? defaultLocale = null)
        where T : struct, IFormattable
    {
        var talk = Talk.To(new NumberPrompt<T>("p", defaultLocale: defaultLocale), Ask, locale);
        await talk.Say("hola");
        var replies = await talk.Say(text);
        return talk.Last!.Result is T number ? number.ToString("0.########", CultureInfo.InvariantCulture) : replies.Single();
    }

    [Theory]
    [InlineData("33", "33")]
    [InlineData("treinta y tres", "33")]
    [InlineData("veintidós", "22")]
    [InlineData("veintidos", "22")]
    [InlineData("dieciséis", "16")]
    [InlineData("ciento veinte", "120")]
    [InlineData("ciento uno", "101")]
    [InlineData("quinientos", "500")]
    [InlineData("mil", "1000")]
    [InlineData("mil doscientos", "1200")]
    [InlineData("dos mil", "2000")]
    [InlineData("doce mil trescientos cuarenta y cinco", "12345")]
    [InlineData("novecientos noventa y nueve mil", "999000")]
    [InlineData("un millon", "1000000")]
    [InlineData("dos millones quinientos mil", "2500000")]
    [InlineData("1,5 millones", "1500000")]
    [InlineData("5 mil", "5000")]
    [InlineData("100mil", "100000")]
    [InlineData("una docena", "12")]
    [InlineData("dos docenas", "24")]
    [InlineData("cero", "0")]
    [InlineData("medio", "0.5")]
    [InlineData("1/2", "0.5")]
    [InlineData("tres coma cinco", "3.5")]
    [InlineData("noventa y nueve coma noventa y nueve", "99.99")]
    [InlineData("1.234,5", "1234.5")]
    [InlineData("1.234", "1234")]
    [InlineData("1.234.567", "1234567")]
    [InlineData("3,5", "3.5")]
    [InlineData("3.5", "3.5")]
    [InlineData("-5", "-5")]
    [InlineData("$ 1.500", "1500")]
    [InlineData("1500 pesos", "1500")]
    [InlineData("2 kg", "2")]
    [InlineData("20%", "20")]
    [InlineData("¿15?", "15")]
    [InlineData("tengo 3 hijos", "3")]
    [InlineData("numero 7!", "7")]
    [InlineData("diez o doce", "10")]
    [InlineData("no sé", "again")]
    [InlineData("segundo", "again")]
    [InlineData("m2", "again")]
    public async Task Spanish_is_understood(string text, string number) => (await Answer<decimal>("es-AR", text)).ShouldBe(number);

    [Theory]
    [InlineData("trinta e três", "33")]
    [InlineData("trinta e tres", "33")]
    [InlineData("cento e vinte", "120")]
    [InlineData("cem", "100")]
    [InlineData("duas", "2")]
    [InlineData("quatorze", "14")]
    [InlineData("dezesseis", "16")]
    [InlineData("mil e duzentos", "1200")]
    [InlineData("dois mil e vinte e seis", "2026")]
    [InlineData("dois milhões", "2000000")]
    [InlineData("três vírgula cinco", "3.5")]
    [InlineData("uma dúzia", "12")]
    [InlineData("R$ 1.500,00", "1500")]
    [InlineData("1.234", "1234")]
    [InlineData("3,5", "3.5")]
    [InlineData("não sei", "again")]
    public async Task Portuguese_is_understood(string text, string number) => (await Answer<decimal>("pt-BR", text)).ShouldBe(number);

    [Theory]
    [InlineData("thirty-three", "33")]
    [InlineData("a hundred", "100")]
    [InlineData("one hundred and twenty", "120")]
    [InlineData("nineteen hundred", "1900")]
    [InlineData("twelve thousand three hundred forty five", "12345")]
    [InlineData("two and a half", "2.5")]
    [InlineData("three point five", "3.5")]
    [InlineData("minus five", "-5")]
    [InlineData("two dozen", "24")]
    [InlineData("1,234.5", "1234.5")]
    [InlineData("1.234", "1.234")]
    [InlineData("$1,500", "1500")]
    [InlineData("none", "again")]
    [InlineData("second", "again")]
    public async Task English_is_understood(string text, string number) => (await Answer<decimal>("en-US", text)).ShouldBe(number);

    [Theory]
    [InlineData("es-AR", "menos cinco", "-5")]
    [InlineData("es-AR", "menos 5 mil", "-5000")]
    [InlineData("es-AR", "dos y medio", "2.5")]
    [InlineData("es-AR", "un millón y medio", "1500000")]
    [InlineData("es-AR", "media docena", "6")]
    [InlineData("es-AR", "mil millones", "1000000000")]
    [InlineData("es-AR", "2 mil 500", "2500")]
    [InlineData("es-AR", "tres coma cero cinco", "3.05")]
    [InlineData("es-AR", "u$s30", "30")]
    [InlineData("es-AR", "220v", "220")]
    [InlineData("es-AR", "quiero un talle 42", "42")]
    [InlineData("es-AR", "modelo A - 5 unidades", "5")]
    [InlineData("es-AR", "12/10/2026", "12")]
    [InlineData("es-AR", "2do", "again")]
    [InlineData("es-MX", "1,234", "1234")]
    [InlineData("es-MX", "1,234.50", "1234.5")]
    [InlineData("pt-BR", "catorze", "14")]
    [InlineData("pt-BR", "cinqüenta", "50")]
    [InlineData("pt-BR", "3.5", "3.5")]
    [InlineData("en-US", "half a dozen", "6")]
    [InlineData("en-US", "one two", "1")]
    [InlineData("es-AR", "99999999999999999999999999999999", "again")]
    [InlineData("es-AR", "999999999999999 millones", "999999999999999")]
    public async Task Our_own_words_go_further(string locale, string text, string number)
    {
        Official.SkipsThis();
        (await Answer<decimal>(locale, text)).ShouldBe(number);
    }

    [Fact]
    public async Task A_whole_number_takes_no_fraction_and_no_more_than_fits()
    {
        (await Answer<int>("es-AR", "33")).ShouldBe("33");
        (await Answer<int>("es-AR", "3,5")).ShouldBe("again");
        (await Answer<int>("es-AR", "3000000000")).ShouldBe("again");
        (await Answer<long>("es-AR", "3000000000")).ShouldBe("3000000000");
        (await Answer<double>("es-AR", "3,5")).ShouldBe("3.5");
        (await Answer<float>("es-AR", "3,5")).ShouldBe("3.5");
    }

    [Fact]
    public void Types_that_hold_no_number_are_refused_at_once()
    {
        Official.SkipsThis();
        Should.Throw<NotSupportedException>(() => new NumberPrompt<Guid>("p")).Message.ShouldContain("Guid");
    }

    [Fact]
    public async Task The_language_of_the_options_goes_before_the_activitys()
    {
        var talk = Talk.To(new NumberPrompt<int>("p"), new PromptOptions { Prompt = MessageFactory.Text("?"), RecognizeLanguage = "pt-br" }, "en-US");
        await talk.Say("hi");
        await talk.Say("vinte e dois");

        talk.Last!.Result.ShouldBe(22);
    }
}
