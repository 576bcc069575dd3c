using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MeliBot.Dialogs.Understanding;

/// <summary>Small decision trees, each correcting the ones before, over numbers that were put into bins. Adds to a logit.</summary>
internal sealed class BoostedTrees(int[] features, float[] thresholds, float[] leaves)
{
    private const int Depth = 4;
    private const int Inner = (1 << Depth) - 1;
    private const int Leaves = 1 << Depth;
    private const int Bins = Histograms.Bins;
    private const double Ridge = 4;

    /// <summary><c>Inner</c> entries a tree; a value above the threshold goes right.</summary>
    public int[] Features { get; } = features;

    public float[] Thresholds { get; } = thresholds;

    public float[] LeafValues { get; } = leaves;

    public float Predict(ReadOnlySpan<float> values)
    {
        var sum = 0f;
        for (var tree = 0; tree * Leaves < LeafValues.Length; tree++)
        {
            var node = 0;
            while (node < Inner)
            {
                var at = (tree * Inner) + node;
                node = (2 * node) + (values[Features[at]] > Thresholds[at] ? 2 : 1);
            }

            sum += LeafValues[(tree * Leaves) + node - Inner];
        }

        return sum;
    }

    /// <param name="rows">Values by case.</param>
    /// <param name="start">The logit of each case before any tree.</param>
    public static BoostedTrees Train(float[][] rows, float[] start, bool[] holds, float[] weights, int trees, float rate)
    {
        var width = rows.Length == 0 ? 0 : rows[0].Length;
        var edges = Enumerable.Range(0, width).Select(f => Quantiles(rows, f)).ToArray();
        var binned = new byte[width][];
        for (var f = 0; f < width; f++) binned[f] = Array.ConvertAll(rows, r => BinOf(edges[f], r[f]));
        var (features, thresholds, leaves) = (new int[trees * Inner], new float[trees * Inner], new float[trees * Leaves]);
        var logits = (float[])start.Clone();
        var (gradients, nodes) = (new Vector128<double>[rows.Length], new byte[rows.Length]);
        for (var tree = 0; tree < trees; tree++)
        {
            Differentiate(logits, holds, weights, gradients);
            Array.Clear(nodes);
            var level = Histograms.OfAll(binned, gradients);
            for (var depth = 0; depth < Depth; depth++)
            {
                if (depth > 0) level = level.Below(binned, gradients, nodes);
                Split(depth, tree * Inner, edges, binned, level, nodes, features, thresholds);
            }

            var sums = new Vector128<double>[Leaves];
            for (var i = 0; i < rows.Length; i++) sums[nodes[i]] += gradients[i];
            for (var leaf = 0; leaf < Leaves; leaf++) leaves[(tree * Leaves) + leaf] = (float)(-rate * sums[leaf][0] / (sums[leaf][1] + Ridge));
            for (var i = 0; i < rows.Length; i++) logits[i] += leaves[(tree * Leaves) + nodes[i]];
        }

        return new BoostedTrees(features, thresholds, leaves);
    }

    /// <summary>Splits every node of a level where that helps most. <paramref name="nodes"/> counts within the level.</summary>
    private static void Split(int depth, int offset, float[][] edges, byte[][] binned, Histograms histograms, byte[] nodes, int[] features, float[] thresholds)
    {
        var level = 1 << depth;
        var byFeature = new (double Gain, int Bin)[binned.Length][];
        for (var f = 0; f < binned.Length; f++)
        {
            var best = byFeature[f] = new (double Gain, int Bin)[level];
            Array.Fill(best, (0, Bins));
            var sums = histograms.Of(f);
            for (var node = 0; node < level; node++)
            {
                var (g, h, left, leftCurve) = (0d, 0d, 0d, 0d);
                for (var b = 0; b < Bins; b++) (g, h) = (g + sums[(node * Bins) + b][0], h + sums[(node * Bins) + b][1]);
                for (var b = 0; b < edges[f].Length; b++)
                {
                    left += sums[(node * Bins) + b][0];
                    leftCurve += sums[(node * Bins) + b][1];
                    if (leftCurve < 2 || h - leftCurve < 2) continue;
                    var gain = (left * left / (leftCurve + Ridge)) + ((g - left) * (g - left) / (h - leftCurve + Ridge)) - (g * g / (h + Ridge));
                    if (gain > best[node].Gain + 1e-9) best[node] = (gain, b);
                }
            }
        }

        var (bestFeature, bestBin) = (new int[level], new int[level]);
        for (var node = 0; node < level; node++)
        {
            var (bestGain, bin) = (0d, Bins);
            for (var f = 0; f < binned.Length; f++)
            {
                if (byFeature[f][node].Gain > bestGain + 1e-9) (bestGain, bin, bestFeature[node]) = (byFeature[f][node].Gain, byFeature[f][node].Bin, f);
            }

            bestBin[node] = bin;
        }

        for (var node = 0; node < level; node++)
        {
            var at = offset + level - 1 + node;
            features[at] = bestFeature[node];
            thresholds[at] = bestBin[node] == Bins ? float.MaxValue : edges[bestFeature[node]][bestBin[node]];
        }

        Descend(nodes, [.. bestFeature.Select(f => binned[f])], bestBin);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Differentiate(float[] logits, bool[] holds, float[] weights, Vector128<double>[] gradients)
    {
        for (var i = 0; i < logits.Length; i++)
        {
            var p = 1 / (1 + MathF.Exp(-logits[i]));
            gradients[i] = Vector128.Create((double)((p - (holds[i] ? 1 : 0)) * weights[i]), Math.Max(p * (1 - p), 1e-4f) * weights[i]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Descend(byte[] nodes, byte[][] binned, int[] bestBin)
    {
        for (var i = 0; i < nodes.Length; i++)
        {
            var node = nodes[i];
            nodes[i] = (byte)((2 * node) + (binned[node][i] > bestBin[node] ? 1 : 0));
        }
    }

    private static float[] Quantiles(float[][] rows, int feature)
    {
        var sorted = Array.ConvertAll(rows, r => r[feature]);
        Array.Sort(sorted);
        var edges = new List<float>();
        for (var b = 1; b < Bins; b++)
        {
            var edge = sorted[(int)((long)sorted.Length * b / Bins)];
            if (edges.Count == 0 || edge > edges[^1]) edges.Add(edge);
        }

        if (edges.Count > 0 && edges[^1] >= sorted[^1]) edges.RemoveAt(edges.Count - 1);
        return [.. edges];
    }

    private static byte BinOf(float[] edges, float value)
    {
        var bin = 0;
        while (bin < edges.Length && value > edges[bin]) bin++;
        return (byte)bin;
    }
}
