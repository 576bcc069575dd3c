using System.Globalization;
using CsCheck;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Schema;

namespace MeliBot.BotFramework.Tests.Dialogs;

/// <summary>Whatever number is spelled out is read as that number; whatever else is said breaks nothing.</summary>
public class NumberWordsTests
{
    private static readonly string[] Spanish0To29 = "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve".Split(' ');
    private static readonly string[] SpanishTens = "treinta cuarenta cincuenta sesenta setenta ochenta noventa".Split(' ');
    private static readonly string[] SpanishHundreds = "ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos".Split(' ');
    private static readonly string[] Portuguese0To19 = "zero um dois três quatro cinco seis sete oito nove dez onze doze treze quatorze quinze dezesseis dezessete dezoito dezenove".Split(' ');
    private static readonly string[] PortugueseTens = "vinte trinta quarenta cinquenta sessenta setenta oitenta noventa".Split(' ');
    private static readonly string[] PortugueseHundreds = "cento duzentos trezentos quatrocentos quinhentos seiscentos setecentos oitocentos novecentos".Split(' ');
    private static readonly string[] English0To19 = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".Split(' ');
    private static readonly string[] EnglishTens = "twenty thirty forty fifty sixty seventy eighty ninety".Split(' ');

    private sealed class Reading() : NumberPrompt<decimal>("reading")
    {
        public decimal? Of(string text, string locale)
        {
            var result = OnRecognizeAsync(Turn(text, locale), new Dictionary<string, object>(), new PromptOptions()).GetAwaiter().GetResult();
            return result.Succeeded ? result.Value : null;
        }
    }

    private sealed class Answering() : ConfirmPrompt("answering")
    {
        public void To(string text, string locale) => OnRecognizeAsync(Turn(text, locale), new Dictionary<string, object>(), new PromptOptions()).GetAwaiter().GetResult();
    }

    private static TurnContext Turn(string text, string locale) => new(new TestAdapter(), new Activity(ActivityTypes.Message, text: text, locale: locale));

    private static string Spanish(int n) => n switch
    {
        < 30 => Spanish0To29[n],
        < 100 => SpanishTens[(n / 10) - 3] + (n % 10 > 0 ? $" y {Spanish(n % 10)}" : string.Empty),
        100 => "cien",
        < 1000 => SpanishHundreds[(n / 100) - 1] + Rest(n % 100),
        < 1_000_000 => (n / 1000 == 1 ? "mil" : $"{Short(n / 1000)} mil") + Rest(n % 1000),
        _ => (n / 1_000_000 == 1 ? "un millón" : $"{Short(n / 1_000_000)} millones") + Rest(n % 1_000_000),
    };

    private static string Rest(int n) => n > 0 ? $" {Spanish(n)}" : string.Empty;

    // "veintiún mil", "treinta y un mil".
    private static string Short(int n) => Spanish(n) switch
    {
        var words when words.EndsWith("veintiuno", StringComparison.Ordinal) => words[..^"veintiuno".Length] + "veintiún",
        var words when words.EndsWith("uno", StringComparison.Ordinal) => words[..^1],
        var words => words,
    };

    private static string Portuguese(int n) => n switch
    {
        < 20 => Portuguese0To19[n],
        < 100 => PortugueseTens[(n / 10) - 2] + And(n % 10),
        100 => "cem",
        < 1000 => PortugueseHundreds[(n / 100) - 1] + And(n % 100),
        < 1_000_000 => (n / 1000 == 1 ? "mil" : $"{Portuguese(n / 1000)} mil") + And(n % 1000),
        _ => (n / 1_000_000 == 1 ? "um milhão" : $"{Portuguese(n / 1_000_000)} milhões") + And(n % 1_000_000),
    };

    private static string And(int n) => n > 0 ? $" e {Portuguese(n)}" : string.Empty;

