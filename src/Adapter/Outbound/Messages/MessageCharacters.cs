using System.Globalization;
using System.Text;

namespace MeliBot.Adapter.Outbound.Messages;

/// <summary>What may stand in a message, and what stands for what may not.</summary>
internal static class MessageCharacters
{
    private static readonly Dictionary<int, string> Instead = new()
    {
        ['“'] = "\"",
        ['”'] = "\"",
        ['„'] = "\"",
        ['‟'] = "\"",
        ['″'] = "\"",
        ['‘'] = "'",
        ['’'] = "'",
        ['‚'] = "'",
        ['‛'] = "'",
        ['′'] = "'",
        ['ʼ'] = "'",
        ['‹'] = "'",
        ['›'] = "'",
        ['–'] = "-",
        ['—'] = "-",
        ['―'] = "-",
        ['‒'] = "-",
        ['‐'] = "-",
        ['‑'] = "-",
        ['−'] = "-",
        ['•'] = "-",
        ['‣'] = "-",
        ['◦'] = "-",
        ['●'] = "-",
        ['○'] = "-",
        ['■'] = "-",
        ['□'] = "-",
        ['◆'] = "-",
        ['…'] = "...",
        ['⁄'] = "/",
        ['∕'] = "/",
        ['≥'] = ">=",
        ['≤'] = "<=",
        ['≠'] = "!=",
        ['≈'] = "~",
        ['∼'] = "~",
        ['∅'] = "Ø",
        ['⌀'] = "Ø",
        ['→'] = "->",
        ['←'] = "<-",
        ['⇒'] = "=>",
        ['★'] = "*",
        ['☆'] = "*",
        ['✓'] = "✔",
        ['✗'] = "✖",
        ['✘'] = "✖",
        ['€'] = "EUR",
        ['₲'] = "Gs.",
        ['₡'] = "CRC",
        ['₱'] = "P",
        ['™'] = "TM",
        ['℠'] = "SM",
        ['Ω'] = "ohm",
        ['μ'] = "µ",
        ['‰'] = "o/oo",
        ['ł'] = "l",
        ['Ł'] = "L",
        ['đ'] = "d",
        ['Đ'] = "D",
        ['œ'] = "oe",
        ['Œ'] = "OE",
        ['ı'] = "i",
        ['ħ'] = "h",
        ['ŋ'] = "n",
        ['ſ'] = "s",
        ['ƒ'] = "f",
        ['\u2028'] = "\n",
        ['\u2029'] = "\n\n",
        ['\u0085'] = "\n",
        ['\v'] = "\n",
        ['\f'] = "\n",
        ['\t'] = " ",
        ['\u00A0'] = " ",
        ['\u00AD'] = "",
    };

    /// <summary>True for ISO-8859-1 without its control characters (but for the line break), and for the platform's list of emoji.</summary>
    public static bool IsAllowed(Rune rune) => rune.Value is '\n' or (>= ' ' and <= '~') or (>= 0xA1 and <= 0xFF and not 0xAD) || MessageEmoji.Contains(rune);

    /// <summary>What is written for a character; empty for what can't be seen anyway; null when nothing can stand for it.</summary>
    public static string? Write(Rune rune)
    {
        if (Instead.TryGetValue(rune.Value, out var other)) return other;
        if (IsAllowed(rune)) return rune.ToString();
        if (IsInvisible(rune)) return "";
        if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.SpaceSeparator) return " ";

        // Letters with marks, ligatures, circled and full-width signs: what they are made of, as far as it may be written.
        var parts = new StringBuilder();
        var all = true;
        foreach (var part in rune.ToString().Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (IsAllowed(part)) parts.Append(part.ToString());
            else if (Instead.TryGetValue(part.Value, out var written)) parts.Append(written);
            else if (Rune.GetUnicodeCategory(part) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark)) all = false;
        }

        return all && parts.Length > 0 ? parts.ToString() : null;
    }

    // Joiners and styles of emoji among them: the platform's list holds each emoji by itself.
    private static bool IsInvisible(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned
        or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;
}
