using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace MeliBot.Dialogs.Understanding;

/// <param name="Folded">The word without case and accents, abbreviations written out, or <c>|</c> at a sentence's end, <c>,</c> for a pause.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Token(string Folded, TextSpan Span, int PlainStart)
{
    public bool IsWord => Folded is not ("|" or ",");
}

/// <summary>A question as plain words between sentence marks, each word knowing its place in the buyer's text.</summary>
internal sealed class FoldedText
{
    private FoldedText(string original, string plain, IReadOnlyList<Token> tokens)
    {
        Original = original;
        Plain = plain;
        Tokens = tokens;
    }

    public string Original { get; }

    /// <summary>What the rules match: <c>" hola , tenes stock | cuanto sale | "</c>.</summary>
    public string Plain { get; }

    public IReadOnlyList<Token> Tokens { get; }

    public static FoldedText Read(string text)
    {
        var tokens = new List<Token>();
        var plain = new StringBuilder(" ");
        for (var i = 0; i < text.Length;)
        {
            if (!IsWordAt(text, i))
            {
                if (text[i] is '?' or '!' or '.' or ';' or '\n' or '\u00BF' && tokens is [.., { IsWord: true } or { Folded: "," }]) Add("|", i, 1);
                else if (text[i] is ',' or ':' or '(' or ')' or '/' && tokens is [.., { IsWord: true }]) Add(",", i, 1);
                i++;
                continue;
            }

            var start = i;
            while (i < text.Length && (IsWordAt(text, i) || IsInsideNumber(text, i))) i++;
            foreach (var word in Words.WriteOut(Fold.Word(text[start..i])).Split(' ')) Add(word, start, i - start);
        }

        if (tokens is [.., { Folded: not "|" }]) Add("|", text.Length, 0);
        return new FoldedText(text, plain.ToString(), tokens);

        void Add(string word, int start, int length)
        {
            tokens.Add(new Token(word, new TextSpan(start, length), plain.Length));
            plain.Append(word).Append(' ');
        }
    }

    /// <summary>The buyer's text that a range of <see cref="Plain"/> came from.</summary>
    public TextSpan SpanOf(int plainStart, int plainLength)
    {
        var covered = Tokens.Where(t => t.IsWord && t.PlainStart < plainStart + plainLength && t.PlainStart + t.Folded.Length > plainStart).ToArray();
        if (covered.Length == 0) return new TextSpan(0, Original.Length);
        var end = covered[^1].Span.Start + covered[^1].Span.Length;
        return new TextSpan(covered[0].Span.Start, end - covered[0].Span.Start);
    }

    private static bool IsWordAt(string text, int i) => char.IsLetterOrDigit(text[i]) || char.GetUnicodeCategory(text[i]) == UnicodeCategory.NonSpacingMark;

    private static bool IsInsideNumber(string text, int i) =>
        text[i] is '.' or ',' && i > 0 && i + 1 < text.Length && char.IsAsciiDigit(text[i - 1]) && char.IsAsciiDigit(text[i + 1]);
}
