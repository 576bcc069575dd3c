using System.Collections.Frozen;
using System.Globalization;
using MeliBot.Dialogs.Facts;

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

    private static readonly NumberFormatInfo Comma = new() { NumberGroupSeparator = ".", NumberDecimalSeparator = ",", NumberGroupSizes = [3] };
    private static readonly NumberFormatInfo Point = new() { NumberGroupSeparator = ",", NumberDecimalSeparator = ".", NumberGroupSizes = [3] };

    public static string Write(Money money, string locale)
    {
        var whole = money.Amount == decimal.Truncate(money.Amount) && money.Currency != "BRL";
        var number = money.Amount.ToString(whole ? "N0" : "N2", Format(locale));
        return $"{Symbols.GetValueOrDefault(money.Currency, money.Currency)} {number}";
    }

    /// <summary>Mexico, Peru and their neighbours write 1,234.50; the other sites 1.234,50.</summary>
    private static NumberFormatInfo Format(string locale) =>
        locale.Length >= 5 && locale[^2..].ToUpperInvariant() is "MX" or "PE" or "GT" or "HN" or "NI" or "SV" or "PA" or "DO" ? Point : Comma;
}
