using System.Text;

namespace MeliBot.Simulator;

/// <summary>ISO-8859-1 and emoji up to Unicode 11, as the platform takes them.</summary>
internal static class MessageCharset
{
    /// <summary>The first character that isn't taken; null when all are.</summary>
    public static string? Unsupported(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\n' or '\r' or '\t' or (>= ' ' and <= '~') or (>= 0xA0 and <= 0xFF)) continue;
            // Joiners and styles only make sense beside an emoji, which the platform's list holds in both forms.
            if (rune.Value is 0x200D or 0xFE0F or 0x20E3) continue;
            if (Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.OtherSymbol or System.Globalization.UnicodeCategory.ModifierSymbol or System.Globalization.UnicodeCategory.MathSymbol or System.Globalization.UnicodeCategory.DashPunctuation or System.Globalization.UnicodeCategory.OtherPunctuation
                && rune.Value is (0x203C or 0x2049 or 0x2139 or (>= 0x2194 and <= 0x21AA) or (>= 0x231A and <= 0x23FA) or 0x24C2 or (>= 0x25AA and <= 0x27BF) or (>= 0x2934 and <= 0x2935) or (>= 0x2B05 and <= 0x2B55) or 0x3030 or 0x303D or 0x3297 or 0x3299 or (>= 0x1F000 and <= 0x1F9FF))) continue;
            return rune.ToString();
        }

        return null;
    }
}
