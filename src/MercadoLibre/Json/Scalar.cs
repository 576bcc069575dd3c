using System.Globalization;
using System.Text;
using System.Text.Json;

namespace MeliBot.MercadoLibre;

/// <summary>Reads one JSON value in whatever form the platform chose for it today.</summary>
internal static class Scalar
{
    /// <summary>The text of a string, number or boolean; raw JSON for anything else; null for null.</summary>
    public static string? ReadText(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                return null;
            case JsonTokenType.String:
                return reader.GetString();
            case JsonTokenType.True:
                return "true";
            case JsonTokenType.False:
                return "false";
            case JsonTokenType.Number:
                return Encoding.UTF8.GetString(reader.HasValueSequence ? System.Buffers.BuffersExtensions.ToArray(reader.ValueSequence) : reader.ValueSpan);
            default:
                using (var document = JsonDocument.ParseValue(ref reader))
                    return document.RootElement.GetRawText();
        }
    }

    public static bool TryReadInt64(ref Utf8JsonReader reader, out long value)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out value))
            return true;

        return TryParseInt64(ReadText(ref reader), out value);
    }

    public static bool TryParseInt64(string? text, out long value)
    {
        if (long.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out value))
            return true;

        // 1.17E10 and 11700000001.0 are the same id, written by another serializer.
        if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && number == decimal.Truncate(number) && number is >= long.MinValue and <= long.MaxValue)
        {
            value = (long)number;
            return true;
        }

        return false;
    }
}
