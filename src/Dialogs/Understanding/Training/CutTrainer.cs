using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MeliBot.Dialogs.Understanding;

/// <summary>Learns where requests end from questions with one intent, joined in pairs and threes the ways buyers join them: there the place is known.</summary>
internal static class CutTrainer
{
    private const int Epochs = 4;
    private const float Rate = 0.12f;
    private const float L2 = 1e-4f;
    private const int Longest = 110;

    private static readonly string[] Spanish = [" ", " ", " ", " ", ", ", ", ", " y ", " y ", ", y ", " ademas ", ". ", "? "];
    private static readonly string[] Portuguese = [" ", " ", " ", " ", ", ", ", ", " e ", " e ", ", e ", " e tambem ", ". ", "? "];

    public static CutModel Train(IReadOnlyList<IntentExample> examples, Random random)
    {
        var seen = new FeatureTable(1 << 20);
        var (rows, holding) = (new List<int>(1 << 20), new List<bool>(1 << 16));
        var groups = examples.Where(e => e.Intents.Count == 1 && e.Text.Length < Longest && e.Text.Length > 0)
            .GroupBy(e => IsPortuguese(e.Locale)).OrderBy(g => g.Key).Select(g => g.ToArray()).Where(g => g.Length > 3).ToArray();
        foreach (var group in groups)
        {
            foreach (var first in group) Add(first, group);
        }

        var found = CollectionsMarshal.AsSpan(rows);
        var table = Share(found, seen);
        return new CutModel(table, Fit(found, CollectionsMarshal.AsSpan(holding), table.Count, random));

        void Add(IntentExample first, IntentExample[] group)
        {
            var joints = IsPortuguese(first.Locale) ? Portuguese : Spanish;
            var careless = random.Next(2) == 0;
            var (text, ends) = (Plain(first.Text, careless), new List<int>());
            for (var parts = random.Next(10) < 6 ? 1 : 2; parts > 0; parts--)
            {
                var next = group[random.Next(group.Length)];
                if (next.Intents[0] == first.Intents[0]) continue;
                text = text.TrimEnd('?', '.', ' ', '!', ',');
                ends.Add(text.Length);
                text += joints[careless ? random.Next(4) : random.Next(joints.Length)] + Plain(next.Text, careless).TrimStart('¿');
            }

            var question = QuestionTokens.Read(QuestionText.Read(text), ConceptLexicon.Shipped);
            Span<uint> hashes = stackalloc uint[CutModel.FeatureCount];
            var end = 0;
            for (var hit = 0; hit < question.Concepts.Count; hit++)
            {
                var word = question.Text.Words[question.Concepts[hit].Start];
                var holds = false;
                for (; end < ends.Count && word.Start >= ends[end]; end++) holds = true;
                if (hit == 0 || (!holds && word.Before >= Pause.Stop)) continue;
                CutModel.Read(question, hit, hashes);
                foreach (var hash in hashes) rows.Add(seen.FindOrAdd(hash));
                holding.Add(holds);
            }
        }
    }

    /// <summary>What only one place has says nothing about others: it gets the number behind the last, and the rest is numbered anew, the commonest first.</summary>
    private static FeatureTable Share(Span<int> rows, FeatureTable seen)
    {
        var counts = new int[seen.Count];
        foreach (var row in rows) counts[row]++;
        var common = Enumerable.Range(0, counts.Length).Where(row => counts[row] > 1).ToArray();
        Array.Sort(Array.ConvertAll(common, row => ((long)-counts[row] << 32) + row), common);

        var table = new FeatureTable(common.Length * 2);
        var hashes = seen.InOrder();
        var renumbered = counts;
        Array.Fill(renumbered, common.Length);
        foreach (var row in common) renumbered[row] = table.FindOrAdd(hashes[row]);
        foreach (ref var row in rows) row = renumbered[row];
        return table;
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
            var rate = Rate * (1 - ((float)epoch / Epochs * 0.8f));
            foreach (var i in order) Learn(state, rows.Slice(i * CutModel.FeatureCount, CutModel.FeatureCount), holding[i], rate);
        }

        return Array.ConvertAll(state, s => s.Weight);
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

    private static string Plain(string text, bool careless) => careless ? Careless.Of(text) : text;

    private static bool IsPortuguese(string locale) => locale.StartsWith("pt", StringComparison.OrdinalIgnoreCase);
}
