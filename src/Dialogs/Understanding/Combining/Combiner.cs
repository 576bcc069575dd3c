namespace MeliBot.Dialogs.Understanding;

/// <summary>
/// Turns the evidence for an intent into its probability. All intents share how evidence is weighed; each has a bias and a slope of its own,
/// which is its calibrated threshold. Learnt only from questions that the linear model hadn't seen.
/// </summary>
internal sealed class Combiner(float[] shared, float[] biases, float[] slopes)
{
    public float[] Shared { get; } = shared;

    public float[] Biases { get; } = biases;

    public float[] Slopes { get; } = slopes;

    public float Probability(ReadOnlySpan<float> evidence, int label)
    {
        var sum = Biases[label] + (Slopes[label] * evidence[0]) + Shared[^1];
        for (var i = 0; i < evidence.Length; i++) sum += Shared[i] * evidence[i];
        return 1 / (1 + MathF.Exp(-sum));
    }

    public static Combiner Train(IReadOnlyList<(Evidence Evidence, ulong Labels, float Weight)> cases, int labels)
    {
        const int Size = Evidence.Size;
        var samples = new List<(int[], double[], bool, double)>();
        foreach (var (evidence, truth, weight) in cases)
        {
            for (var c = 0; c < labels; c++)
            {
                // What nothing speaks for teaches nothing.
                var of = evidence.Of(c);
                var holds = ((truth >> c) & 1) == 1;
                if (!holds && of[0] < -4 && of[3] == 0) continue;
                var (indices, values) = (new int[Size + 3], new double[Size + 3]);
                for (var i = 0; i < Size; i++) (indices[i], values[i]) = (i, of[i]);
                (indices[Size], values[Size]) = (Size, 1);
                (indices[Size + 1], values[Size + 1]) = (Size + 1 + c, 1);
                (indices[Size + 2], values[Size + 2]) = (Size + 1 + labels + c, of[0]);
                samples.Add((indices, values, holds, weight));
            }
        }

        var ridges = new double[Size + 1 + (2 * labels)];
        for (var i = 0; i < ridges.Length; i++) ridges[i] = i <= Size ? 0.1 : i < Size + 1 + labels ? 3 : 10;
        var weights = LogisticFit.Fit(samples, ridges).Select(w => (float)w).ToArray();
        return new Combiner(weights[..(Size + 1)], weights[(Size + 1)..(Size + 1 + labels)], weights[(Size + 1 + labels)..]);
    }
}
