namespace MeliBot.Dialogs.Understanding;

/// <summary>Which features are learnt: those that more than one example has.</summary>
internal static class Vocabulary
{
    public static FeatureTable Of(IReadOnlyList<ReadExample> examples)
    {
        var seen = new FeatureTable(1 << 18);
        var counts = new List<int>(1 << 18);
        var last = new List<int>(1 << 18);
        Span<Feature> edges = stackalloc Feature[QuestionFeatures.EdgeCount];
        for (var i = 0; i < examples.Count; i++)
        {
            foreach (var feature in examples[i].Features.Inner) Count(feature.Hash, i);
            examples[i].Features.Edges(0, examples[i].Words, edges);
            foreach (var edge in edges) Count(edge.Hash, i);

            // Pieces begin and end at cuts.
            foreach (var cut in examples[i].CutList)
            {
                examples[i].Features.Edges(cut.Word, examples[i].Words, edges);
                foreach (var edge in edges) Count(edge.Hash, i);
                examples[i].Features.Edges(0, cut.Word, edges);
                foreach (var edge in edges) Count(edge.Hash, i);
            }
        }

        var hashes = seen.InOrder();
        var table = new FeatureTable(1 << 16);
        for (var row = 0; row < hashes.Length; row++)
        {
            if (counts[row] > 1) table.FindOrAdd(hashes[row]);
        }

        return table;

        void Count(uint hash, int example)
        {
            var row = seen.FindOrAdd(hash);
            if (row == counts.Count)
            {
                counts.Add(1);
                last.Add(example);
            }
            else if (last[row] != example)
            {
                counts[row]++;
                last[row] = example;
            }
        }
    }
}
