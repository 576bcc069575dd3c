using System.Globalization;
using System.Text;

namespace MeliBot.Dialogs.Understanding;

/// <summary>Letters without case and accents.</summary>
internal static class Folding
{
    private static readonly char[] Latin = BuildLatin();

    public static char Letter(char c)
    {
        if (c is >= 'A' and <= 'Z') return (char)(c | 0x20);
        if (c < 0x80) return c;
        return c < Latin.Length ? Latin[c] : char.ToLowerInvariant(c);
    }

    /// <summary>"HOLAAA" is "hola"; digits are left alone.</summary>
    public static string Word(ReadOnlySpan<char> text)
    {
        Span<char> folded = text.Length <= 128 ? stackalloc char[text.Length] : new char[text.Length];
        var n = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = Letter(text[i]);
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) continue;
            if (n >= 2 && char.IsLetter(c) && folded[n - 1] == c && folded[n - 2] == c) continue;
            folded[n++] = c;
        }

        // Two of the same letter may be spelling ("llave"); a drawn-out end is not.
        if (n >= 3 && folded[n - 1] == folded[n - 2] && folded[n - 1] is 'a' or 'e' or 'i' or 'o' or 'u' or 's' or 'y' && n < text.Length) n--;
        return new string(folded[..n]);
    }

    private static char[] BuildLatin()
    {
        var table = new char[0x250];
        for (var i = 0; i < table.Length; i++)
        {
            var c = char.ToLowerInvariant((char)i);
            table[i] = char.IsLetter(c) ? c.ToString().Normalize(NormalizationForm.FormD)[0] : c;
        }

        return table;
    }
}
