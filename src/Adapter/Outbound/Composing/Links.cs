using System.Net;
using System.Text;

namespace MeliBot.Adapter.Outbound.Composing;

/// <summary>Web addresses inside plain text.</summary>
internal static class Links
{
    /// <summary>Says where a link led, unless its words did already.</summary>
    public static void AppendTarget(StringBuilder output, int textStart, string? target)
    {
        target = Plain(target);
        if (target.Length == 0) return;
        var words = output.ToString(textStart, output.Length - textStart);
        if (words.Contains(target, StringComparison.OrdinalIgnoreCase)) return;
        if (output.Length > 0 && !char.IsWhiteSpace(output[^1])) output.Append(' ');
        output.Append(target);
    }

    public static string Plain(string? target)
    {
        var plain = WebUtility.HtmlDecode(target ?? "").Trim();
        if (plain.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)) return plain[7..];
        if (plain.StartsWith("tel:", StringComparison.OrdinalIgnoreCase)) return plain[4..];
        return plain.StartsWith('#') || plain.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase) ? "" : plain;
    }

    /// <summary>Whether an address starts here: <c>http://</c>, <c>https://</c> or <c>www.</c> at the start of a word.</summary>
    public static bool StartsAt(ReadOnlySpan<char> text, int index)
    {
        if (index > 0 && char.IsLetterOrDigit(text[index - 1])) return false;
        var rest = text[index..];
        return rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            || rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Where it ends; a sentence's punctuation behind it isn't part of it.</summary>
    public static int EndOf(ReadOnlySpan<char> text, int index)
    {
        var end = index;
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] is not ('<' or '>' or '"' or '*' or '`' or ']' or '»' or '”')) end++;
        while (end > index && text[end - 1] is '.' or ',' or ';' or ':' or '!' or '?' or ')' or '\'' or '_' or '~' or '…') end--;
        return end;
    }

    /// <summary>Whether the last word is an address that a full stop would become part of.</summary>
    public static bool EndsWithOne(ReadOnlySpan<char> line)
    {
        var start = line.LastIndexOf(' ') + 1;
        while (start < line.Length && line[start] is '(' or '"' or '«' or '“' or '\'') start++;
        return start < line.Length && StartsAt(line, start) && EndOf(line, start) == line.Length;
    }
}
