using System.Numerics;

namespace MeliBot.Dialogs.Understanding;

/// <summary>Weights by feature and label. Rows are padded so that whole vectors fit.</summary>
internal sealed class LinearModel(FeatureTable features, int labels, float[] weights)
{
    private const int Lane = 8;

    public FeatureTable Features { get; } = features;

    public int Labels { get; } = labels;

    public int Stride { get; } = StrideOf(labels);

    /// <summary>Feature by feature, <see cref="Stride"/> numbers each; the last row is the bias.</summary>
    public float[] Weights { get; } = weights;

    private int BiasRow { get; } = (weights.Length / StrideOf(labels)) - 1;

    /// <returns>-1 for a feature that it wasn't trained with.</returns>
    public int Find(uint hash) => Features.Find(hash) is var row && row < BiasRow ? row : -1;

    public void AddBias(Span<float> sum) => AddRow(BiasRow, 1, sum);

    public static int StrideOf(int labels) => (labels + Lane - 1) / Lane * Lane;

    public void AddRow(int row, float value, Span<float> sum) => Add(Weights.AsSpan(row * Stride, Stride), value, sum);

    public static void Add(ReadOnlySpan<float> from, float value, Span<float> sum)
    {
        var times = new Vector<float>(value);
        var step = Vector<float>.Count;
        var i = 0;
        for (; i + step <= sum.Length; i += step) (new Vector<float>(sum[i..]) + (times * new Vector<float>(from[i..]))).CopyTo(sum[i..]);
        for (; i < sum.Length; i++) sum[i] += value * from[i];
    }
}
