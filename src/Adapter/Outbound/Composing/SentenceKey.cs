using System.Globalization;
using System.Text;

namespace MeliBot.Adapter.Outbound.Composing;

/// <summary>
/// What two sentences share when they say the same: case, accents and punctuation aside. Signs that carry meaning stay:
/// the point in 3.5, the bar in 1/2, the inch mark in 10", currency, percent and arithmetic signs, emoji.
/// </summary>
internal static class SentenceKey
{
    private const int Table = 0x180;
    private const int Longest = 1_024;
    private const char Accent = '\0';
    private const char Context = '\uFFFF';

    /// <summary>What each Latin character becomes; made by the general way, so that both ways agree.</summary>
    private static readonly char[] Folded = Enumerable.Range(0, Table).Select(i => Fold((char)i)).ToArray();

    public static string Of(ReadOnlySpan<char> sentence) => sentence.Length <= Longest && TryLatin(sentence, out var key) ? key : General(sentence);

    private static bool TryLatin(ReadOnlySpan<char> text, out string key)
    {
        key = "";
        Span<char> buffer = stackalloc char[text.Length];
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] >= Table) return false;
            var folded = Folded[text[i]];
            if (folded == Accent) continue;
            if (folded == Context) folded = IsInsideNumber(text, i, 1) ? text[i] : ' ';
            if (folded != ' ' || (length > 0 && buffer[length - 1] != ' ')) buffer[length++] = folded;
        }

        while (length > 0 && buffer[length - 1] == ' ') length--;
        if (length == 0) return false;
        key = new string(buffer[..length]);
        return true;
    }

    private static char Fold(char c)
    {
        if (c is '"' or '\'' or '-' or '.' or ',' or '/' or ':') return Context;
        var plain = General(['x', c, 'x']);
        return plain.Length switch
        {
            2 => Accent,
            3 => plain[1],
            _ => ' ',
        };
    }

    private static string General(ReadOnlySpan<char> sentence)
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
                key.Append(text.AsSpan(i, length));
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

    private static bool IsInsideNumber(ReadOnlySpan<char> text, int index, int length)
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
