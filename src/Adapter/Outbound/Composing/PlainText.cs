using System.Text;

namespace MeliBot.Adapter.Outbound.Composing;

/// <summary>Makes one line of plain text out of whatever a bot sent.</summary>
public static class PlainText
{
    private const int Passes = 8;

    /// <summary>Markdown, HTML, line breaks and invisible characters flattened. Flattening the result changes nothing.</summary>
    public static string Flatten(string? text)
    {
        text ??= "";
        // Taking one layer away may bare another ("&amp;lt;b&amp;gt;"), so it is repeated until nothing changes.
        for (var pass = 0; pass < Passes; pass++)
        {
            var next = FlattenOnce(text);
            if (string.Equals(next, text, StringComparison.Ordinal)) return text;
            text = next;
        }

        return Bare(text);
    }

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
