namespace MeliBot.Dialogs.Understanding;

/// <summary>
/// Turns the evidence for an intent into its probability. All intents share how evidence is weighed; each has a bias and a slope of its own,
/// which is its calibrated threshold; trees then correct where pieces of evidence only count together.
/// Learnt only from questions that the linear model hadn't seen.
/// </summary>
internal sealed class Combiner(float[] shared, float[] biases, float[] slopes, BoostedTrees trees)
{
    private const int Trees = 60;
    private const float Least = -3.5f;
    private const float Behind = 1;
    private const float Rate = 0.15f;

    public float[] Shared { get; } = shared;

    public float[] Biases { get; } = biases;

    public float[] Slopes { get; } = slopes;

    public BoostedTrees Boosted { get; } = trees;

    public float Probability(ReadOnlySpan<float> evidence, int label)
    {
        if (SaysNothing(evidence)) return 0.02f / (1 + MathF.Exp(-evidence[Evidence.BestSegment]));
        Span<float> values = stackalloc float[Evidence.Size + 1];
        evidence.CopyTo(values);
        var logit = values[^1] = Linear(evidence, label, Shared, Biases, Slopes);
        return 1 / (1 + MathF.Exp(-logit - Boosted.Predict(values)));
    }

    public static Combiner Train(IReadOnlyList<(Evidence Evidence, ulong Labels, float Weight)> cases, int labels)
    {
        const int Size = Evidence.Size;
        var samples = new List<(int[], double[], bool, double)>();
        var rows = new List<float[]>();
        foreach (var (evidence, truth, weight) in cases)
        {
            for (var c = 0; c < labels; c++)
            {
                var of = evidence.Of(c);
                if (SaysNothing(of)) continue;
                var (indices, values) = (new int[Size + 3], new double[Size + 3]);
                for (var i = 0; i < Size; i++) (indices[i], values[i]) = (i, of[i]);
                (indices[Size], values[Size]) = (Size, 1);
                (indices[Size + 1], values[Size + 1]) = (Size + 1 + c, 1);
                (indices[Size + 2], values[Size + 2]) = (Size + 1 + labels + c, of[Evidence.BestSegment]);
                samples.Add((indices, values, ((truth >> c) & 1) == 1, weight));
                rows.Add([.. of, 0]);
            }
        }

        var ridges = new double[Size + 1 + (2 * labels)];
        for (var i = 0; i < ridges.Length; i++) ridges[i] = i <= Size ? 0.1 : i < Size + 1 + labels ? 3 : 10;
        var weights = LogisticFit.Fit(samples, ridges).Select(w => (float)w).ToArray();
        var (shared, biases, slopes) = (weights[..(Size + 1)], weights[(Size + 1)..(Size + 1 + labels)], weights[(Size + 1 + labels)..]);
        var start = new float[rows.Count];
        for (var i = 0; i < start.Length; i++) start[i] = rows[i][^1] = Linear(rows[i].AsSpan(0, Size), samples[i].Item1[Size + 1] - Size - 1, shared, biases, slopes);
        var trees = BoostedTrees.Train([.. rows], start, [.. samples.Select(s => s.Item3)], [.. samples.Select(s => (float)s.Item4)], Trees, Rate);
        return new Combiner(shared, biases, slopes, trees);
    }

    private static float Linear(ReadOnlySpan<float> evidence, int label, float[] shared, float[] biases, float[] slopes)
    {
        var sum = biases[label] + (slopes[label] * evidence[Evidence.BestSegment]) + shared[^1];
        for (var i = 0; i < evidence.Length; i++) sum += shared[i] * evidence[i];
        return sum;
    }

    /// <summary>So far from any threshold that it isn't weighed, neither here nor in training.</summary>
    private static bool SaysNothing(ReadOnlySpan<float> evidence) => evidence[Evidence.BestSegment] < Least && evidence[Evidence.BestSegment] < evidence[Evidence.Rival] - Behind && evidence[Evidence.IsLabel] == 0;
}
