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
        var sums = new StretchSums(features.Inner, rows, bounds, model);
        var total = new float[model.Stride];
        Span<int> counts = stackalloc int[QuestionFeatures.Kinds];
        Span<Feature> edges = stackalloc Feature[QuestionFeatures.EdgeCount];
        for (var first = scores.Atoms - 1; first >= 0; first--)
        {
            sums.StartFrom(first);
            for (var last = first; last < scores.Atoms; last++)
            {
                features.Edges(bounds[first], bounds[last + 1], edges);
                sums.CountsTo(last).CopyTo(counts);
                foreach (var edge in edges) counts[(int)edge.Kind]++;
                Array.Clear(total);
                model.AddBias(total);
                for (var kind = 0; kind < QuestionFeatures.Kinds; kind++) LinearModel.Add(sums.To(last, kind), ScaleOf(kind, counts[kind]), total);
                foreach (var edge in edges)
                {
                    var row = model.Find(edge.Hash);
                    if (row >= 0) model.AddRow(row, ScaleOf((int)edge.Kind, counts[(int)edge.Kind]), total);
                }

                total.AsSpan(0, model.Labels).CopyTo(scores._logits.AsSpan(((first * bounds.Length) + last + 1) * model.Stride));
            }
        }

        return scores;
    }

    /// <summary>What each of so many features of a kind counts.</summary>
    public static float ScaleOf(int kind, int count) => KindWeights[kind] / MathF.Sqrt(Math.Max(1, count));
}
