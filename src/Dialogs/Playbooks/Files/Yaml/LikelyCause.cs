using YamlDotNet.Core;

namespace MeliBot.Dialogs.Playbooks.Files;

/// <summary>What a designer most likely did where YAML's own message speaks of tokens.</summary>
internal static class LikelyCause
{
    public const string TooDeep = "nested too deep";

    public static Diagnostic Of(SourceFile file, YamlException e)
    {
        var span = YamlTree.Span(file, e.Start, e.End);
        if (e.Message == TooDeep)
            return FileProblems.NotYaml.At(span, "lists and keys stand in each other more than 32 deep", "no playbook goes that deep; brackets were opened and never closed, most likely", "close what was opened with [ or {");
        foreach (var line in Lines(file, span, e.Message.Contains("tab", StringComparison.Ordinal)))
        {
            if (Cause(file, file.Lines[line - 1], line) is { } cause) return cause;
        }

        return FileProblems.NotYaml.At(span, $"this isn't YAML: {Lower(e.Message)}", null, "look at the indentation of this line and the one above: keys of one set begin in the same column, \"- \" begins an entry of a list");
    }

    /// <summary>Where the cause may stand, likeliest first: the error is seen there or soon after.</summary>
    private static IEnumerable<int> Lines(SourceFile file, SourceSpan span, bool tab)
    {
        var at = Math.Min(span.Line, file.Lines.Count);
        if (tab && Enumerable.Range(1, file.Lines.Count).FirstOrDefault(l => file.Lines[l - 1].TrimStart(' ') is ['\t', ..]) is > 0 and var line) yield return line;
        for (var l = at; l >= Math.Max(1, at - 2); l--) yield return l;
        for (var l = at + 1; l <= Math.Min(span.EndLine, file.Lines.Count); l++) yield return l;
    }

    private static Diagnostic? Cause(SourceFile file, string text, int line)
    {
        SourceSpan Place(int from, int to) => new(file.Path, line, from + 1, line, to + 1);

        var indent = text.Length - text.TrimStart().Length;
        if (text[..indent].IndexOf('\t', StringComparison.Ordinal) is >= 0 and var tab)
            return FileProblems.NotYaml.At(Place(tab, tab + 1), "a tab indents this line", "YAML indents with spaces only", "replace the tab by two spaces; most editors can do so for all of a file");

        var (start, value) = ValueOf(text, indent);
        if (value.Length == 0) return null;
        if (value[0] is '"' or '\'' && !IsClosed(value, value[0]))
            return FileProblems.NotYaml.At(Place(start, start + value.Length), $"the quote that opens this text ({value[0]}) is never closed", value[0] == '\'' ? "inside '...' an apostrophe is written twice" : "inside \"...\" a quote is written \\\"", $"end the text with {value[0]}");
        if (value[0] is '"' or '\'' && AfterQuote(value) is > 0 and var rest && rest < value.TrimEnd().Length)
            return FileProblems.NotYaml.At(Place(start + rest, start + value.TrimEnd().Length), "something follows the closing quote", value[0] == '"' ? "a quote inside \"...\" ends the text unless it is written \\\"" : "an apostrophe inside '...' ends the text unless it is written twice", value[0] == '"' ? "write \\\" for a quote inside the text" : "put the text in double quotes");
        if (value[0] is '@' or '`' or '%' or '*' or '&' or '!')
            return FileProblems.NotYaml.At(Place(start, start + 1), $"a text can't begin with {value[0]}", "that mark has a meaning of its own in YAML", $"put the text in double quotes: \"{value.TrimEnd()}\"");
        if (value[0] is not ('"' or '\'' or '{' or '[' or '|' or '>' or '#') && value.IndexOf(": ", StringComparison.Ordinal) is > 0 and var colon)
            return FileProblems.NotYaml.At(Place(start + colon, start + colon + 1), "\": \" inside a text", "YAML takes what stands before it for a key", $"put the text in double quotes: \"{value.TrimEnd().Replace("\"", "\\\"", StringComparison.Ordinal)}\"");
        return null;
    }

    /// <summary>What follows <c>- </c> and <c>key: </c>.</summary>
    private static (int Start, string Value) ValueOf(string text, int start)
    {
        while (start + 1 < text.Length && text[start] == '-' && text[start + 1] == ' ') start = Skip(text, start + 1);
        var end = start;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '_' or '-' or '.')) end++;
        if (end > start && end + 1 < text.Length && text[end] == ':' && text[end + 1] == ' ') start = Skip(text, end + 1);
        return (start, text[start..]);
    }

    private static int Skip(string text, int at)
    {
        while (at < text.Length && text[at] == ' ') at++;
        return at;
    }

    private static bool IsClosed(string value, char quote) => AfterQuote(value) > 0 || quote == '\0';

    /// <summary>Where the text goes on after its closing quote; 0 when there is none.</summary>
    private static int AfterQuote(string value)
    {
        for (var i = 1; i < value.Length; i++)
        {
            if (value[i] == '\\' && value[0] == '"') i++;
            else if (value[i] == value[0] && value[0] == '\'' && i + 1 < value.Length && value[i + 1] == '\'') i++;
            else if (value[i] == value[0]) return value[(i + 1)..].TrimStart() is "" or ['#', ..] or [',', ..] or ['}', ..] or [']', ..] or [':', ..] ? value.TrimEnd().Length : i + 1;
        }

        return 0;
    }

    private static string Lower(string message)
    {
        var text = message.TrimEnd('.');
        return text.Length > 1 && char.IsUpper(text[0]) && !char.IsUpper(text[1]) ? char.ToLowerInvariant(text[0]) + text[1..] : text;
    }
}
