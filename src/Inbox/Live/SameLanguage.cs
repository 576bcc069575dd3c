using System.Globalization;

namespace MeliBot.Inbox.Live;

/// <summary>What comes from elsewhere (the store's changes, a colleague's page) is drawn in the language of the page that it reaches, not of whoever sent it.</summary>
internal static class SameLanguage
{
    /// <summary>Calls back in the language of whoever asks for this now.</summary>
    public static Func<T, Task> Of<T>(Func<T, Task> callback)
    {
        var (culture, texts) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        return async news =>
        {
            // Undone for the caller by the end of this method.
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, texts);
            await callback(news);
        };
    }
}
