using MeliBot.Dialogs.Understanding;

namespace MeliBot.Dialogs.Facts;

/// <summary>Names of options without case, accents and signs, so that a listing's and a buyer's can be compared.</summary>
internal static class OptionText
{
    public static string Fold(string text) => string.Join(' ', Words(text));

    public static IEnumerable<string> Words(string text)
    {
        for (var i = 0; i < text.Length;)
        {
            if (!IsPart(text, i))
            {
                i++;
                continue;
            }

            var start = i;
            while (i < text.Length && IsPart(text, i)) i++;
            if (Folding.Word(text.AsSpan(start, i - start)) is { Length: > 0 } word) yield return word;
        }
    }

    /// <summary>The first letter small, unless the word is all capitals.</summary>
    public static string Lower(string text) => text.Length > 1 && char.IsLower(text[1]) ? char.ToLowerInvariant(text[0]) + text[1..] : text;

    private static bool IsPart(string text, int i) =>
        char.IsLetterOrDigit(text[i]) || (text[i] is '.' or ',' && i > 0 && i + 1 < text.Length && char.IsAsciiDigit(text[i - 1]) && char.IsAsciiDigit(text[i + 1]));
}
