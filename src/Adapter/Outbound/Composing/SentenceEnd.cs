using System.Text;

namespace MeliBot.Adapter.Outbound.Composing;

/// <summary>
/// How a sentence ends: by a full stop, question or exclamation mark or ellipsis (a closing quote or bracket may follow), by an emoji,
/// or by a web address, which a full stop would break.
/// </summary>
internal static class SentenceEnd
{
    private static readonly string[] Emoticons = [":)", ":-)", ";)", ";-)", ":(", ":D", "=)", "<3", "xD", "XD"];

    public static bool IsMark(char c) => c is '.' or '!' or '?' or '…' or '。' or '！' or '？' or '‽';

    public static bool IsCloser(char c) => c is ')' or ']' or '"' or '\'' or '»' or '”' or '’';

    public static bool IsOne(ReadOnlySpan<char> text)
    {
        var line = text.TrimEnd(' ');
        if (line.Length == 0) return false;
        if (EndsWithEmoji(line) || Links.EndsWithOne(line)) return true;
        var end = line.Length;
        while (end > 0 && IsCloser(line[end - 1])) end--;
        return end > 0 && IsMark(line[end - 1]);
    }

    /// <summary>The text as a sentence; empty when nothing is left of it.</summary>
    public static string Give(string text)
    {
        var line = text.Trim(' ');
        while (line.Length > 0 && !IsOne(line))
        {
            if (line[^1] is not (',' or ';' or ':' or '-' or '–' or '—' or '¿' or '¡' or '·' or '•')) return line + MissingMark(line);
            line = line[..^1].TrimEnd(' ');
        }

        return line;
    }

    private static char MissingMark(string line)
    {
        var opener = line.LastIndexOfAny(['¿', '¡']);
        if (opener < 0 || line.AsSpan(opener).IndexOfAny('?', '!', '.') >= 0) return '.';
        return line[opener] == '¿' ? '?' : '!';
    }

    private static bool EndsWithEmoji(ReadOnlySpan<char> line)
    {
        Rune.DecodeLastFromUtf16(line, out var rune, out _);
        if (Characters.IsEmoji(rune)) return true;
        foreach (var emoticon in Emoticons)
        {
            if (line.EndsWith(emoticon, StringComparison.Ordinal) && (line.Length == emoticon.Length || line[^(emoticon.Length + 1)] == ' ')) return true;
        }

        return false;
    }
}
