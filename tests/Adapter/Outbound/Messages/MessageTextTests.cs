using System.Text;
using CsCheck;
using MeliBot.Adapter.Outbound.Messages;

namespace MeliBot.Adapter.Tests.Outbound.Messages;

public sealed class MessageTextTests
{
    [Theory]
    [InlineData("“Hola” — dijo… ‘sí’", "\"Hola\" - dijo... 'sí'")]
    [InlineData("Até\u00A0já,\u2009amigo", "Até já, amigo")]
    [InlineData("ação em forma decomposta: a\u0327c\u0327a\u0303o", "ação em forma decomposta: ação")]
    [InlineData("linha 1\r\nlinha 2\u2028linha 3\n\n\n\nfim  \n", "linha 1\nlinha 2\nlinha 3\n\nfim")]
    [InlineData("€ 10 ≥ 5 ™ ½ ﬁn № 7 ①", "EUR 10 >= 5 TM ½ fin No 7 1")]
    [InlineData("Wrocław, œuvre, Ángel, ñandú", "Wroclaw, oeuvre, Ángel, ñandú")]
    [InlineData("😀👍🏽❤️🇧🇷 1️⃣ 👨‍👩‍👧", "😀👍🏽❤🇧🇷 1 👨👩👧")]
    [InlineData("a\u200Bb\u00ADc\u202Ed\0e", "abcde")]
    [InlineData("  \n ", "")]
    [InlineData(null, "")]
    public void Typographic_characters_become_plain_ones(string? text, string expected) => MessageText.Normalise(text).Text.ShouldBe(expected);

    [Theory]
    [InlineData("Привет, tudo bem?", ", tudo bem?", "П р и в е т")]
    [InlineData("你好 😀🫶", "😀", "你 好 🫶")]
    [InlineData("🇧", "", "")]
    [InlineData("ok", "ok", "")]
    public void What_nothing_can_stand_for_is_left_out_and_named(string text, string expected, string lost)
    {
        var message = MessageText.Normalise(text);
        message.Text.ShouldBe(expected);
        string.Join(' ', message.Lost).ShouldBe(lost);
    }

    [Fact]
    public void Ten_thousand_texts_become_legal_messages_that_join_to_the_normalised_original() =>
        Gen.Select(AnyText.Gen, Gen.Frequency((6, Gen.Const(350)), (1, Gen.Const(3500)), (2, Gen.Int[20, 100]), (1, Gen.Int[4, 19])))
            .Sample(
                (text, longest) =>
                {
                    var normal = MessageText.Normalise(text).Text;
                    var parts = MessageSplitter.Split(normal, longest);
                    return MessageSplitter.Join(parts) == normal
                        && MessageText.Normalise(normal).Text == normal
                        && parts.All(part => part.Text.Length <= longest && IsLegal(part.Text) && MessageText.Normalise(part.Text).Text == part.Text)
                        && parts.Skip(1).All(part => part.Before.Length > 0 || normal.Split(' ', '\n').Any(word => word.Length > longest && word.Contains(part.Text.Split(' ', '\n')[0], StringComparison.Ordinal)));
                },
                iter: 10_000);

    // Written apart from the code that it checks: the platform's rule in one line.
    private static bool IsLegal(string text)
    {
        if (text.Length == 0) return false;
        foreach (var rune in text.EnumerateRunes())
        {
            var latin = Encoding.Latin1.GetString(Encoding.Latin1.GetBytes(rune.ToString())) == rune.ToString() && (rune.Value == '\n' || !Rune.IsControl(rune));
            if (!latin && rune.Value is < 0x203C or (> 0x3299 and < 0x1F004) or > 0x1F9FF) return false;
        }

        return true;
    }
}

/// <summary>Texts as people, programs and the careless write them.</summary>
internal static class AnyText
{
    private static readonly string[] Words =
    [
        "Hola", "compra", "envío", "você", "não", "está", "10.500,00", "R$", "aprox.", "Sr.", "MLB-12", "“aspas”", "d’água", "—", "…", "€", "https://www.mercadolivre.com.br/x?y=1", "ñandú", "ﬁn",
        "😀", "👍🏽", "🇦🇷", "👨‍👩‍👧", "1️⃣", "🫶", "日本", "Ω", "a\u0303o", "\u200B", "S.A.", "palavracompridademaisparacaberemqualquermensagemporqueninguemescreveassimmasacontece",
    ];

    public static readonly Gen<string> Gen = CsCheck.Gen.OneOf(
        CsCheck.Gen.Select(CsCheck.Gen.Int[0, Words.Length - 1], CsCheck.Gen.Int[0, 9]).Array[0, 120].Select(words => Build(words)),
        CsCheck.Gen.String,
        CsCheck.Gen.Char[' ', 'ÿ'].Array[0, 2_000].Select(chars => new string(chars)),
        CsCheck.Gen.Int[0x20, 0x1FAFF].Array[0, 400].Select(points => string.Concat(points.Select(point => point is >= 0xD800 and <= 0xDFFF ? "\uD83D" : char.ConvertFromUtf32(point)))));

    private static string Build((int Word, int Gap)[] words)
    {
        var text = new StringBuilder();
        foreach (var (word, gap) in words)
            text.Append(Words[word]).Append(gap switch { 0 => ". ", 1 => "! ", 2 => "? ", 3 => "\n", 4 => "\r\n\r\n", 5 => ", ", 6 => "  ", _ => " " });
        return text.ToString();
    }
}
