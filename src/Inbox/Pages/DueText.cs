using MeliBot.Inbox.Language;
using Microsoft.Extensions.Localization;

namespace MeliBot.Inbox.Pages;

/// <summary>How long there is until something is due, or since when it is overdue.</summary>
internal static class DueText
{
    private static readonly TimeSpan Pressing = TimeSpan.FromDays(1);

    public static string Of(DateTimeOffset due, DateTimeOffset now, IStringLocalizer<Words> words) =>
        due <= now ? words["overdue by {0}", Span(now - due, words)] : words["due in {0}", Span(due - now, words)];

    public static bool IsPressing(DateTimeOffset due, DateTimeOffset now) => due - now < Pressing;

    private static string Span(TimeSpan span, IStringLocalizer<Words> words)
    {
        if (span < TimeSpan.FromHours(1)) return words["{0} min", (int)span.TotalMinutes];
        if (span < TimeSpan.FromDays(1)) return words["{0} h {1} min", (int)span.TotalHours, span.Minutes];
        return words["{0} d {1} h", (int)span.TotalDays, span.Hours];
    }
}
