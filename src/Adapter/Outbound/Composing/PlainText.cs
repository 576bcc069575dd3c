using System.Buffers;
using System.Text;

namespace MeliBot.Adapter.Outbound.Composing;

/// <summary>Makes one line of plain text out of whatever a bot sent.</summary>
public static class PlainText
{
    private const int Passes = 8;

    /// <summary>What most texts are made of: nothing here is markup, invisible or composed in two ways. Emoji are pairs, and looked at apart.</summary>
    private static readonly SearchValues<char> Harmless = SearchValues.Create(
        " abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,;:!?¿¡()\"'%$/+-=@^{}áéíóúàèìòùâêîôûãõäëïöüñçÁÉÍÓÚÀÈÌÒÙÂÊÎÔÛÃÕÄËÏÖÜÑÇºª°²³½¼¾×·«»“”‘’…–—•€£™®©");

    /// <summary>Markdown, HTML, line breaks and invisible characters flattened. Flattening the result changes nothing.</summary>
    public static string Flatten(string? text)
    {
        text ??= "";
        if (IsFlat(text)) return text;
        // Taking one layer away may bare another ("&amp;lt;b&amp;gt;"), so it is repeated until nothing changes.
        for (var pass = 0; pass < Passes; pass++)
        {
            var next = FlattenOnce(text);
            if (string.Equals(next, text, StringComparison.Ordinal) || IsFlat(next)) return next;
            text = next;
        }

        return Bare(text);
    }

    /// <summary>Whether flattening surely changes nothing: one look, no copy.</summary>
    internal static bool IsFlat(ReadOnlySpan<char> text)
    {
        if (text.Length == 0) return true;
        if (!StartsFlat(text[0]) || text[^1] == ' ' || text.IndexOf("  ", StringComparison.Ordinal) >= 0) return false;
        while (text.IndexOfAnyExcept(Harmless) is >= 0 and var at)
        {
            if (at + 1 >= text.Length || !char.IsSurrogatePair(text[at], text[at + 1]) || char.ConvertToUtf32(text[at], text[at + 1]) is < 0x1F300 or > 0x1FAFF) return false;
            text = text[(at + 2)..];
        }

        return true;
    }

    /// <summary>Whether a line that starts so is no bullet, rule or stray mark.</summary>
    internal static bool StartsFlat(char first) => char.IsLetterOrDigit(first) || first is '¿' or '¡' or '(' or '"' or '$' or '«' or '“' || char.IsHighSurrogate(first);

    /// <summary>Without any character that could be read as markup; only for texts that flattening doesn't settle.</summary>
    internal static string Harden(string text) => Bare(Flatten(text));

    private static string Bare(string text)
    {
        var bare = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is not ('<' or '>' or '&' or '*' or '_' or '~' or '`' or '[' or ']' or '|' or '\\' or '#')) bare.Append(c);
        }

        return FlattenOnce(FlattenOnce(bare.ToString()));
    }

    private static string FlattenOnce(string text)
    {
        text = Characters.Clean(text);
        var withoutTags = HtmlText.Strip(text);
        if (!ReferenceEquals(withoutTags, text)) text = Characters.Clean(withoutTags);
        return TextLines.Join(text);
    }
}
