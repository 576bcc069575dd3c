using System.Buffers;

namespace MeliBot.Adapter.Outbound.Composing;

/// <summary>
/// A text with what only greets or thanks at its start, and what only takes leave at its end, set apart: "¡Hola! Gracias por tu consulta. Sí, hay stock. ¡Saludos!".
/// A greeting or closing within a sentence ("Hola, sí, hay stock, saludos") stays in the core until it is known that another one is said.
/// </summary>
internal sealed record FramedText(string Greeting, string Thanks, string Core, string Closing, IReadOnlyList<string> CoreKeys)
{
    /// <summary>Far beyond any answer; a longer text can't be sent anyway and is left as it is.</summary>
    private const int Longest = 8_000;

    private const int Passes = 6;

    private static readonly SearchValues<char> Stray = SearchValues.Create(".,;:!?…");

    public static FramedText Read(string text)
    {
        if (text.Length > Longest) return new("", "", text, "", []);
        var parsed = new ParsedText(text);
        var keys = parsed.Keys;
        var count = keys.Count;
        var greeting = 0;
        while (greeting < count && Phrases.IsGreeting(keys[greeting])) greeting++;
        var thanks = greeting;
        while (thanks < count && Phrases.IsThanks(keys[thanks])) thanks++;
        // Thanks with nothing behind them take leave.
        if (thanks == count) thanks = greeting;
        var closing = count;
        while (closing > thanks && Phrases.IsClosing(keys[closing - 1])) closing--;
        return new(parsed.Join(0, greeting), parsed.Join(greeting, thanks), parsed.Join(thanks, closing), parsed.Join(closing, count), [.. keys.Skip(thanks).Take(closing - thanks)]);
    }

    /// <summary>
    /// One line that ends as a sentence, whose greeting, core and closing would each be the same line if they stood alone:
    /// the dash in "¡Hola! - Azul" is a bullet once the greeting stands elsewhere.
    /// </summary>
    public static string Normalise(string text, Func<string, string> flatten)
    {
        text = SentenceEnd.Give(WithoutStrayStart(flatten(text)));
        if (PlainText.IsFlat(text) && StaysFlat(text)) return text;
        for (var pass = 0; pass < Passes; pass++)
        {
            var (greeting, thanks, core, closing, _) = Read(text);
            string[] parts = [flatten(greeting), flatten(thanks), flatten(core), flatten(closing)];
            var next = SentenceEnd.Give(string.Join(' ', parts.Select(WithoutStrayStart).Where(part => part.Length > 0)));
            if (string.Equals(next, text, StringComparison.Ordinal)) break;
            text = next;
        }

        return text;
    }

    /// <summary>Whether no word of the line could begin a line as a bullet or a stray mark does.</summary>
    public static bool StaysFlat(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOf(' '); at >= 0 && at + 1 < text.Length;)
        {
            if (!PlainText.StartsFlat(text[at + 1])) return false;
            var next = text[(at + 1)..].IndexOf(' ');
            if (next < 0) break;
            at += 1 + next;
        }

        return true;
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

        return start == 0 ? text : text[start..];
    }
}
