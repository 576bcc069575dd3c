using System.Globalization;
using System.Runtime.InteropServices;

namespace MeliBot.Dialogs.Understanding;

/// <summary>What stands between two words.</summary>
internal enum Pause : byte
{
    None,

    /// <summary>Comma, colon, dash, bracket, slash.</summary>
    Short,

    /// <summary>Full stop, semicolon, line break, exclamation mark, emoji.</summary>
    Stop,

    /// <summary>Question mark, either of them.</summary>
    Question,
}

/// <param name="Text">Folded, abbreviations written out.</param>
/// <param name="Start">In the buyer's text, UTF-16.</param>
/// <param name="Before">Between the word before and this one.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct QuestionWord(string Text, int Start, int Length, Pause Before)
{
    public int End => Start + Length;
}

/// <summary>A question as words that know their place in the buyer's text.</summary>
internal sealed class QuestionText
{
    /// <summary>What a buyer can write is 2,000 characters; more than these words never changes what is asked.</summary>
    public const int MaxWords = 400;

    private QuestionText(string original, QuestionWord[] words, bool asks)
    {
        Original = original;
        Words = words;
        Asks = asks;
    }

    public string Original { get; }

    public QuestionWord[] Words { get; }

    /// <summary>It has a question mark.</summary>
    public bool Asks { get; }

    public static QuestionText Read(string text)
    {
        var words = new List<QuestionWord>(24);
        var pause = Pause.Stop;
        var asks = false;
        var lower = text.AsSpan().ContainsAnyInRange('a', 'z');
        for (var i = 0; i < text.Length && words.Count < MaxWords;)
        {
            if (!IsWord(text, i))
            {
                var mark = PauseOf(text, ref i, out var symbol);
                if (mark == Pause.Question) asks = true;
                if (symbol is not null) Add(symbol, i - 1, 1);
                else if (mark > pause || (mark == Pause.Question && pause == Pause.Stop)) pause = mark;
                continue;
            }

            var start = i;
            while (i < text.Length && (IsWord(text, i) || IsInsideNumber(text, i))) i++;
            if (IsLink(text, start, ref i)) Add("http", start, i - start);
            else Split(text, start, ref i);
        }

        if (words.Count == 0) AddSymbols();
        return new QuestionText(text, [.. words], asks);

        // "👍" alone says something; beside words it is decoration.
        void AddSymbols()
        {
            for (var i = 0; i < text.Length && words.Count < MaxWords;)
            {
                var start = i++;
                if (!IsSymbol(text[start])) continue;
                while (i < text.Length && (char.IsLowSurrogate(text[i]) || text[i] is '\u200D' or '\uFE0F')) i++;
                Add(text[start..i], start, i - start);
            }
        }

        void Split(string source, int start, ref int end)
        {
            // "p/", "c/", "s/" stand for a word.
            var slash = end - start == 1 && end + 1 < source.Length && source[end] == '/' ? Abbreviations.WithSlash(Folding.Letter(source[start])) : null;
            if (slash is not null)
            {
                Add(slash, start, 2);
                end++;
                return;
            }

            var digits = start;
            while (digits < end && (char.IsAsciiDigit(source[digits]) || source[digits] is '.' or ',')) digits++;
            if (digits > start && digits < end && end - digits <= 8 && Abbreviations.IsUnit(Folding.Word(source.AsSpan(digits, end - digits))))
            {
                Add(source[start..digits], start, digits - start);
                Add(Folding.Word(source.AsSpan(digits, end - digits)), digits, end - digits);
                return;
            }

            if (end - start == 1 && source[start] is 'é' or 'É')
            {
                // "é" (is) and "e" (and) are different words.
                Add("eh", start, 1);
                return;
            }

            var folded = Folding.Word(source.AsSpan(start, end - start));
            if (folded.Length == 0) return;

            // A lone capital is a size or a letter ("tem no P?"), never an abbreviation, unless all is in capitals.
            if (end - start == 1 && char.IsUpper(source[start]) && lower)
            {
                Add(folded, start, 1);
                return;
            }

            // "iphone 13 pro", but "frete pro Rio".
            if (folded == "pro" && words.Count > 0 && char.IsAsciiDigit(words[^1].Text[^1]) && pause == Pause.None)
            {
                Add(folded, start, end - start);
                return;
            }

            foreach (var word in Abbreviations.WriteOut(folded)) Add(word, start, end - start);
        }

        void Add(string word, int start, int length)
        {
            words.Add(new QuestionWord(word, start, length, pause));
            pause = Pause.None;
        }
    }

    public TextSpan SpanOf(int firstWord, int endWord)
    {
        var start = Words[firstWord].Start;
        return new TextSpan(start, Words[endWord - 1].End - start);
    }

    private static Pause PauseOf(string text, ref int i, out string? symbol)
    {
        symbol = null;
        var c = text[i++];
        switch (c)
        {
            case '?' or '¿':
                return Pause.Question;
            case '.' or ';' or '\n' or '\r' or '!' or '¡' or '…' or '\u2028' or '\u2029':
                return Pause.Stop;
            case ',' or ':' or '(' or ')' or '/' or '|' or '–' or '—' or '[' or ']':
                return Pause.Short;
            case '-':
                return i < text.Length && text[i] == ' ' ? Pause.Short : Pause.None;
            case '%':
                symbol = "%";
                return Pause.None;
            case '$' or '@':
                symbol = c == '$' ? "$" : "@";
                return Pause.None;
        }

        if (IsSymbol(c))
        {
            while (i < text.Length && (char.IsSurrogate(text[i]) || text[i] is '\u200D' or '\uFE0F')) i++;
            return Pause.Stop;
        }

        return Pause.None;
    }

    private static bool IsSymbol(char c) => char.IsSurrogate(c) || char.GetUnicodeCategory(c) == UnicodeCategory.OtherSymbol;

    private static bool IsWord(string text, int i) => char.IsAsciiLetterOrDigit(text[i]) || (text[i] >= 0x80 && (char.IsLetterOrDigit(text[i]) || char.GetUnicodeCategory(text[i]) == UnicodeCategory.NonSpacingMark));

    private static bool IsInsideNumber(string text, int i) =>
        text[i] is '.' or ',' && i > 0 && i + 1 < text.Length && char.IsAsciiDigit(text[i - 1]) && char.IsAsciiDigit(text[i + 1]);

    private static bool IsLink(string text, int start, ref int i)
    {
        var head = text.AsSpan(start, i - start);
        if (!head.StartsWith("http", StringComparison.OrdinalIgnoreCase) && !head.Equals("www", StringComparison.OrdinalIgnoreCase)) return false;
        if (i >= text.Length || text[i] is not (':' or '.')) return false;
        while (i < text.Length && !char.IsWhiteSpace(text[i])) i++;
        return true;
    }
}
