using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Localization;

namespace MeliBot.Inbox.Language;

internal static class Languages
{
    public static IReadOnlyList<(string Code, string Name)> All { get; } = [("es", "Español"), ("pt", "Português"), ("en", "English")];

    /// <summary>The person's choice (a cookie), else the browser's, else Spanish.</summary>
    public static RequestLocalizationOptions Options()
    {
        var options = new RequestLocalizationOptions()
            .SetDefaultCulture("es")
            .AddSupportedCultures([.. All.Select(language => language.Code)])
            .AddSupportedUICultures([.. All.Select(language => language.Code)]);
        options.RequestCultureProviders = [new CookieRequestCultureProvider(), new AcceptLanguageHeaderRequestCultureProvider()];
        return options;
    }
}
