using System.Runtime.CompilerServices;

namespace MeliBot.Dialogs.Understanding;

/// <summary>Which features are learnt: those that more than one example has.</summary>
internal sealed class Vocabulary
{
    private readonly int[] _rows;

    private Vocabulary(FeatureTable table, int[] rows) => (Table, _rows) = (table, rows);

    public FeatureTable Table { get; }

    /// <param name="number">In the table of all examples.</param>
    /// <returns>-1 when it isn't learnt.</returns>
    public int RowOf(int number) => _rows[number];

    /// <param name="all">The hashes of what <see cref="ReadExample.Numbers"/> name.</param>
    public static Vocabulary Of(IReadOnlyList<ReadExample> examples, uint[] all)
    {
        var edges = new Counts(1 << 14);
        var edgeTable = new FeatureTable(1 << 17);
        var inner = new Counts(all.Length);
        Span<Feature> found = stackalloc Feature[QuestionFeatures.EdgeCount];
        for (var i = 0; i < examples.Count; i++)
        {
            var example = examples[i];
            foreach (var number in example.Numbers) inner.Add(number, i);
            Count(0, example.Words, found);

            // Pieces begin and end at cuts.
            foreach (var cut in example.CutList)
            {
                Count(cut.Word, example.Words, found);
                Count(0, cut.Word, found);
            }

            void Count(int start, int end, Span<Feature> into)
            {
                example.Features.Edges(start, end, into);
                foreach (var edge in into) edges.Add(edgeTable.FindOrAdd(edge.Hash), i);
            }
        }

        // What many have comes first: it is read most, and so it stands together in memory.
        var table = new FeatureTable(1 << 17);
        var rows = new int[all.Length];
        Array.Fill(rows, -1);
        foreach (var number in inner.Repeated()) rows[number] = table.FindOrAdd(all[number]);
        var edgeHashes = edgeTable.InOrder();
        foreach (var number in edges.Repeated()) table.FindOrAdd(edgeHashes[number]);
        return new Vocabulary(table, rows);
    }

    /// <summary>In how many examples each feature occurs.</summary>
    private sealed class Counts(int capacity)
    {
        private int[] _counts = new int[capacity];
        private int[] _last = new int[capacity];

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Add(int number, int example)
        {
            while (number >= _counts.Length)
            {
                Array.Resize(ref _counts, _counts.Length * 2);
                Array.Resize(ref _last, _last.Length * 2);
            }

            if (_last[number] == example + 1) return;
            _counts[number]++;
            _last[number] = example + 1;
        }

        /// <summary>Those of more than one example, the commonest first.</summary>
        public int[] Repeated()
        {
            var numbers = Enumerable.Range(0, _counts.Length).Where(n => _counts[n] > 1).ToArray();
            Array.Sort(Array.ConvertAll(numbers, n => ((long)-_counts[n] << 32) + n), numbers);
            return numbers;
        }
    }
}
