namespace MeliBot.Adapter.Outbound.Composing;

/// <summary>A line with its sentences and what each of them says.</summary>
internal sealed class ParsedText
{
    private readonly List<Range> _sentences;
    private readonly List<string> _keys;

    public ParsedText(string text)
    {
        Text = text;
        _sentences = Sentences.Split(text);
        _keys = new(_sentences.Count);
        foreach (var sentence in _sentences) _keys.Add(SentenceKey.Of(text.AsSpan(sentence)));
    }

    public string Text { get; }

    public IReadOnlyList<Range> Ranges => _sentences;

    /// <summary>The <see cref="SentenceKey"/> of each sentence.</summary>
    public IReadOnlyList<string> Keys => _keys;

    /// <summary>Some sentences in a row, as they stand.</summary>
    public string Join(int from, int to)
    {
        if (from >= to) return "";
        var (start, end) = (_sentences[from].Start.Value, _sentences[to - 1].End.Value);
        return start == 0 && end == Text.Length ? Text : Text[start..end];
    }
}
