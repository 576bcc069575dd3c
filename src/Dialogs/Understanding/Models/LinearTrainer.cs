using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MeliBot.Dialogs.Understanding;

/// <summary>Logistic regression, every label for itself: stochastic gradient descent with AdaGrad steps and L2, in a seeded order: the same examples always give the same weights.</summary>
internal static class LinearTrainer
{
    /// <summary>Below it a step would change nothing that matters.</summary>
    private const float QuietGradient = 0.01f;

    /// <param name="state">What was learnt before; it learns on from there.</param>
    public static LinearModel Train(TrainingState state, FeatureTable features, int labels, TrainingExamples examples, TrainingOptions options, CancellationToken cancellationToken)
    {
        state.StartAnew();
        var all = examples.All;
        var order = Enumerable.Range(0, all.Length).ToArray();
        var random = new Random(options.Seed);
        Span<Vector256<float>> scores = stackalloc Vector256<float>[state.Lanes];
        Span<Vector256<float>> gradient = stackalloc Vector256<float>[state.Lanes];
        var rest = new byte[all.Length];
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

                ref readonly var example = ref all[index];
                var rows = examples.Rows.Slice(example.First, example.Count);
                state.Score(rows, scores);
                Gradient(MemoryMarshal.Cast<Vector256<float>, float>(scores), MemoryMarshal.Cast<Vector256<float>, float>(gradient), labels, example);
                var moved = false;
                for (var lane = 0; lane < gradient.Length; lane++)
                {
                    if (Vector256.LessThanAll(Vector256.Abs(gradient[lane]), Vector256.Create(QuietGradient))) continue;
                    state.Step(rows, lane, gradient[lane], rate, options.L2);
                    moved = true;
                }

                if (!moved) rest[index] = 1;
            }
        }

        return new LinearModel(features, labels, state.Weights());
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Gradient(Span<float> scores, Span<float> gradient, int labels, in TrainingExample example)
    {
        gradient.Clear();
        for (var c = 0; c < labels; c++)
        {
            if (((example.Known >> c) & 1) == 0) continue;
            var p = 1 / (1 + MathF.Exp(-scores[c]));
            gradient[c] = (p - ((example.Labels >> c) & 1)) * example.Weight;
        }
    }
}
