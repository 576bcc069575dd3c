using System.Buffers;
using System.Runtime.InteropServices;

namespace MeliBot.Adapter.Outbound.Composing;

/// <summary>A text with the sentences that only greet at its start and those that only take leave at its end set apart.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FramedText(string Greeting, string Core, string Closing)
{
    /// <summary>Far beyond any answer; a longer text can't be sent anyway and is left as it is.</summary>
    private const int Longest = 8_000;

    private const int Passes = 6;

    private static readonly SearchValues<char> Stray = SearchValues.Create(".,;:!?…");

    public static FramedText Read(string text)
    {
        if (text.Length > Longest) return new("", text, "");
        var sentences = Sentences.Split(text);
        var keys = sentences.ConvertAll(sentence => SentenceKey.Of(text.AsSpan(sentence)));
        var greeting = keys.TakeWhile(Phrases.IsGreeting).Count();
        var closing = keys.Skip(greeting).Reverse().TakeWhile(Phrases.IsClosing).Count();
        return new(Join(0, greeting), Join(greeting, sentences.Count - closing), Join(sentences.Count - closing, sentences.Count));

        string Join(int from, int to) => from >= to ? "" : text[sentences[from].Start..sentences[to - 1].End];
    }

    /// <summary>
    /// One line that ends as a sentence, whose greeting, core and closing would each be the same line if they stood alone:
    /// the dash in "¡Hola! - Azul" is a bullet once the greeting stands elsewhere.
    /// </summary>
    public static string Normalise(string text, Func<string, string> flatten)
    {
        text = SentenceEnd.Give(WithoutStrayStart(flatten(text)));
        for (var pass = 0; pass < Passes; pass++)
        {
            var (greeting, core, closing) = Read(text);
            string[] parts = [flatten(greeting), flatten(core), flatten(closing)];
            var next = SentenceEnd.Give(string.Join(' ', parts.Select(WithoutStrayStart).Where(part => part.Length > 0)));
            if (string.Equals(next, text, StringComparison.Ordinal)) break;
            text = next;
        }

        return text;
    }

    /// <summary>Marks that stand alone at the start would end the sentence before.</summary>
    private static string WithoutStrayStart(string text)
    {
        var start = 0;
        while (start < text.Length)
        {
            var end = text.IndexOf(' ', start);
            if (end < 0 || text.AsSpan(start, end - start).ContainsAnyExcept(Stray)) break;
            start = end + 1;
        }

        return text[start..];
    }
}
