using System.Runtime.InteropServices;

namespace MeliBot.Adapter.Outbound.Guards;

internal enum TokenKind
{
    Word,
    Number,

    /// <summary>Letters and digits without a break: a model, a measure with its unit.</summary>
    Mixed,

    /// <summary>One sign that is neither letter, digit nor blank.</summary>
    Sign,
}

/// <summary>A word, number or sign of a <see cref="GuardText"/>.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Token(TokenKind Kind, string Text, int Start)
{
    public int End => Start + Text.Length;

    public bool Is(string text) => string.Equals(Text, text, StringComparison.Ordinal);

    public static List<Token> Split(string text)
    {
        var tokens = new List<Token>();
        for (var i = 0; i < text.Length;)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                i++;
                continue;
            }

            var start = i;
            if (!char.IsLetterOrDigit(text[i]))
            {
                i++;
                tokens.Add(new(TokenKind.Sign, text[start..i], start));
                continue;
            }

            bool letters = false, digits = false;
            while (i < text.Length && char.IsLetterOrDigit(text[i]))
            {
                if (char.IsAsciiDigit(text[i])) digits = true;
                else letters = true;
                i++;
            }

            tokens.Add(new(letters && digits ? TokenKind.Mixed : letters ? TokenKind.Word : TokenKind.Number, text[start..i], start));
        }

        return tokens;
    }
}
