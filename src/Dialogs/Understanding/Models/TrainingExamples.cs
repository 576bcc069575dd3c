using System.Runtime.InteropServices;

namespace MeliBot.Dialogs.Understanding;

/// <summary>Stretches of text as numbered features, all in one array because training goes over them many times.</summary>
/// <param name="capacity">Features of all of them, about.</param>
internal sealed class TrainingExamples(int capacity)
{
    private readonly List<TrainingExample> _examples = [];
    private readonly List<CountedRow> _rows = new(capacity);

    public ReadOnlySpan<TrainingExample> All => CollectionsMarshal.AsSpan(_examples);

    public ReadOnlySpan<CountedRow> Rows => CollectionsMarshal.AsSpan(_rows);

    /// <summary>Adds the same numbers that <see cref="SpanScores"/> adds up for that stretch.</summary>
    public void Add(ReadExample example, int firstWord, int endWord, Vocabulary vocabulary, ulong labels, ulong known, float weight)
    {
        Span<Feature> edges = stackalloc Feature[QuestionFeatures.EdgeCount];
        Span<int> counts = stackalloc int[QuestionFeatures.Kinds];
        Span<float> scales = stackalloc float[QuestionFeatures.Kinds];
        example.Features.Edges(firstWord, endWord, edges);
        var inner = example.Features.Inner;
        foreach (var feature in inner) counts[(int)feature.Kind] += Inside(feature) ? 1 : 0;
        foreach (var edge in edges) counts[(int)edge.Kind]++;
        for (var kind = 0; kind < scales.Length; kind++) scales[kind] = SpanScores.ScaleOf(kind, counts[kind]);

        var first = _rows.Count;
        for (var i = 0; i < inner.Length; i++)
        {
            if (Inside(inner[i]) && vocabulary.RowOf(example.Numbers[i]) is >= 0 and var row) _rows.Add(new CountedRow(row, scales[(int)inner[i].Kind]));
        }

        foreach (var edge in edges)
        {
            if (vocabulary.Table.Find(edge.Hash) is >= 0 and var row) _rows.Add(new CountedRow(row, scales[(int)edge.Kind]));
        }

        _examples.Add(new TrainingExample(first, _rows.Count - first, labels, known, weight));

        bool Inside(Feature feature) => feature.Start >= firstWord && feature.End <= endWord;
    }

    /// <summary>Leaves out what was added behind the first so many.</summary>
    public void Keep(int count)
    {
        if (count == _examples.Count) return;
        var end = _examples[count].First;
        _examples.RemoveRange(count, _examples.Count - count);
        _rows.RemoveRange(end, _rows.Count - end);
    }
}

/// <param name="First">Where its rows begin.</param>
/// <param name="Labels">Set bits are the labels that hold.</param>
/// <param name="Known">Set bits are the labels that it says anything about.</param>
/// <param name="Weight">How much it counts.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TrainingExample(int First, int Count, ulong Labels, ulong Known, float Weight);

/// <param name="Row">The feature's number.</param>
/// <param name="Value">What it counts in its example.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct CountedRow(int Row, float Value);