    private static string English(int n) => n switch
    {
        < 20 => English0To19[n],
        < 100 => EnglishTens[(n / 10) - 2] + (n % 10 > 0 ? $"-{English(n % 10)}" : string.Empty),
        < 1000 => $"{English(n / 100)} hundred" + (n % 100 > 0 ? $" and {English(n % 100)}" : string.Empty),
        < 1_000_000 => $"{English(n / 1000)} thousand" + (n % 1000 > 0 ? $" {English(n % 1000)}" : string.Empty),
        _ => $"{English(n / 1_000_000)} million" + (n % 1_000_000 > 0 ? $" {English(n % 1_000_000)}" : string.Empty),
    };

    [Fact]
    public void Every_number_up_to_nine_thousand_is_read_back_in_three_languages()
    {
        Official.SkipsThis();
        var reading = new Reading();
        for (var n = 0; n <= 9000; n++)
        {
            reading.Of(Spanish(n), "es-AR").ShouldBe(n, Spanish(n));
            reading.Of(Portuguese(n), "pt-BR").ShouldBe(n, Portuguese(n));
            reading.Of(English(n), "en-US").ShouldBe(n, English(n));
        }
    }

    [Fact]
    public void A_thousand_that_nobody_counts_stands_behind_a_million()
    {
        Official.SkipsThis();
        new Reading().Of("um milhão e mil e quatrocentos e dezenove", "pt-BR").ShouldBe(1_001_419);
    }

    [Fact]
    public void Larger_numbers_are_read_back_too()
    {
        Official.SkipsThis();
        var reading = new Reading();
        Gen.OneOf(Gen.Int[9_000, 999_999], Gen.Int[1_000_000, 1_999_999], Gen.Int[0, 999_999_999]).Sample(n =>
            reading.Of(Spanish(n), "es-AR") == n && reading.Of(Portuguese(n), "pt-BR") == n && reading.Of(English(n), "en-US") == n);
    }

    [Fact]
    public void Digits_are_read_back_as_their_country_writes_them()
    {
        Official.SkipsThis();
        var reading = new Reading();
        var spain = NumberFormat(",", ".");
        var states = NumberFormat(".", ",");
        Gen.Select(Gen.Long[-999_999_999_999, 999_999_999_999], Gen.Int[0, 99]).Sample((whole, cents) =>
        {
            var number = whole + (Math.Sign(whole) * (cents / 100m));
            return reading.Of(number.ToString("#,##0.00", spain), "es-AR") == number
                && reading.Of(number.ToString("#,##0.00", spain), "pt-BR") == number
                && reading.Of(number.ToString("#,##0.00", states), "es-MX") == number
                && reading.Of(number.ToString("#,##0.00", states), "en-US") == number;
        });

        static NumberFormatInfo NumberFormat(string point, string group) => new() { NumberDecimalSeparator = point, NumberGroupSeparator = group };
    }

    [Fact]
    public void Nothing_that_anyone_says_breaks_a_prompt()
    {
        var (reading, answering) = (new Reading(), new Answering());
        string[] bricks = ["mil", "millones", "y", "e", "and", "coma", "menos", "-", "1", "999", "1.000", ",", "/", "º", "k", "u$s", "docena", "medio", "no", "sé", "último", "\uD800", "\u0301", "😀", " ", "\u00A0", "0", "hundred", "billion"];
        var text = Gen.OneOf(Gen.String, One(bricks).Array[0, 40].Select(parts => string.Join(' ', parts)), One(bricks).Array[0, 40].Select(string.Concat));
        Gen.Select(text, One(["es-AR", "pt-BR", "en-US", "zz", string.Empty])).Sample((said, locale) =>
        {
            reading.Of(said, locale);
            answering.To(said, locale);
            foreach (var found in ChoiceRecognizers.RecognizeChoices(said, ["mil", "no", "a 1"], new FindChoicesOptions { Locale = locale, AllowPartialMatches = true }))
                said.Substring(found.Start, found.End - found.Start + 1).ShouldBe(found.Text);
        });
    }

    private static Gen<string> One(string[] of) => Gen.Int[0, of.Length - 1].Select(i => of[i]);
}
