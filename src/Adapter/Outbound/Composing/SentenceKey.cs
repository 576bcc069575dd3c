using System.Globalization;
using System.Text;

namespace MeliBot.Adapter.Outbound.Composing;

/// <summary>
/// What two sentences share when they say the same: case, accents and punctuation aside. Signs that carry meaning stay:
/// the point in 3.5, the bar in 1/2, the inch mark in 10", currency, percent and arithmetic signs, emoji.
/// </summary>
internal static class SentenceKey
{
    public static string Of(ReadOnlySpan<char> sentence)
    {
        var text = sentence.ToString().Normalize(NormalizationForm.FormD);
        var key = new StringBuilder(text.Length);
        Span<char> units = stackalloc char[2];
        for (var i = 0; i < text.Length;)
        {
            Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var length);
            var category = Rune.GetUnicodeCategory(rune);
            if (category is UnicodeCategory.NonSpacingMark or UnicodeCategory.ModifierSymbol && !Characters.IsEmoji(rune))
            {
                // An accent.
            }
            else if (Characters.IsWord(rune) || category is UnicodeCategory.MathSymbol or UnicodeCategory.ModifierSymbol || rune.Value is '%' or '&' or '@' or '#' or '°')
            {
                key.Append(units[..Rune.ToLowerInvariant(rune).EncodeToUtf16(units)]);
            }
            else if (IsInsideNumber(text, i, length))
            {
                key.Append(units[..rune.EncodeToUtf16(units)]);
            }
            else if (key.Length > 0 && key[^1] != ' ')
            {
                key.Append(' ');
            }

            i += length;
        }

        var folded = key.ToString().Trim();
        return folded.Length == 0 ? sentence.ToString() : folded;
    }

    private static bool IsInsideNumber(string text, int index, int length)
    {
        var before = index > 0 && char.IsAsciiDigit(text[index - 1]);
        var after = index + length < text.Length && char.IsAsciiDigit(text[index + length]);
        return text[index] switch
        {
            '"' or '\'' or '″' or '′' or '”' => before && !after,
            '-' or '−' => after && (before || index == 0 || text[index - 1] == ' '),
            '.' or ',' or '/' or ':' => before && after,
            _ => false,
        };
    }
}
