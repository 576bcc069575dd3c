using System.Globalization;

namespace MeliBot.Inbox.Pages.Sales;

internal static class FileSize
{
    private const double Kilo = 1024;

    /// <summary>As people read it; empty when it isn't known.</summary>
    public static string Of(long? size) => size switch
    {
        null => "",
        < 1024 => string.Create(CultureInfo.CurrentCulture, $"{size} B"),
        < 1024 * 1024 => string.Create(CultureInfo.CurrentCulture, $"{size / Kilo:0.#} KB"),
        _ => string.Create(CultureInfo.CurrentCulture, $"{size / (Kilo * Kilo):0.#} MB"),
    };
}
