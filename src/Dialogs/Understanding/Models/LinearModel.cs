using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MeliBot.Dialogs.Understanding;

/// <summary>Weights by feature and label. Rows are padded so that whole vectors fit.</summary>
internal sealed class LinearModel(FeatureTable features, int labels, float[] weights)
{
    public FeatureTable Features { get; } = features;

    public int Labels { get; } = labels;

    public int Stride { get; } = StrideOf(labels);

    /// <summary>Feature by feature, <see cref="Stride"/> numbers each; the last row is the bias.</summary>
    public float[] Weights { get; } = weights;

    private int BiasRow { get; } = (weights.Length / StrideOf(labels)) - 1;

    /// <returns>-1 for a feature that it wasn't trained with.</returns>
    public int Find(uint hash) => Features.Find(hash) is var row && row < BiasRow ? row : -1;

    public void AddBias(Span<float> sum) => AddRow(BiasRow, 1, sum);

    public static int StrideOf(int labels) => (labels + Vector256<float>.Count - 1) / Vector256<float>.Count * Vector256<float>.Count;

    public void AddRow(int row, float value, Span<float> sum) => Add(Weights.AsSpan(row * Stride, Stride), value, sum);

    /// <param name="sum">Whole lanes, as <paramref name="from"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add(ReadOnlySpan<float> from, float value, Span<float> sum)
    {
        var to = MemoryMarshal.Cast<float, Vector256<float>>(sum);
        var more = MemoryMarshal.Cast<float, Vector256<float>>(from)[..to.Length];
        for (var i = 0; i < to.Length; i++) to[i] += more[i] * value;
    }
}
