using System.Runtime.CompilerServices;

namespace MeliBot.Dialogs.Understanding;

/// <summary>Learns where requests end, by logistic regression over the words around each place.</summary>
internal static class CutTrainer
{
    private const int Epochs = 4;
    private const float Rate = 0.12f;
    private const float L2 = 1e-4f;

    public static CutModel Train(IReadOnlyList<IntentExample> examples, Random random)
    {
        var samples = CutSamples.Read(examples, random);
        var (table, rows) = Share(samples);
        return new CutModel(table, Fit(rows, samples.Holding, table.Count, random));
    }

    /// <summary>What only one place has says nothing about others: it gets the number behind the last, and the rest is numbered anew, the commonest first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (FeatureTable Table, int[] Rows) Share(CutSamples samples)
    {
        var counts = new int[samples.Hashes.Length];
        foreach (var row in samples.Rows) counts[row]++;
        var keys = new List<long>(counts.Length);
        for (var row = 0; row < counts.Length; row++)
        {
            if (counts[row] > 1) keys.Add(((long)-counts[row] << 32) + row);
        }

        keys.Sort();
        var table = new FeatureTable(keys.Count * 2);
        var renumbered = counts;
        Array.Fill(renumbered, keys.Count);
        foreach (var key in keys) renumbered[(int)(key & 0x7FFFFFFF)] = table.FindOrAdd(samples.Hashes[(int)(key & 0x7FFFFFFF)]);
        var rows = new int[samples.Rows.Length];
        for (var i = 0; i < rows.Length; i++) rows[i] = renumbered[samples.Rows[i]];
        return (table, rows);
    }

    /// <param name="rows"><see cref="CutModel.FeatureCount"/> a sample; those that aren't learnt are <paramref name="count"/>.</param>
    private static float[] Fit(ReadOnlySpan<int> rows, ReadOnlySpan<bool> holding, int count, Random random)
    {
        // Each weight with the squares of its gradients beside it; the last is the bias.
        var state = new (float Weight, float Squares)[count + 1];
        var order = Enumerable.Range(0, holding.Length).ToArray();
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(order);
            Pass(state, rows, holding, order, Rate * (1 - ((float)epoch / Epochs * 0.8f)));
        }

        return Array.ConvertAll(state, s => s.Weight);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Pass((float Weight, float Squares)[] state, ReadOnlySpan<int> rows, ReadOnlySpan<bool> holding, int[] order, float rate)
    {
        foreach (var i in order) Learn(state, rows.Slice(i * CutModel.FeatureCount, CutModel.FeatureCount), holding[i], rate);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Learn((float Weight, float Squares)[] state, ReadOnlySpan<int> rows, bool holds, float rate)
    {
        var bias = state.Length - 1;
        var sum = state[bias].Weight;
        foreach (var row in rows)
        {
            if (row != bias) sum += state[row].Weight;
        }

        var gradient = (1 / (1 + MathF.Exp(-sum))) - (holds ? 1 : 0);
        if (Math.Abs(gradient) < 0.002f) return;
        foreach (var row in rows)
        {
            if (row != bias) Step(ref state[row], gradient + (L2 * state[row].Weight), rate);
        }

        Step(ref state[bias], gradient, rate);
    }

    private static void Step(ref (float Weight, float Squares) of, float gradient, float rate)
    {
        of.Squares += gradient * gradient;
        of.Weight -= rate * gradient / (MathF.Sqrt(of.Squares) + 1e-6f);
    }
}
