namespace MeliBot.Adapter.Outbound.Composing;

/// <summary>One tag, read strictly enough that <c>a &lt;b y c&gt; d</c> and <c>&lt;2kg</c> stay text.</summary>
internal readonly record struct HtmlTag(string Name, bool IsClosing, bool IsSelfClosing, int End, string Source, int AttributesStart)
{
    /// <summary>Longer ones are taken for text; it bounds the work on a hostile row of opening brackets.</summary>
    private const int Longest = 2_000;

    public bool HasAttributes => AttributesStart >= 0;

    public static bool TryRead(string text, int at, out HtmlTag tag)
    {
        tag = default;
        var i = at + 1;
        if (i >= text.Length) return false;
        if (text[i] is '!' or '?')
        {
            if (i + 1 >= text.Length || !char.IsAsciiLetter(text[i + 1]) && text[i + 1] != '[') return false;
            var close = text.IndexOf('>', i, Math.Min(Longest, text.Length - i));
            if (close < 0) return false;
            tag = new(text[i].ToString(), false, false, close + 1, text, -1);
            return true;
        }

        var closing = text[i] == '/';
        if (closing) i++;
        var start = i;
        while (i < text.Length && (char.IsAsciiLetterOrDigit(text[i]) || (text[i] is '-' or ':' && i > start))) i++;
        if (i == start || i - start > 32 || !char.IsAsciiLetter(text[start])) return false;

        var name = text[start..i];
        var attributes = -1;
        var limit = Math.Min(text.Length, at + Longest);
        while (i < limit)
        {
            if (text[i] == '>')
            {
                tag = new(name, closing, false, i + 1, text, attributes);
                return true;
            }

            if (text[i] == '/' && i + 1 < limit && text[i + 1] == '>')
            {
                tag = new(name, closing, true, i + 2, text, attributes);
                return true;
            }

            if (char.IsWhiteSpace(text[i]))
            {
                i++;
                continue;
            }

            if (!char.IsWhiteSpace(text[i - 1]) && text[i - 1] is not ('"' or '\'')) return false;
            if (!TryReadAttribute(text, limit, ref i, out _, out _)) return false;
            if (attributes < 0) attributes = start + name.Length;
        }

        return false;
    }

    public string? Attribute(string name)
    {
        if (AttributesStart < 0) return null;
        var i = AttributesStart;
        while (i < End)
        {
            if (char.IsWhiteSpace(Source[i]))
            {
                i++;
                continue;
            }

            if (!TryReadAttribute(Source, End, ref i, out var key, out var value)) return null;
            if (string.Equals(key, name, StringComparison.OrdinalIgnoreCase)) return value;
        }

        return null;
    }

    private static bool TryReadAttribute(string text, int limit, ref int i, out string key, out string value)
    {
        key = value = "";
        var start = i;
        while (i < limit && (char.IsAsciiLetterOrDigit(text[i]) || text[i] is '-' or '_' or ':' or '@' or '.')) i++;
        if (i == start) return false;
        key = text[start..i];
        if (i >= limit || text[i] != '=') return key is "disabled" or "checked" or "hidden" or "open" or "async" or "defer" or "selected" or "controls";
        i++;
        if (i >= limit) return false;
        if (text[i] is '"' or '\'')
        {
            var end = text.IndexOf(text[i], i + 1, limit - i - 1);
            if (end < 0) return false;
            value = text[(i + 1)..end];
            i = end + 1;
            return true;
        }

        start = i;
        while (i < limit && !char.IsWhiteSpace(text[i]) && text[i] is not ('>' or '<' or '"' or '\'')) i++;
        value = text[start..i];
        return i > start;
    }
}
