using System.Globalization;
using MeliBot.Adapter.Inbound;

namespace MeliBot.Inbox;

/// <summary>Amounts as people of the listing's country write them, whatever language the reader's pages are in: the agent sees what the buyer sees.</summary>
internal static class SiteMoney
{
    public static string Write(decimal amount, string currency, string? site)
    {
        var culture = CultureInfo.GetCultureInfo(Sites.Locale(site));
        var symbol = currency switch { "ARS" or "MXN" or "CLP" or "COP" or "UYU" => "$", "BRL" => "R$", "PEN" => "S/", "USD" => "US$", _ => currency };
        var whole = amount == decimal.Truncate(amount) && currency != "BRL";
        return $"{symbol} {amount.ToString(whole ? "N0" : "N2", culture)}";
    }
}
