namespace MeliBot.Dialogs.Understanding;

/// <summary>What the linear model says of every stretch between two cuts of one question.</summary>
internal sealed class SpanScores
{
    /// <summary>How much each <see cref="FeatureKind"/> counts; found by cross-validation.</summary>
    public static readonly float[] KindWeights = [1f, 2f, 0.8f];

    private readonly float[] _logits;
    private readonly int _stride;

    private SpanScores(List<Cut> cuts, int[] bounds, int labels, int stride)
    {
        CutList = cuts;
        Bounds = bounds;
        Labels = labels;
        _stride = stride;
        _logits = new float[bounds.Length * bounds.Length * stride];
    }

    public List<Cut> CutList { get; }

    /// <summary>First words of the atoms, and after the last the number of words.</summary>
    public int[] Bounds { get; }

    public int Atoms => Bounds.Length - 1;

    public int Labels { get; }

    /// <summary>Logits by label of the stretch from atom <paramref name="first"/> to before atom <paramref name="end"/>.</summary>
    public ReadOnlySpan<float> Of(int first, int end) => _logits.AsSpan(((first * Bounds.Length) + end) * _stride, Labels);

    public static SpanScores Compute(QuestionFeatures features, List<Cut> cuts, LinearModel model)
    {
        int[] bounds = [0, .. cuts.Select(c => c.Word), features.Text.Words.Length];
        var scores = new SpanScores(cuts, bounds, model.Labels, model.Stride);
        var inner = features.Inner;
        var byEnd = new (Feature Feature, int Row)[inner.Length];
        for (var i = 0; i < inner.Length; i++) byEnd[i] = (inner[i], model.Find(inner[i].Hash));
        Array.Sort(byEnd, static (a, b) => a.Feature.End != b.Feature.End ? a.Feature.End.CompareTo(b.Feature.End) : a.Feature.Start.CompareTo(b.Feature.Start));

        var stride = model.Stride;
        Span<float> sums = new float[stride * (QuestionFeatures.Kinds + 1)];
        Span<int> counts = stackalloc int[QuestionFeatures.Kinds];
        Span<int> withEdges = stackalloc int[QuestionFeatures.Kinds];
        Span<Feature> edges = stackalloc Feature[QuestionFeatures.EdgeCount];
        for (var first = 0; first < scores.Atoms; first++)
        {
            sums.Clear();
            counts.Clear();
            var next = 0;
            for (var end = first + 1; end <= scores.Atoms; end++)
            {
                for (; next < byEnd.Length && byEnd[next].Feature.End <= bounds[end]; next++)
                {
                    var (feature, row) = byEnd[next];
                    if (feature.Start < bounds[first]) continue;
                    counts[(int)feature.Kind]++;
                    if (row >= 0) model.AddRow(row, 1, sums.Slice((int)feature.Kind * stride, stride));
                }

                var total = sums[(QuestionFeatures.Kinds * stride)..];
                total.Clear();
                model.AddBias(total);
                features.Edges(bounds[first], bounds[end], edges);
                counts.CopyTo(withEdges);
                foreach (var edge in edges) withEdges[(int)edge.Kind]++;
                for (var kind = 0; kind < QuestionFeatures.Kinds; kind++)
                {
                    var scale = ScaleOf(kind, withEdges[kind]);
                    for (var c = 0; c < stride; c++) total[c] += scale * sums[(kind * stride) + c];
                }

                foreach (var edge in edges)
                {
                    var row = model.Find(edge.Hash);
                    if (row >= 0) model.AddRow(row, ScaleOf((int)edge.Kind, withEdges[(int)edge.Kind]), total);
                }

                total[..model.Labels].CopyTo(scores._logits.AsSpan(((first * bounds.Length) + end) * stride));
            }
        }

        return scores;
    }

    /// <summary>The same numbers that <see cref="Compute"/> adds up, as an example to learn from.</summary>
    public static TrainingExample Example(QuestionFeatures features, int firstWord, int endWord, FeatureTable table, ulong labels, ulong known, float weight)
    {
        Span<int> counts = stackalloc int[QuestionFeatures.Kinds];
        Span<Feature> edges = stackalloc Feature[QuestionFeatures.EdgeCount];
        features.Edges(firstWord, endWord, edges);
        var chosen = new List<Feature>();
        foreach (var feature in features.Inner)
        {
            if (feature.Start >= firstWord && feature.End <= endWord) chosen.Add(feature);
        }

        foreach (var edge in edges) chosen.Add(edge);
        foreach (var feature in chosen) counts[(int)feature.Kind]++;
        var rows = new List<int>(chosen.Count);
        var values = new List<float>(chosen.Count);
        foreach (var feature in chosen)
        {
            var row = table.Find(feature.Hash);
            if (row < 0) continue;
            rows.Add(row);
            values.Add(ScaleOf((int)feature.Kind, counts[(int)feature.Kind]));
        }

        return new TrainingExample([.. rows], [.. values], labels, known, weight);
    }

    private static float ScaleOf(int kind, int count) => KindWeights[kind] / MathF.Sqrt(Math.Max(1, count));
}
