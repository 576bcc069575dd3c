using System.Text;

namespace MeliBot.Adapter.Outbound.Messages;

/// <summary>A text in the characters that Mercado Libre takes in a message.</summary>
/// <param name="Text">May hold line breaks; neither begins nor ends with white space.</param>
/// <param name="Lost">Characters that nothing can stand for, each once: whoever wrote the text should know.</param>
public sealed record MessageText(string Text, IReadOnlyList<string> Lost)
{
    /// <summary>Typographic characters become plain ones, blanks single, line breaks <c>\n</c> and at most two in a row. Doing it again changes nothing.</summary>
    public static MessageText Normalise(string? text)
    {
        if (string.IsNullOrEmpty(text)) return new("", []);
        var output = new StringBuilder(text.Length);
        var lost = new List<string>();
        string? half = null;
        foreach (var rune in Whole(text).EnumerateRunes())
        {
            // A flag is two letters; a letter alone is nothing that anyone wanted to say.
            if (MessageEmoji.IsFlagLetter(rune))
            {
                if (half is not null) output.Append(half).Append(rune.ToString());
                half = half is null ? rune.ToString() : null;
                continue;
            }

            half = null;
            if (MessageCharacters.Write(rune) is not { } written)
            {
                var sign = rune.ToString();
                if (!lost.Contains(sign, StringComparer.Ordinal)) lost.Add(sign);
                continue;
            }

            foreach (var c in written) Append(output, c);
        }

        TrimEnd(output);
        return new(output.ToString(), lost);
    }

    /// <summary>Composed, with every line break as one character, and without what is no character at all.</summary>
    private static string Whole(string text)
    {
        var whole = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\r')
            {
                if (i + 1 < text.Length && text[i + 1] == '\n') continue;
                whole.Append('\n');
            }
            else if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) whole.Append(text[i]).Append(text[++i]);
            else if (!char.IsSurrogate(text[i]) && text[i] is not ('\uFFFE' or '\uFFFF' or (>= '\uFDD0' and <= '\uFDEF'))) whole.Append(text[i]);
        }

        return whole.ToString().Normalize(NormalizationForm.FormC);
    }

    private static void Append(StringBuilder output, char c)
    {
        if (c == ' ')
        {
            if (output.Length > 0 && output[^1] is not (' ' or '\n')) output.Append(c);
        }
        else if (c == '\n')
        {
            while (output.Length > 0 && output[^1] == ' ') output.Length--;
            if (output.Length > 0 && !(output.Length > 1 && output[^1] == '\n' && output[^2] == '\n')) output.Append(c);
        }
        else
        {
            output.Append(c);
        }
    }

    private static void TrimEnd(StringBuilder output)
    {
        while (output.Length > 0 && output[^1] is ' ' or '\n') output.Length--;
    }
}
