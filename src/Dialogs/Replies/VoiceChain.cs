using MeliBot.Dialogs.Playbooks;

namespace MeliBot.Dialogs.Replies;

/// <summary>Which wordings a buyer hears.</summary>
internal static class VoiceChain
{
    /// <summary>The table's chain for the site, else for the locale, else the locale, its language, and Spanish.</summary>
    public static IReadOnlyList<string> Of(VoiceTable table, string? site, string? locale)
    {
        if (site is not null && table.Chains.TryGetValue(site, out var ofSite)) return ofSite;
        if (locale is null) return ["es"];
        if (table.Chains.TryGetValue(locale, out var ofLocale)) return ofLocale;
        var language = locale.Split('-')[0];
        return [locale, language, .. language == "es" ? Array.Empty<string>() : ["es"]];
    }
}
