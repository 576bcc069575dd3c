using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MeliBot.Dialogs.Understanding;

/// <summary>Sums of gradients, with the curves beside them, by feature, node and bin: what a level of a tree is split by.</summary>
/// <remarks>Below the root only the smaller of two siblings is added up; the other is what remains of their parent.</remarks>
internal sealed class Histograms
{
    public const int Bins = 32;

    private readonly int _nodes;
    private readonly Vector128<double>[][] _sums;

    private Histograms(int nodes, Vector128<double>[][] sums) => (_nodes, _sums) = (nodes, sums);

    /// <summary>Node by node, <see cref="Bins"/> each.</summary>
    public Vector128<double>[] Of(int feature) => _sums[feature];

    /// <param name="binned">By feature, of each case.</param>
    /// <param name="gradients">Of each case, with its curve beside it.</param>
    public static Histograms OfAll(byte[][] binned, Vector128<double>[] gradients)
    {
        var sums = new Vector128<double>[binned.Length][];
        Parallel.For(0, sums.Length, f => Add(binned[f], gradients, sums[f] = new Vector128<double>[Bins]));
        return new Histograms(1, sums);
    }

    /// <param name="nodes">Of each case, in the level below this one.</param>
    public Histograms Below(byte[][] binned, Vector128<double>[] gradients, byte[] nodes)
    {
        var level = _nodes * 2;
        var counts = new int[level];
        foreach (var node in nodes) counts[node]++;
        var smaller = Array.ConvertAll(Enumerable.Range(0, level).ToArray(), node => counts[node] < counts[node ^ 1] || (counts[node] == counts[node ^ 1] && node % 2 == 0));
        var cases = CasesIn(smaller, nodes);
        var sums = new Vector128<double>[_sums.Length][];
        Parallel.For(0, sums.Length, f =>
        {
            var of = sums[f] = new Vector128<double>[level * Bins];
            Add(cases, binned[f], gradients, nodes, of);
            for (var node = 0; node < level; node++)
            {
                if (smaller[node]) continue;
                for (var bin = 0; bin < Bins; bin++) of[(node * Bins) + bin] = _sums[f][(node / 2 * Bins) + bin] - of[((node ^ 1) * Bins) + bin];
            }
        });
        return new Histograms(level, sums);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int[] CasesIn(bool[] smaller, byte[] nodes)
    {
        var cases = new int[nodes.Length];
        var count = 0;
        for (var i = 0; i < nodes.Length; i++)
        {
            cases[count] = i;
            count += smaller[nodes[i]] ? 1 : 0;
        }

        return cases[..count];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add(byte[] bins, Vector128<double>[] gradients, Vector128<double>[] sums)
    {
        for (var i = 0; i < bins.Length; i++) sums[bins[i]] += gradients[i];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add(int[] cases, byte[] bins, Vector128<double>[] gradients, byte[] nodes, Vector128<double>[] sums)
    {
        foreach (var i in cases) sums[(nodes[i] * Bins) + bins[i]] += gradients[i];
    }
}
