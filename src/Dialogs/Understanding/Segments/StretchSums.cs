using System.Runtime.CompilerServices;

namespace MeliBot.Dialogs.Understanding;

/// <summary>
/// What the features inside a stretch add up to, by kind, for every stretch of a question. Stretches are taken from the last start to the first:
/// one that starts an atom earlier holds the same and what starts in that atom, so that each feature is added once and not for every start before it.
/// </summary>
/// <param name="rows">Of each feature; -1 where the model doesn't know it.</param>
internal ref struct StretchSums(ReadOnlySpan<Feature> features, ReadOnlySpan<int> rows, ReadOnlySpan<int> bounds, LinearModel model)
{
    private const int Kinds = QuestionFeatures.Kinds;

    private readonly ReadOnlySpan<Feature> _features = features;
    private readonly ReadOnlySpan<int> _rows = rows;
    private readonly ReadOnlySpan<int> _bounds = bounds;

    // By the atom that a stretch ends with, then by kind: of all stretches from the start that was asked for last, and of what starts in that atom alone.
    private readonly float[] _sums = new float[(bounds.Length - 1) * Kinds * model.Stride];
    private readonly float[] _own = new float[(bounds.Length - 1) * Kinds * model.Stride];
    private readonly int[] _counts = new int[(bounds.Length - 1) * Kinds];
    private readonly int[] _ownCounts = new int[(bounds.Length - 1) * Kinds];

    /// <summary>Features are in the order of their starts: those before it haven't been added.</summary>
    private int _left = features.Length;

    public readonly ReadOnlySpan<float> To(int last, int kind) => _sums.AsSpan(((last * Kinds) + kind) * model.Stride, model.Stride);

    public readonly ReadOnlySpan<int> CountsTo(int last) => _counts.AsSpan(last * Kinds, Kinds);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void StartFrom(int first)
    {
        var stride = model.Stride;
        var weights = model.Weights.AsSpan();
        var own = _own.AsSpan(first * Kinds * stride);
        var ownCounts = _ownCounts.AsSpan(first * Kinds);
        own.Clear();
        ownCounts.Clear();
        for (; _left > 0 && _features[_left - 1].Start >= _bounds[first]; _left--)
        {
            var feature = _features[_left - 1];
            var last = 0;
            while (_bounds[first + last + 1] < feature.End) last++;
            var place = (last * Kinds) + (int)feature.Kind;
            ownCounts[place]++;
            if (_rows[_left - 1] is >= 0 and var row) LinearModel.Add(weights.Slice(row * stride, stride), 1, own.Slice(place * stride, stride));
        }

        var sums = _sums.AsSpan(first * Kinds * stride);
        var counts = _counts.AsSpan(first * Kinds);
        for (var at = 0; at < own.Length; at += Kinds * stride)
        {
            // What ends earlier lies within what ends later.
            if (at > 0) LinearModel.Add(own.Slice(at - (Kinds * stride), Kinds * stride), 1, own.Slice(at, Kinds * stride));
            LinearModel.Add(own.Slice(at, Kinds * stride), 1, sums.Slice(at, Kinds * stride));
        }

        for (var at = 0; at < ownCounts.Length; at++)
        {
            if (at >= Kinds) ownCounts[at] += ownCounts[at - Kinds];
            counts[at] += ownCounts[at];
        }
    }
}
