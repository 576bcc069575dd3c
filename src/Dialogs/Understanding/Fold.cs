using System.Globalization;
using System.Text;

namespace MeliBot.Dialogs.Understanding;

/// <summary>Text without case, accents and drawn-out letters ("HOLAAA" is "hola").</summary>
internal static class Fold
{
    public static string Word(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) continue;
            var lower = char.ToLowerInvariant(c);
            if (char.IsLetter(lower) && folded.Length >= 2 && folded[^1] == lower && folded[^2] == lower) continue;
            folded.Append(lower);
        }

        if (folded.Length >= 3 && folded[^1] == folded[^2] && folded[^1] is ('a' or 'e' or 'i' or 'o' or 'u')) folded.Length--;
        return folded.ToString();
    }

    /// <summary>Words joined by single spaces, for comparing values such as "Azul Marino".</summary>
    public static string Phrase(string text) => string.Join(' ', FoldedText.Read(text).Tokens.Where(t => t.IsWord).Select(t => t.Folded));
}
