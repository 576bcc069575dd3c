using MeliBot.Inbox.Language;
using Microsoft.Extensions.Localization;

namespace MeliBot.Inbox.Pages;

internal static class Ago
{
    public static string Of(DateTimeOffset at, DateTimeOffset now, IStringLocalizer<Words> words)
    {
        return Span(now - at, words);
    }

    public static string Span(TimeSpan ago, IStringLocalizer<Words> words)
    {
        if (ago < TimeSpan.FromMinutes(1)) return words["now"];
        if (ago < TimeSpan.FromHours(1)) return words["{0} min", (int)ago.TotalMinutes];
        if (ago < TimeSpan.FromDays(1)) return words["{0} h", (int)ago.TotalHours];
        return words["{0} d", (int)ago.TotalDays];
    }
}
