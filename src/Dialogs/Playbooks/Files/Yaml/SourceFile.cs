namespace MeliBot.Dialogs.Playbooks.Files;

/// <summary>A file's text, by lines.</summary>
internal sealed class SourceFile(string path, string text)
{
    private string[]? _lines;

    public string Path => path;

    public string Text => text;

    public IReadOnlyList<string> Lines => _lines ??= text.ReplaceLineEndings("\n").Split('\n');

    /// <param name="number">From 1.</param>
    public string? Line(int number) => number >= 1 && number <= Lines.Count ? Lines[number - 1] : null;

    public SourceSpan Start => SourceSpan.At(path, 1, 1);
}
