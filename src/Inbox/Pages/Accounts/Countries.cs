using System.Globalization;
using MeliBot.Adapter.Inbound;
using MeliBot.MercadoLibre;

namespace MeliBot.Inbox.Pages.Accounts;

/// <summary>Mercado Libre's sites by the country's name, in the reader's language.</summary>
internal static class Countries
{
    /// <summary>Sells abroad, from no country in particular.</summary>
    private const string GlobalSelling = "CBT";

    /// <summary>Those where an account can be linked, as the reader's language orders them.</summary>
    public static IReadOnlyList<(string Site, string Name)> All() =>
        [.. AuthorizationHosts.BySite.Keys.Select(site => (site, Name(site))).OrderBy(country => country.Item2, StringComparer.Create(CultureInfo.CurrentUICulture, ignoreCase: true))];

    public static string Name(string? site)
    {
        if (site is null) return "";
        if (site == GlobalSelling) return "Global Selling";
        var locale = Sites.Locale(site);
        // A site that this version doesn't know has a language and no country.
        return locale.Split('-') is [_, var region] ? new RegionInfo(region).DisplayName : site;
    }
}
