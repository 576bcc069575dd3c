using MeliBot.Dialogs.Facts;
using MeliBot.Dialogs.Replies;

namespace MeliBot.Dialogs.Tests;

public class MoneyTextTests
{
    [Theory]
    [InlineData("15000", "ARS", "es-AR", "$ 15.000")]
    [InlineData("15000.5", "ARS", "es-AR", "$ 15.000,50")]
    [InlineData("1234567", "CLP", "es-CL", "$ 1.234.567")]
    [InlineData("3561.5", "BRL", "pt-BR", "R$ 3.561,50")]
    [InlineData("100", "BRL", "pt-BR", "R$ 100,00")]
    [InlineData("1499.9", "MXN", "es-MX", "$ 1,499.90")]
    [InlineData("99", "PEN", "es-PE", "S/ 99")]
    [InlineData("10", "XYZ", "es-AR", "XYZ 10")]
    public void Money_is_written_as_the_place_writes_it(string amount, string currency, string locale, string text) =>
        MoneyText.Write(new Money(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), currency), locale).ShouldBe(text);

    [Theory]
    [InlineData("es-AR")]
    [InlineData("es-MX")]
    [InlineData("es-CO")]
    [InlineData("pt-BR")]
    [InlineData("es-XX")]
    public void Money_uses_plain_characters_only(string locale) =>
        MoneyText.Write(new Money(1234567.89m, "ARS"), locale).ShouldAllBe(c => c < 128);
}
