using System.Globalization;
using System.Text;

namespace Microsoft.Bot.Builder.Dialogs.Choices;

public delegate List<Token> TokenizerFunction(string text, string locale = null);

public class Token
{
    public int Start { get; set; }

    /// <summary>The last character, not the one behind it.</summary>
    public int End { get; set; }

    public string Text { get; set; }

    /// <summary>In lower case; accents stay.</summary>
    public string Normalized { get; set; }
}

/// <summary>Words are runs of letters, digits and their marks; an emoji is a word of its own.</summary>
public class Tokenizer
{
    public static TokenizerFunction DefaultTokenizer => DefaultTokenizerImpl;

    public static List<Token> DefaultTokenizerImpl(string text, string locale = null)
    {
        var tokens = new List<Token>();
        if (string.IsNullOrEmpty(text))
            return tokens;

        var wordAt = -1;
        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsEmoji(rune))
            {
                EndWord(at);
                Add(at, at + rune.Utf16SequenceLength);
            }
            else if (!IsOfWord(rune))
            {
                EndWord(at);
            }
            else if (wordAt < 0)
            {
                wordAt = at;
            }

            at += rune.Utf16SequenceLength;
        }

        EndWord(text.Length);
        return tokens;

        void EndWord(int end)
        {
            if (wordAt >= 0)
                Add(wordAt, end);
            wordAt = -1;
        }

        void Add(int start, int end)
        {
            var word = text[start..end];
            tokens.Add(new Token { Start = start, End = end - 1, Text = word, Normalized = word.ToLowerInvariant() });
        }
    }

    private static bool IsEmoji(Rune rune) => !rune.IsBmp && Rune.GetUnicodeCategory(rune) is (UnicodeCategory.OtherSymbol or UnicodeCategory.ModifierSymbol);

    // º and ª are letters to Unicode, but "2º" is the number 2 with a sign.
    private static bool IsOfWord(Rune rune) =>
        (Rune.IsLetterOrDigit(rune) && rune.Value is not ('º' or 'ª'))
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
