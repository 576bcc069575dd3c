using MeliBot.Dialogs.Playbooks.Files;

namespace MeliBot.Dialogs.Playbooks.Validation;

/// <summary>Where a part of a text stands in its file: past quotes, escapes and folded lines.</summary>
internal static class TextPlace
{
    public static SourceSpan Of(SourceFile? file, SourceSpan whole, string value, int start, int length)
    {
        if (file is null || file.Line(whole.Line) is not { } line || whole.Column > line.Length) return whole;
        var cursor = new Cursor(file, whole.Line, whole.Column - 1);
        var style = cursor.Char;
        if (style is '"' or '\'') cursor.Column++;
        else if (style is '|' or '>') cursor.NextLine();

        var (from, to) = ((Line: whole.Line, Column: whole.Column), (Line: whole.Line, Column: whole.Column));
        for (var i = 0; i <= value.Length; i++)
        {
            if (i < value.Length && !char.IsWhiteSpace(value[i])) cursor.SkipBlanks(style == '"');
            if (i == start) from = cursor.Place;
            if (i == start + length) return Span(file, from, to);
            if (i == value.Length) break;
            cursor.Take(value[i], style);
            to = cursor.Place;
        }

        return Span(file, from, to);
    }

    private static SourceSpan Span(SourceFile file, (int Line, int Column) from, (int Line, int Column) to) =>
        new(file.Path, from.Line, from.Column, Math.Max(from.Line, to.Line), to.Line > from.Line ? to.Column : Math.Max(from.Column, to.Column));

    private sealed class Cursor(SourceFile file, int line, int column)
    {
        private int _line = line;

        public int Column { get; set; } = column;

        public char Char => file.Line(_line) is { } text && Column < text.Length ? text[Column] : '\n';

        public (int Line, int Column) Place => (_line, Column + 1);

        private char Next => file.Line(_line) is { } text && Column + 1 < text.Length ? text[Column + 1] : '\n';

        public void NextLine()
        {
            _line++;
            Column = 0;
        }

        public void SkipBlanks(bool escapes)
        {
            while (file.Line(_line) is { } text && (char.IsWhiteSpace(Char) || (escapes && Char == '\\' && Next == '\n')))
            {
                if (Column >= text.Length || (Char == '\\' && Next == '\n')) NextLine();
                else Column++;
            }
        }

        public void Take(char c, char style)
        {
            if (style == '"' && Char == '\\') Column += Next switch { 'x' => 4, 'u' => 6, 'U' => 10, _ => 2 };
            else if (style == '\'' && Char == '\'' && Next == '\'') Column += 2;
            else if (char.IsLowSurrogate(c) && Char != c) return; // The escape before was both halves.
            else if (!char.IsWhiteSpace(c) || Char == c) Column++;
        }
    }
}
