using System.Text;

namespace MeliBot.Adapter.Outbound.Guards;

/// <summary>
/// Reads words behind their disguise: letters set apart ("w h a t s", "b.o.l.u.d.o"), digits and signs for letters ("1nst4gram", "f@cebook"), letters drawn out ("whaaats").
/// </summary>
internal static class DisguisedWords
{
    private const int FewestSpaced = 4;
    private const int ShortestWord = 4;

    public static GuardText Decode(GuardText folded)
    {
        var kept = Joined(folded.Text);
        var text = new StringBuilder(kept.Count);
        foreach (var index in kept) text.Append(folded.Text[index]);
        Unmask(text);
        var drawn = WithoutDrawnOut(text.ToString(), kept);
        return string.Equals(drawn.Text, folded.Text, StringComparison.Ordinal) ? folded : new GuardText(folded, drawn.Text, drawn.Kept);
    }

    /// <summary>The indices that stay when what separates single letters goes.</summary>
    private static List<int> Joined(string text)
    {
        var kept = new List<int>(text.Length);
        for (var i = 0; i < text.Length;)
        {
            var end = IsLetter(text, i) && !IsLetter(text, i - 1) ? EndOfSpaced(text, i, out var step) : (step = 1) - 1;
            if (end <= i)
            {
                kept.Add(i++);
                continue;
            }

            for (; i < end; i += step) kept.Add(i);
            i = end;
        }

        return kept;
    }

    /// <summary>Where a row of single letters with the same sign or signs between them ends; 0 when it is none.</summary>
    private static int EndOfSpaced(string text, int start, out int step)
    {
        step = 1;
        var next = start + 1;
        while (next < text.Length && !char.IsLetterOrDigit(text[next]) && next - start <= 3) next++;
        step = next - start;
        if (step is < 2 or > 4 || !IsLetter(text, next)) return 0;
        var gap = text.AsSpan(start + 1, step - 1);
        if (gap.Contains(GuardText.Unreadable)) return 0;
        var letters = 1;
        var at = start;
        while (at + step < text.Length && text.AsSpan(at + 1, step - 1).SequenceEqual(gap) && IsLetter(text, at + step))
        {
            at += step;
            letters++;
        }

        // The last letter of the row must stand alone too: in "s m l xl" it doesn't.
        if (IsLetter(text, at + 1)) letters--;
        if (letters < FewestSpaced) return 0;
        return IsLetter(text, at + 1) ? at - step + 1 : at + 1;
    }

    private static bool IsLetter(string text, int index) => index >= 0 && index < text.Length && (char.IsLetterOrDigit(text[index]) || text[index] == '@' || (text[index] == '.' && index > 0 && text[index - 1] == ' '));

    private static void Unmask(StringBuilder text)
    {
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            int letters = 0, masks = 0;
            while (i < text.Length && (char.IsLetterOrDigit(text[i]) || IsMask(text, i)))
            {
                if (char.IsAsciiLetter(text[i])) letters++;
                else if (Unmasked(text[i]) != text[i]) masks++;
                i++;
            }

            if (i == start)
            {
                i++;
                continue;
            }

            if (masks == 0 || i - start < ShortestWord || letters < masks) continue;
            // An at sign before a domain is one.
            var address = i + 1 < text.Length && text[i] == '.' && char.IsAsciiLetter(text[i + 1]);
            for (var at = start; at < i; at++) text[at] = address && text[at] == '@' ? '@' : Unmasked(text[at]);
        }
    }

    /// <summary>A sign between letters.</summary>
    private static bool IsMask(StringBuilder text, int i) =>
        text[i] is '@' or '$' or '!' or '*' && i > 0 && i + 1 < text.Length && char.IsLetterOrDigit(text[i - 1]) && char.IsLetterOrDigit(text[i + 1]);

    private static char Unmasked(char c) => c switch
    {
        '0' => 'o',
        '1' or '!' => 'i',
        '3' => 'e',
        '4' or '@' => 'a',
        '5' or '$' => 's',
        '7' => 't',
        '8' => 'b',
        _ => c,
    };

    private static (string Text, List<int> Kept) WithoutDrawnOut(string text, List<int> kept)
    {
        var output = new StringBuilder(text.Length);
        var stay = new List<int>(kept.Count);
        for (var i = 0; i < text.Length;)
        {
            var end = i + 1;
            while (end < text.Length && text[end] == text[i]) end++;
            var count = end - i >= 3 && char.IsAsciiLetter(text[i]) && text[i] != 'w' ? 1 : end - i;
            for (var at = i; at < i + count; at++)
            {
                output.Append(text[at]);
                stay.Add(kept[at]);
            }

            i = end;
        }

        return (output.ToString(), stay);
    }
}
