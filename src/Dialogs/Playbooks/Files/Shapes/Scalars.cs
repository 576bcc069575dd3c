using System.Globalization;

namespace MeliBot.Dialogs.Playbooks.Files;

/// <summary>The single values that playbooks are made of.</summary>
internal static class Scalars
{
    public static readonly Scalar Text = new("a text");

    public static readonly Scalar Name = new("a name: letters, digits, _ and -, without spaces") { Pattern = @"^[\p{L}_][\p{L}\p{N}_\-]*$", Example = "warranty" };

    /// <summary>Liquid, with <c>{{ }}</c> and <c>{% %}</c>.</summary>
    public static readonly Scalar Template = new("a text");

    public static readonly Scalar Condition = new("a condition") { Example = "item.warranty.exists == false" };

    public static readonly Scalar Flag = new("true or false", ScalarType.Flag);

    public static readonly Scalar Share = new("a number from 0 to 1", ScalarType.Number) { Min = 0, Max = 1, Example = "0.75" };

    public static readonly Scalar Locale = new("a locale") { Pattern = "^[a-z]{2}(-[A-Z]{2})?$", Example = "es-AR" };

    public static readonly Scalar Voice = new("a voice") { Pattern = "^[a-z]{2}(-[A-Za-z0-9]{2,8})?$", Example = "es-AR" };

    public static readonly Scalar Site = new("a site or a locale") { Pattern = "^(M[A-Z]{2}|[a-z]{2}(-[A-Z]{2})?)$", Example = "MLA" };

    public static readonly Scalar Conversations = Choice("a kind of conversation", "questions", "orders", "claims");

    public static readonly Scalar Hours = new("hours of a day, from-to") { Pattern = @"^([01]?\d|2[0-3]):[0-5]\d ?- ?(([01]?\d|2[0-3]):[0-5]\d|24:00)$", Example = "\"18:00-09:00\"" };

    public static readonly Scalar Day = new("a date, year-month-day") { Pattern = @"^\d{4}-\d{2}-\d{2}$", Accepts = IsDay, Example = "2026-12-25" };

    public static readonly Scalar Moment = new("a time with its offset") { Accepts = text => ReadMoment(text) is not null, Example = "2026-12-25T10:30:00-03:00" };

    public static Scalar Choice(string what, params string[] choices) => new(what) { Choices = choices };

    public static DateOnly? ReadDay(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>Only with an offset: "ten o'clock" alone would mean another time on another machine.</summary>
    public static DateTimeOffset? ReadMoment(string text) =>
        DateTimeOffset.TryParseExact(text, ["yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : null;

    /// <summary>24:00 is 00:00: an end that isn't after its beginning is the next day's.</summary>
    public static HourRange? ReadHours(string text)
    {
        var parts = text.Split('-', StringSplitOptions.TrimEntries);
        return parts.Length == 2 && ReadTime(parts[0]) is { } from && ReadTime(parts[1] == "24:00" ? "00:00" : parts[1]) is { } to ? new HourRange(from, to) : null;
    }

    private static TimeOnly? ReadTime(string text) => TimeOnly.TryParseExact(text, ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    private static bool IsDay(string text) => ReadDay(text) is not null;
}
