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
        var inner = features.Inner;
        var rows = new int[inner.Length];
        for (var i = 0; i < rows.Length; i++) rows[i] = model.Find(inner[i].Hash);
        return Compute(features, cuts, model, rows);
    }

    /// <summary>The same for an example, whose features were looked up before.</summary>
    public static SpanScores Compute(ReadExample example, LinearModel model, Vocabulary vocabulary) =>
        Compute(example.Features, example.CutList, model, Array.ConvertAll(example.Numbers, vocabulary.RowOf));

    private static SpanScores Compute(QuestionFeatures features, List<Cut> cuts, LinearModel model, int[] rows)
    {
        var bounds = new int[cuts.Count + 2];
        for (var i = 0; i < cuts.Count; i++) bounds[i + 1] = cuts[i].Word;
        bounds[^1] = features.Text.Words.Length;
        var scores = new SpanScores(cuts, bounds, model.Labels, model.Stride);
        var (stride, byEnd) = (model.Stride, features.ByEnd);
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
                for (; next < byEnd.Length && features.Inner[byEnd[next]].End <= bounds[end]; next++)
                {
                    var feature = features.Inner[byEnd[next]];
                    if (feature.Start < bounds[first]) continue;
                    counts[(int)feature.Kind]++;
                    if (rows[byEnd[next]] is >= 0 and var row) model.AddRow(row, 1, sums.Slice((int)feature.Kind * stride, stride));
                }

                var total = sums[(QuestionFeatures.Kinds * stride)..];
                total.Clear();
                model.AddBias(total);
                features.Edges(bounds[first], bounds[end], edges);
                counts.CopyTo(withEdges);
                foreach (var edge in edges) withEdges[(int)edge.Kind]++;
                for (var kind = 0; kind < QuestionFeatures.Kinds; kind++) LinearModel.Add(sums.Slice(kind * stride, stride), ScaleOf(kind, withEdges[kind]), total);
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

    /// <summary>What each of so many features of a kind counts.</summary>
    public static float ScaleOf(int kind, int count) => KindWeights[kind] / MathF.Sqrt(Math.Max(1, count));
}
