using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>
/// Reads every date form seen on the platform: with Z, with an offset with or without colon, without any zone, with a fraction of
/// any length, a bare date, epoch seconds or milliseconds, and the form of HTTP headers.
/// <para>A date without a zone is taken as UTC: the platform says its times are UTC, and its zone-less ones are nowhere explained.
/// A fraction beyond 100 ns is cut, because a <see cref="DateTimeOffset"/> can't hold it.</para>
/// </summary>
public static class PlatformDate
{
    // Epoch values from here on are milliseconds: as seconds they would lie beyond the year 5138.
    private const long FirstMilliseconds = 100_000_000_000;

    public static bool TryParse(ReadOnlySpan<char> text, out DateTimeOffset date)
    {
        text = text.Trim();
        date = default;
        if (text.Length < 10 || text[4] != '-')
        {
            // The oldest attachments are dated as HTTP does it.
            return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var epoch)
                ? TryFromEpoch(epoch, out date)
                : DateTimeOffset.TryParseExact(text, "R", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
        }

        if (text[7] != '-' || !Digits(text[..4], out var year) || !Digits(text[5..7], out var month) || !Digits(text[8..10], out var day))
            return false;

        int hour = 0, minute = 0, second = 0;
        long ticks = 0;
        var offset = TimeSpan.Zero;
        var rest = text[10..];
        if (!rest.IsEmpty)
        {
            if (rest.Length < 6 || rest[0] is not ('T' or 't' or ' ') || rest[3] != ':' || !Digits(rest[1..3], out hour) || !Digits(rest[4..6], out minute))
                return false;
            rest = rest[6..];
            if (rest.Length >= 3 && rest[0] == ':')
            {
                if (!Digits(rest[1..3], out second))
                    return false;
                rest = rest[3..];
            }

            if (!TryFraction(ref rest, out ticks) || !TryOffset(rest, out offset))
                return false;
        }

        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59 || second > 59)
            return false;

        var local = new DateTime(year, month, day, hour, minute, second).AddTicks(ticks);
        if (local.Ticks - offset.Ticks < 0 || local.Ticks - offset.Ticks > DateTime.MaxValue.Ticks)
            return false;
        date = new DateTimeOffset(local, offset);
        return true;
    }

    public static bool TryFromEpoch(long value, out DateTimeOffset date)
    {
        date = default;
        if (value is < 0 or > 253_402_300_799_999)
            return false;
        date = value >= FirstMilliseconds ? DateTimeOffset.FromUnixTimeMilliseconds(value) : DateTimeOffset.FromUnixTimeSeconds(value);
        return true;
    }

    /// <summary>The one form that this client writes: UTC with Z, and as much fraction as there is.</summary>
    public static string Format(DateTimeOffset date) =>
        date.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    private static bool TryFraction(ref ReadOnlySpan<char> rest, out long ticks)
    {
        ticks = 0;
        if (rest.IsEmpty || rest[0] is not ('.' or ','))
            return true;
        var length = 0;
        var scale = TimeSpan.TicksPerSecond;
        for (var i = 1; i < rest.Length && char.IsAsciiDigit(rest[i]); i++, length++)
        {
            scale /= 10;
            ticks += (rest[i] - '0') * scale;
        }

        rest = rest[(length + 1)..];
        return length > 0;
    }

    private static bool TryOffset(ReadOnlySpan<char> rest, out TimeSpan offset)
    {
        offset = TimeSpan.Zero;
        if (rest.IsEmpty || rest is "Z" or "z")
            return true;
        if (rest[0] is not ('+' or '-'))
            return false;

        var sign = rest[0] == '-' ? -1 : 1;
        rest = rest[1..];
        var minutes = 0;
        if (rest.Length < 2 || !Digits(rest[..2], out var hours))
            return false;
        rest = rest[2..];
        if (!rest.IsEmpty && rest[0] == ':')
            rest = rest[1..];
        if (!rest.IsEmpty && (rest.Length != 2 || !Digits(rest, out minutes)))
            return false;
        if (hours > 14 || minutes > 59 || (hours == 14 && minutes > 0))
            return false;
        offset = sign * new TimeSpan(hours, minutes, 0);
        return true;
    }

    private static bool Digits(ReadOnlySpan<char> text, out int value)
    {
        value = 0;
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c))
                return false;
            value = (value * 10) + (c - '0');
        }

        return true;
    }
}

/// <summary>An optional date; what can't be read as one counts as absent.</summary>
internal sealed class OptionalDateConverter : JsonConverter<DateTimeOffset?>
{
    public override DateTimeOffset? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        PlatformDate.TryParse(Scalar.ReadText(ref reader), out var date) ? date : null;

    public override void Write(Utf8JsonWriter writer, DateTimeOffset? value, JsonSerializerOptions options)
    {
        if (value is { } date)
            writer.WriteStringValue(PlatformDate.Format(date));
        else
            writer.WriteNullValue();
    }
}

internal sealed class DateConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        PlatformDate.TryParse(Scalar.ReadText(ref reader), out var date) ? date : throw new JsonException("A date was expected.");

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(PlatformDate.Format(value));
}
