using System.Buffers;
using System.Globalization;
using System.Text;

namespace MeliBot.Adapter.Outbound.Composing;

/// <summary>What a character is to a line of plain text.</summary>
internal static class Characters
{
    private const int ZeroWidthJoiner = 0x200D;
    private const int EmojiStyle = 0xFE0F;
    private const int Keycap = 0x20E3;

    // Latin without its controls, its odd blank and its soft hyphen: visible, composed and no mark, so that there is nothing to clean.
    private static readonly SearchValues<char> Ordinary = SearchValues.Create([.. Enumerable.Range(' ', 0x300 - ' ').Where(c => c is < 0x7F or > 0xA0 and not 0xAD).Select(c => (char)c)]);

    /// <summary>
    /// Every line break becomes <c>\n</c>, every blank a space; what can't be seen (control, zero width, bidi, fillers, half surrogates) goes,
    /// except inside an emoji. In Unicode's composed form.
    /// </summary>
    public static string Clean(string text)
    {
        if (!text.AsSpan().ContainsAnyExcept(Ordinary)) return text;
        var output = new StringBuilder(text.Length);
        var before = default(Rune);
        for (var i = 0; i < text.Length;)
        {
            if (text[i] is > ' ' and < '\u007F')
            {
                before = new Rune(text[i]);
                output.Append(text[i++]);
                continue;
            }

            if (!Rune.TryGetRuneAt(text, i, out var rune))
            {
                i++;
                continue;
            }

            i += rune.Utf16SequenceLength;
            if (rune.Value == '\r')
            {
                if (i < text.Length && text[i] == '\n') i++;
                output.Append('\n');
                before = new Rune('\n');
            }
            else if (IsLineBreak(rune))
            {
                output.Append(rune.Value == 0x2029 ? "\n\n" : "\n");
                before = new Rune('\n');
            }
            else if (IsBlank(rune))
            {
                output.Append(' ');
                before = new Rune(' ');
            }
            else if (IsMark(rune) && (before.Value is 0 or ' ' or '\n'))
            {
                // A mark with nothing below it would fall on the space, or on whatever comes before it in the answer.
            }
            else if (IsVisible(rune, before, Peek(text, i)))
            {
                output.Append(text, i - rune.Utf16SequenceLength, rune.Utf16SequenceLength);
                before = rune;
            }
        }

        return output.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>All that Unicode, or a reader of lines in any language's library, takes for the end of a line.</summary>
    public static bool IsLineBreak(Rune rune) =>
        rune.Value is (>= 0x0A and <= 0x0D) or (>= 0x1C and <= 0x1E) or 0x85 or 0x2028 or 0x2029;

    public static bool IsEmoji(Rune rune) =>
        rune.Value is (>= 0x1F000 and <= 0x1FAFF) or (>= 0x2190 and <= 0x2BFF and not (>= 0x2200 and <= 0x22FF)) or EmojiStyle or Keycap
        && Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherSymbol or UnicodeCategory.ModifierSymbol or UnicodeCategory.NonSpacingMark
            or UnicodeCategory.EnclosingMark;

    /// <summary>Letters, digits, signs with a meaning of their own and emoji; not punctuation.</summary>
    public static bool IsWord(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter
        or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber
        or UnicodeCategory.CurrencySymbol or UnicodeCategory.OtherSymbol;

    public static bool HasWord(ReadOnlySpan<char> text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsWord(rune)) return true;
        }

        return false;
    }

    public static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static Rune Peek(string text, int index) =>
        index < text.Length && Rune.TryGetRuneAt(text, index, out var rune) ? rune : default;

    private static bool IsBlank(Rune rune) =>
        rune.Value is '\t' or 0x2800 || Rune.GetUnicodeCategory(rune) == UnicodeCategory.SpaceSeparator;

    private static bool IsVisible(Rune rune, Rune before, Rune after) => rune.Value switch
    {
        ZeroWidthJoiner => IsEmoji(before) && IsEmoji(after) && after.Value is not (EmojiStyle or Keycap),
        EmojiStyle => IsKeycapBase(before) ? after.Value == Keycap : IsEmoji(before) && before.Value is not (EmojiStyle or Keycap),
        Keycap => before.Value == EmojiStyle || IsKeycapBase(before),
        >= 0xFE00 and <= 0xFE0E or >= 0xE0100 and <= 0xE01EF or >= 0x180B and <= 0x180F => false,
        0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x3164 or 0xFFA0 or 0xFFFC => false,
        _ when (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF => false,
        _ => Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate),
    };

    private static bool IsKeycapBase(Rune rune) => rune.Value is (>= '0' and <= '9') or '#' or '*';
}
