namespace MeliBot.Dialogs.Playbooks;

internal static class Caret
{
    private const int Width = 120;

    /// <summary>The line, and under it a mark of what it is about. A long line is shown around that place.</summary>
    public static string Under(string line, SourceSpan span)
    {
        var column = Math.Clamp(span.Column - 1, 0, line.Length);
        var length = span.EndLine == span.Line ? Math.Max(1, span.EndColumn - span.Column) : line.TrimEnd().Length - column;
        length = Math.Clamp(length, 1, Math.Max(1, line.Length - column));
        var (before, after) = ("", "");
        if (line.Length > Width)
        {
            var start = Math.Clamp(column - (Width / 3), 0, line.Length - Width);
            (before, after) = (start > 0 ? "…" : "", start + Width < line.Length ? "…" : "");
            line = line.Substring(start, Width);
            column = column - start + before.Length;
            length = Math.Min(length, Math.Max(1, Width + before.Length - column));
        }

        // A tab stays a tab, so that the mark stands under its letter however wide tabs are.
        var shown = before + line + after;
        var indent = string.Concat(shown.Take(column).Select(c => c == '\t' ? '\t' : ' '));
        return $"  | {shown.TrimEnd()}\n  | {indent}{new string('^', length)}";
    }
}
