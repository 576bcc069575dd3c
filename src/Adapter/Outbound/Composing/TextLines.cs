using System.Globalization;
using System.Text;

namespace MeliBot.Adapter.Outbound.Composing;

/// <summary>
/// Joins the lines of a text into one: paragraphs end as sentences, the items of a list become an enumeration,
/// a line that merely wraps goes on after a space.
/// </summary>
internal static class TextLines
{
    private enum Kind
    {
        Text,
        Item,
        Numbered,
        Heading,
        Row,
        Blank,
    }

    public static string Join(string text)
    {
        var lines = text.Split('\n');
        var numbered = lines.Count(IsNumbered) > 1;
        var several = lines.Length > 1;
        var pieces = new List<string>(lines.Length);
        var before = Kind.Text;
        var apart = false;
        foreach (var line in lines)
        {
            var (kind, content) = Read(line, numbered, several);
            content = Squeeze(MarkdownText.Strip(content));
            if (kind == Kind.Blank || content.Length == 0)
            {
                apart = true;
                continue;
            }

            if (pieces.Count > 0) pieces[^1] = Finish(pieces[^1], before, kind, content, apart);
            pieces.Add(content);
            before = kind;
            apart = false;
        }

        return string.Join(' ', pieces.Where(piece => piece.Length > 0));
    }

    private static string Finish(string line, Kind before, Kind kind, string next, bool apart)
    {
        if (line[^1] is ',' or ';' or ':' || SentenceEnd.IsOne(line)) return line;
        if (kind == before && kind is (Kind.Item or Kind.Numbered)) return line + ',';
        if (kind == before && kind is Kind.Row) return line + ';';
        if (kind is (Kind.Item or Kind.Numbered or Kind.Row) && before is (Kind.Text or Kind.Heading)) return line + ':';
        return apart || kind != Kind.Text || before != Kind.Text || StartsSentence(next) ? SentenceEnd.Give(line) : line;
    }

    private static (Kind Kind, string Content) Read(string line, bool numbered, bool several)
    {
        var content = line.AsSpan().Trim();
        if (content.Length == 0 || IsRule(content) || content.StartsWith("```", StringComparison.Ordinal) && content[3..].IndexOf('`') < 0 && !content[3..].Contains(' '))
            return (Kind.Blank, "");

        var kind = Kind.Text;
        while (content.Length > 1)
        {
            if (content[0] == '>' && content[1] == ' ' && !char.IsAsciiDigit(content[2..].TrimStart() is { Length: > 0 } rest ? rest[0] : ' '))
            {
                content = content[1..].TrimStart();
            }
            else if (content[1] == ' ' && (content[0] is '-' or '*' or '•' or '·' or '‣' or '▪' or '◦' or '–' or '—' || (content[0] == '+' && several)))
            {
                content = content[1..].TrimStart();
                kind = Kind.Item;
            }
            else if (content[0] == '#' && HeadingLength(content) is > 0 and var marks)
            {
                content = content[marks..].TrimStart().TrimEnd('#').TrimEnd();
                kind = Kind.Heading;
            }
            else
            {
                break;
            }
        }

        if (content.Length == 0 || content is "-" or "*" or "•" or ">") return (Kind.Blank, "");
        if (content[0] == '|' && content.Length > 1) return Row(content);
        if (numbered && IsNumbered(content.ToString()))
        {
            var dot = content.IndexOfAny('.', ')');
            return (Kind.Numbered, $"{content[..dot]}) {content[(dot + 1)..].TrimStart()}");
        }

        return (kind, content.ToString());
    }

    private static (Kind Kind, string Content) Row(ReadOnlySpan<char> line)
    {
        if (line.IndexOfAnyExcept("|-: ") < 0) return (Kind.Blank, "");
        var cells = line.ToString().Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return (Kind.Row, string.Join(", ", cells));
    }

    private static int HeadingLength(ReadOnlySpan<char> content)
    {
        var marks = content.IndexOfAnyExcept('#');
        return marks is > 0 and <= 6 && content[marks] == ' ' ? marks : 0;
    }

    private static bool IsRule(ReadOnlySpan<char> content)
    {
        if (content[0] is not ('-' or '*' or '_' or '=' or '~')) return false;
        return content.Length >= 3 && content.IndexOfAnyExcept(content[0], ' ') < 0;
    }

    private static bool IsNumbered(string line)
    {
        var content = line.AsSpan().TrimStart();
        var digits = content.IndexOfAnyExceptInRange('0', '9');
        return digits is 1 or 2 && content.Length > digits + 2 && content[digits] is '.' or ')' && content[digits + 1] == ' ';
    }

    private static bool StartsSentence(string content)
    {
        if (content[0] is '¿' or '¡') return true;
        Rune.DecodeFromUtf16(content, out var rune, out _);
        return Rune.GetUnicodeCategory(rune) is UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter || Characters.IsEmoji(rune);
    }

    private static string Squeeze(string line)
    {
        var output = new StringBuilder(line.Length);
        foreach (var c in line)
        {
            if (c != ' ' || (output.Length > 0 && output[^1] != ' ')) output.Append(c);
        }

        return output.ToString().TrimEnd(' ');
    }
}
