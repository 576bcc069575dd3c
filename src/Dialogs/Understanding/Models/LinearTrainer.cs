using System.Numerics;

namespace MeliBot.Dialogs.Understanding;

/// <summary>Logistic regression, every label for itself: stochastic gradient descent with AdaGrad steps and L2, in a seeded order: the same examples always give the same weights.</summary>
internal static class LinearTrainer
{
    public static LinearModel Train(FeatureTable features, int labels, IReadOnlyList<TrainingExample> examples, TrainingOptions options, LinearModel? start, CancellationToken cancellationToken)
    {
        var stride = LinearModel.StrideOf(labels);
        var weights = start is null ? new float[(features.Count + 1) * stride] : (float[])start.Weights.Clone();
        var squares = new float[weights.Length];
        var bias = features.Count * stride;
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var random = new Random(options.Seed);
        Span<float> scores = stackalloc float[stride];
        Span<float> gradient = stackalloc float[stride];
        var rest = new byte[examples.Count];
        for (var epoch = 0; epoch < options.Epochs; epoch++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            random.Shuffle(order);
            var rate = options.Rate * (1 - ((float)epoch / options.Epochs * 0.9f));
            foreach (var index in order)
            {
                if (rest[index] > 0)
                {
                    rest[index]--;
                    continue;
                }

                var example = examples[index];
                weights.AsSpan(bias, stride).CopyTo(scores);
                for (var k = 0; k < example.Rows.Length; k++) Accumulate(weights, example.Rows[k] * stride, example.Values[k], scores);
                Gradient(scores, gradient, labels, example);
                if (Quiet(gradient))
                {
                    rest[index] = 1;
                    continue;
                }

                for (var k = 0; k < example.Rows.Length; k++) Step(weights, squares, example.Rows[k] * stride, gradient, example.Values[k], rate, options.L2);
                Step(weights, squares, bias, gradient, 1, rate, 0);
            }
        }

        return new LinearModel(features, labels, weights);
    }

    /// <summary>Below it a step would change nothing that matters.</summary>
    private const float QuietGradient = 0.01f;

    private static bool Quiet(Span<float> gradient)
    {
        foreach (var g in gradient)
        {
            if (Math.Abs(g) >= QuietGradient) return false;
        }

        return true;
    }

    private static void Accumulate(float[] weights, int at, float value, Span<float> sum)
    {
        var times = new Vector<float>(value);
        for (var i = 0; i < sum.Length; i += Vector<float>.Count) (new Vector<float>(sum[i..]) + (times * new Vector<float>(weights, at + i))).CopyTo(sum[i..]);
    }

    private static void Gradient(Span<float> scores, Span<float> gradient, int labels, TrainingExample example)
    {
        gradient.Clear();
        for (var c = 0; c < labels; c++)
        {
            if (((example.Known >> c) & 1) == 0) continue;
            var p = 1 / (1 + MathF.Exp(-scores[c]));
            gradient[c] = (p - ((example.Labels >> c) & 1)) * example.Weight;
        }
    }

    private static void Step(float[] weights, float[] squares, int at, Span<float> gradient, float value, float rate, float l2)
    {
        var times = new Vector<float>(value);
        var decay = new Vector<float>(l2);
        var speed = new Vector<float>(rate);
        var quiet = new Vector<float>(QuietGradient);
        var floor = new Vector<float>(1e-6f);
        for (var i = 0; i < gradient.Length; i += Vector<float>.Count)
        {
            if (Vector.LessThanAll(Vector.Abs(new Vector<float>(gradient[i..])), quiet)) continue;
            var w = new Vector<float>(weights, at + i);
            var g = (times * new Vector<float>(gradient[i..])) + (decay * w);
            var s = new Vector<float>(squares, at + i) + (g * g);
            s.CopyTo(squares, at + i);
            (w - (speed * g / (Vector.SquareRoot(s) + floor))).CopyTo(weights, at + i);
        }
    }
}
