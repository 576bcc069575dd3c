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
        var seen = new FeatureTable(1 << 18);
        var samples = new List<(int[] Rows, bool Holds)>();
        var groups = examples.Where(e => e.Intents.Count == 1 && e.Text.Length < Longest && e.Text.Length > 0)
            .GroupBy(e => IsPortuguese(e.Locale)).OrderBy(g => g.Key).Select(g => g.ToArray()).Where(g => g.Length > 3).ToArray();
        foreach (var group in groups)
        {
            foreach (var first in group) Add(first, group);
        }

        var shared = Shared(samples, seen, out var table);
        return new CutModel(table, Fit(shared, table.Count, random));

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
                var rows = new int[hashes.Length];
                for (var i = 0; i < rows.Length; i++) rows[i] = seen.FindOrAdd(hashes[i]);
                samples.Add((rows, holds));
            }
        }
    }

    /// <summary>What only one place has says nothing about others: it is left out, and the rest is numbered anew.</summary>
    private static List<(int[] Rows, bool Holds)> Shared(List<(int[] Rows, bool Holds)> samples, FeatureTable seen, out FeatureTable table)
    {
        var counts = new int[seen.Count];
        foreach (var (rows, _) in samples)
        {
            foreach (var row in rows) counts[row]++;
        }

        table = new FeatureTable(1 << 16);
        var hashes = seen.InOrder();
        var renumbered = new int[counts.Length];
        for (var row = 0; row < counts.Length; row++) renumbered[row] = counts[row] > 1 ? table.FindOrAdd(hashes[row]) : -1;
        return samples.ConvertAll(s => (s.Rows.Select(row => renumbered[row]).Where(row => row >= 0).ToArray(), s.Holds));
    }

    private static float[] Fit(List<(int[] Rows, bool Holds)> samples, int count, Random random)
    {
        var (weights, squares) = (new float[count + 1], new float[count + 1]);
        var order = Enumerable.Range(0, samples.Count).ToArray();
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(order);
            var rate = Rate * (1 - ((float)epoch / Epochs * 0.8f));
            foreach (var i in order)
            {
                var (rows, holds) = samples[i];
                var sum = weights[count];
                foreach (var row in rows) sum += weights[row];
                var gradient = (1 / (1 + MathF.Exp(-sum))) - (holds ? 1 : 0);
                if (Math.Abs(gradient) < 0.002f) continue;
                foreach (var row in rows) Step(row, gradient + (L2 * weights[row]), rate);
                Step(count, gradient, rate);
            }
        }

        return weights;

        void Step(int row, float gradient, float rate)
        {
            squares[row] += gradient * gradient;
            weights[row] -= rate * gradient / (MathF.Sqrt(squares[row]) + 1e-6f);
        }
    }

    private static string Plain(string text, bool careless) => careless ? Careless.Of(text) : text;

    private static bool IsPortuguese(string locale) => locale.StartsWith("pt", StringComparison.OrdinalIgnoreCase);
}
