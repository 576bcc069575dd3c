using System.Globalization;

namespace MeliBot.Adapter.Outbound.Sending;

/// <summary>The reasons in the languages that people read them in. <c>{0}</c> is what exactly: a file, a length, the platform's word.</summary>
internal static partial class SendWords
{
    public static string What(SendBlock block, string? locale) => Fill(Of(locale).Causes[block.Cause].What, block);

    public static string Remedy(SendBlock block, string? locale) => Fill(Of(locale).Causes[block.Cause].Remedy, block);

    public static string UntilWhen(SendBlock block, string? locale)
    {
        var words = Of(locale).Until[block.Until];
        return block.At is { } at ? $"{words} ({at.ToString("d", Culture(locale))})" : words;
    }

    private static string Fill(string words, SendBlock block) =>
        words.Contains("{0}", StringComparison.Ordinal) ? words.Replace("{0}", block.Detail ?? block.Word ?? "?", StringComparison.Ordinal) : words;

    private static (Dictionary<SendCause, (string What, string Remedy)> Causes, Dictionary<SendUntil, string> Until) Of(string? locale) =>
        locale?.StartsWith("es", StringComparison.OrdinalIgnoreCase) == true ? (Spanish, SpanishUntil)
        : locale?.StartsWith("pt", StringComparison.OrdinalIgnoreCase) == true ? (Portuguese, PortugueseUntil)
        : (English, EnglishUntil);

    private static CultureInfo Culture(string? locale)
    {
        try
        {
            return CultureInfo.GetCultureInfo(string.IsNullOrEmpty(locale) ? "en" : locale);
        }
        catch (CultureNotFoundException)
        {
            return CultureInfo.InvariantCulture;
        }
    }
}
