using System.Buffers;
using System.Text;

namespace MeliBot.Adapter.Outbound.Composing;

/// <summary>Takes inline Markdown out of a line: emphasis, code, links, images, escapes. What only looks like it (2 * 3, a_b) stays.</summary>
internal static class MarkdownText
{
    private const int LongestLink = 2_000;

    private static readonly SearchValues<char> Syntax = SearchValues.Create("*_~`[\\<");

    public static string Strip(string line)
    {
        if (!line.AsSpan().ContainsAny(Syntax)) return line;
        var output = new StringBuilder(line.Length);
        var literal = new List<bool>(line.Length);
        Resolve(line, output, literal);
        return Unemphasise(output, literal);
    }

    private static void Resolve(string line, StringBuilder output, List<bool> literal)
    {
        for (var i = 0; i < line.Length;)
        {
            if (Links.StartsAt(line, i))
            {
                var end = Math.Max(Links.EndOf(line, i), i + 1);
                Append(output, literal, line.AsSpan(i, end - i), true);
                i = end;
                continue;
            }

            switch (line[i])
            {
                case '\\' when i + 1 < line.Length && char.IsAscii(line[i + 1]) && (char.IsPunctuation(line[i + 1]) || char.IsSymbol(line[i + 1])):
                    Append(output, literal, line.AsSpan(i + 1, 1), true);
                    i += 2;
                    continue;

                case '`' when TryCode(line, i, out var code, out var codeEnd):
                    Append(output, literal, code, true);
                    i = codeEnd;
                    continue;

                case '!' when i + 1 < line.Length && line[i + 1] == '[' && TryLink(line, i + 1, out var alt, out _, out var imageEnd):
                    Append(output, literal, alt, false);
                    i = imageEnd;
                    continue;

                case '[' when TryLink(line, i, out var words, out var target, out var linkEnd):
                    var start = output.Length;
                    Append(output, literal, words, false);
                    Links.AppendTarget(output, start, target);
                    while (literal.Count < output.Length) literal.Add(true);
                    i = linkEnd;
                    continue;

                case '<' when TryAutolink(line, i, out var address, out var addressEnd):
                    Append(output, literal, address, true);
                    i = addressEnd;
                    continue;

                default:
                    Append(output, literal, line.AsSpan(i, 1), false);
                    i++;
                    continue;
            }
        }
    }

    private static void Append(StringBuilder output, List<bool> literal, ReadOnlySpan<char> text, bool isLiteral)
    {
        output.Append(text);
        for (var i = 0; i < text.Length; i++) literal.Add(isLiteral);
    }

    private static bool TryCode(string line, int at, out ReadOnlySpan<char> code, out int end)
    {
        code = default;
        var fence = RunLength(line, at);
        end = at;
        // Looks a bounded way ahead: an unmatched backtick must not make a long text slow.
        var limit = Math.Min(line.Length, at + LongestLink);
        for (var i = at + fence; i < limit;)
        {
            if (line[i] != '`')
            {
                i++;
                continue;
            }

            var run = RunLength(line, i);
            if (run == fence)
            {
                code = line.AsSpan(at + fence, i - at - fence);
                end = i + run;
                return true;
            }

            i += run;
        }

        return false;
    }

    private static int RunLength(string line, int at)
    {
        var end = at;
        while (end < line.Length && line[end] == line[at]) end++;
        return end - at;
    }

    private static bool TryLink(string line, int at, out ReadOnlySpan<char> words, out string target, out int end)
    {
        words = default;
        target = "";
        end = at;
        var limit = Math.Min(line.Length, at + LongestLink);
        var close = line.AsSpan(at, limit - at).IndexOf("](", StringComparison.Ordinal);
        if (close < 0) return false;
        close += at;
        var inner = line.AsSpan(at + 1, close - at - 1);
        if (inner.Contains('[') && !inner.Contains(']')) return false;

        var depth = 1;
        var i = close + 2;
        for (; i < limit && depth > 0; i++)
        {
            if (line[i] == '(') depth++;
            else if (line[i] == ')') depth--;
        }

        if (depth > 0) return false;
        var inside = line[(close + 2)..(i - 1)].Trim();
        var title = inside.IndexOfAny([' ', '"']);
        target = (title < 0 ? inside : inside[..title]).Trim('<', '>');
        words = inner;
        end = i;
        return true;
    }

    private static bool TryAutolink(string line, int at, out ReadOnlySpan<char> address, out int end)
    {
        address = default;
        end = at;
        var close = line.AsSpan(at, Math.Min(line.Length - at, LongestLink)).IndexOf('>');
        if (close < 2) return false;
        var inside = line.AsSpan(at + 1, close - 1);
        if (inside.IndexOfAny(" <\"") >= 0 || !(Links.StartsAt(inside, 0) || (inside.Contains('@') && inside.Contains('.')))) return false;
        address = inside;
        end = at + close + 1;
        return true;
    }

    private static string Unemphasise(StringBuilder text, List<bool> literal)
    {
        var remove = new bool[text.Length];
        var open = new Dictionary<(char, int), int>();
        var line = text.ToString();
        for (var i = 0; i < line.Length;)
        {
            var c = line[i];
            if (literal[i] || c is not ('*' or '_' or '~'))
            {
                i++;
                continue;
            }

            var end = i;
            while (end < line.Length && line[end] == c && !literal[end]) end++;
            var length = end - i;
            var before = i == 0 ? ' ' : line[i - 1];
            var after = end == line.Length ? ' ' : line[end];
            var insideWords = c == '*' && length > 1;
            var canOpen = !char.IsWhiteSpace(after) && (insideWords || !char.IsLetterOrDigit(before));
            var canClose = !char.IsWhiteSpace(before) && (insideWords || !char.IsLetterOrDigit(after));
            var key = (c, length);
            if (length <= 3 && (c != '~' || length == 2))
            {
                if (canClose && open.Remove(key, out var opener))
                {
                    Array.Fill(remove, true, opener, length);
                    Array.Fill(remove, true, i, length);
                }
                else if (canOpen)
                {
                    open[key] = i;
                }
            }

            i = end;
        }

        var output = new StringBuilder(line.Length);
        for (var i = 0; i < line.Length; i++)
        {
            if (!remove[i]) output.Append(line[i]);
        }

        return output.ToString();
    }
}
