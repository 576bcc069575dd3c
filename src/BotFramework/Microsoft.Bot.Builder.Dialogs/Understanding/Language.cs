using System.Globalization;
using System.Text;

namespace Microsoft.Bot.Builder.Dialogs.Understanding;

internal enum Language
{
    English,
    Spanish,
    Portuguese,
}

internal static class Languages
{
    // Where Spanish writes 1,234.5: Mexico, Peru, Central America, the Caribbean and the United States. A table, because hosts without ICU know no es-MX.
    private static readonly HashSet<string> PointRegions = new(StringComparer.OrdinalIgnoreCase) { "419", "do", "gt", "hn", "mx", "ni", "pa", "pe", "pr", "sv", "us" };

    public static Language Of(string locale) => Parts(locale)[0].ToLowerInvariant() switch
    {
        "es" => Language.Spanish,
        "pt" => Language.Portuguese,
        _ => Language.English,
    };

    public static char DecimalSeparator(string locale) => Of(locale) switch
    {
        Language.English => '.',
        Language.Spanish when Parts(locale) is [_, .., var region] && PointRegions.Contains(region) => '.',
        _ => ',',
    };

    /// <summary>Lower case without accents: people write "si", "nao" and "veintidos".</summary>
    public static string Fold(string word)
    {
        var folded = new StringBuilder(word.Length);
        foreach (var c in word.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                folded.Append(char.ToLowerInvariant(c));
        }

        return folded.ToString();
    }

    private static string[] Parts(string locale) => (locale ?? string.Empty).Split('-', '_');
}
