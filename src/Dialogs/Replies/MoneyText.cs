using System.Collections.Frozen;
using MeliBot.Dialogs.Facts;
using MeliBot.Dialogs.Templates;

namespace MeliBot.Dialogs.Replies;

/// <summary>
/// Amounts as people of the place write them, in plain characters. Not .NET's currency format: what that prints depends on the machine's ICU,
/// and it puts no-break spaces where the platform's pages have none.
/// </summary>
public static class MoneyText
{
    private static readonly FrozenDictionary<string, string> Symbols = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["ARS"] = "$",
        ["BRL"] = "R$",
        ["MXN"] = "$",
        ["CLP"] = "$",
        ["COP"] = "$",
        ["UYU"] = "$",
        ["PEN"] = "S/",
        ["USD"] = "US$",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static string Write(Money money, string locale)
    {
        var whole = money.Amount == decimal.Truncate(money.Amount) && money.Currency != "BRL";
        var number = money.Amount.ToString(whole ? "N0" : "N2", TextStyle.NumberFormat(locale));
        return $"{Symbols.GetValueOrDefault(money.Currency, money.Currency)} {number}";
    }
}
