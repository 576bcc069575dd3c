using System.Buffers;
using System.Net;
using System.Text;

namespace MeliBot.Adapter.Outbound.Composing;

/// <summary>Takes HTML out of a text: tags go, blocks become line breaks, entities become characters. A lone <c>&lt;</c> or <c>&amp;</c> is text.</summary>
internal static class HtmlText
{
    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "address", "article", "aside", "blockquote", "dd", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3",
        "h4", "h5", "h6", "header", "hr", "main", "nav", "ol", "p", "pre", "section", "speak", "table", "tr", "ul",
    };

    private static readonly HashSet<string> Inlines = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "abbr", "acronym", "audio", "b", "big", "body", "br", "button", "caption", "center", "cite", "code", "col", "del", "dfn", "em", "font",
        "head", "html", "i", "iframe", "img", "input", "ins", "kbd", "label", "li", "link", "mark", "meta", "object", "picture", "q", "s", "samp",
        "script", "select", "small", "source", "span", "strike", "strong", "style", "sub", "sup", "svg", "tbody", "td", "textarea", "tfoot", "th",
        "thead", "time", "title", "tt", "u", "var", "video", "wbr", "prosody", "voice", "emphasis", "say-as", "lang",
    };

    private static readonly SearchValues<char> Syntax = SearchValues.Create("<&");

    public static string Strip(string text)
    {
        if (!text.AsSpan().ContainsAny(Syntax)) return text;

        var output = new StringBuilder(text.Length);
        string? href = null;
        var linkStart = 0;
        for (var i = 0; i < text.Length;)
        {
            if (text[i] != '<')
            {
                var next = text.IndexOf('<', i);
                if (next < 0) next = text.Length;
                output.Append(WebUtility.HtmlDecode(text[i..next]));
                i = next;
                continue;
            }

            if (string.CompareOrdinal(text, i, "<!--", 0, 4) == 0)
            {
                var end = text.IndexOf("-->", i + 4, StringComparison.Ordinal);
                i = end < 0 ? text.Length : end + 3;
                continue;
            }

            if (!HtmlTag.TryRead(text, i, out var tag))
            {
                output.Append('<');
                i++;
                continue;
            }

            i = tag.End;
            if (tag.Name is "!" or "?") continue;

            var name = tag.Name;
            if (!tag.IsClosing && (Is(name, "script") || Is(name, "style")))
            {
                i = SkipPast(text, i, name);
            }
            else if (Is(name, "a"))
            {
                if (!tag.IsClosing)
                {
                    href = tag.Attribute("href");
                    linkStart = output.Length;
                }
                else
                {
                    Links.AppendTarget(output, linkStart, href);
                    href = null;
                }
            }
            else if (Is(name, "img"))
            {
                output.Append(WebUtility.HtmlDecode(tag.Attribute("alt") ?? ""));
            }
            else if (Is(name, "br"))
            {
                output.Append('\n');
            }
            else if (Is(name, "li"))
            {
                output.Append(tag.IsClosing ? "\n" : "\n- ");
            }
            else if ((Is(name, "td") || Is(name, "th")) && tag.IsClosing)
            {
                output.Append("; ");
            }
            else if (Blocks.Contains(name))
            {
                output.Append("\n\n");
            }
            else if (!Inlines.Contains(name) && !tag.HasAttributes && !tag.IsClosing && !tag.IsSelfClosing
                && text.IndexOf("</" + name, i, Math.Min(text.Length - i, 512), StringComparison.OrdinalIgnoreCase) < 0)
            {
                // "<nombre>" is no element: its word stays, so that nothing the bot meant is lost.
                output.Append(name);
            }
        }

        return output.ToString();
    }

    private static bool Is(string name, string other) => string.Equals(name, other, StringComparison.OrdinalIgnoreCase);

    private static int SkipPast(string text, int from, string name)
    {
        var close = text.IndexOf("</" + name, from, StringComparison.OrdinalIgnoreCase);
        if (close < 0) return text.Length;
        var end = text.IndexOf('>', close);
        return end < 0 ? text.Length : end + 1;
    }
}
