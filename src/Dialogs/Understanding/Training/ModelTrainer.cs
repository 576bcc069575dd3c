namespace MeliBot.Dialogs.Understanding;

internal sealed record ModelOptions
{
    public SegmentTrainingOptions Segments { get; init; } = new();

    /// <summary>Parts of the cross-validation that calibrates.</summary>
    public int Folds { get; init; } = 2;

    /// <summary>Joined questions for each written one.</summary>
    public double Concatenated { get; init; } = 0.2;

    public float ConcatenatedWeight { get; init; } = 0.5f;

    /// <summary>How much the copies of questions without marks count.</summary>
    public float Careless { get; init; } = 0.4f;

    public int Seed { get; init; } = 4093;
}

/// <summary>Learns the linear model and, from questions that it hadn't seen, how to weigh what it says.</summary>
internal static class ModelTrainer
{
    public static (LinearModel Linear, CutModel Cuts, Combiner Combiner) Train(TrainingSet set, ModelOptions options, CancellationToken cancellationToken)
    {
        var labels = set.Intents.Count;
        var number = set.Intents.Select((name, i) => (name, i)).ToDictionary(x => x.name, x => x.i, StringComparer.Ordinal);
        var examples = set.Examples.Select(e => (Example: e, Labels: Bits(e.Intents, number))).ToArray();
        var alone = Bits(set.Intents.Where(Exclusive.IsAlone), number);
        var read = examples.AsParallel().AsOrdered().Select(e => ReadExample.Of(e.Example.Text, e.Labels, ulong.MaxValue)).ToArray();
        var careless = examples.AsParallel().AsOrdered().Select(e => options.Careless > 0 && e.Example.Intents.Count > 1 ? ReadExample.Of(Careless.Of(e.Example.Text), e.Labels, ulong.MaxValue) : null).ToArray();
        var negatives = set.Negatives.Where(n => number.ContainsKey(n.Intent)).Select(n => ReadExample.Of(n.Text, 0, 1UL << number[n.Intent])).Where(n => n.Words > 0).ToArray();
        var kept = Enumerable.Range(0, read.Length).Where(i => read[i].Words > 0).ToArray();
        var fold = Folds.Of(kept.Select(i => read[i].Labels).ToArray(), options.Folds, options.Seed);

        // The model of everything takes as long as the others together: it goes first and beside them.
        var cutting = Task.Run(() => LearnCuts(kept), cancellationToken);
        var all = Number(read, careless, negatives);
        var learning = Task.Run(async () => Learn(kept, await cutting), cancellationToken);
        var cases = new List<(Evidence, ulong, float)>[options.Folds];
        Parallel.For(0, options.Folds, new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Math.Max(1, Environment.ProcessorCount - 1) }, part =>
        {
            int[] seen = [.. kept.Where((_, k) => fold[k] != part)];
            var cuts = LearnCuts(seen);
            var (model, vocabulary) = Learn(seen, cuts);
            var unseen = kept.Where((_, k) => fold[k] == part).ToArray();
            var made = new List<(Evidence, ulong, float)>();
            foreach (var i in unseen)
            {
                made.Add((Weigh(SpanScores.Compute(read[i].Cut(cuts), model, vocabulary)), read[i].Labels, 1));
                if (careless[i] is { } plain) made.Add((Weigh(SpanScores.Compute(plain.Cut(cuts), model, vocabulary)), plain.Labels, options.Careless));
            }

            var count = (int)(unseen.Length * options.Concatenated);
            foreach (var (text, truth) in Concatenation.Make([.. unseen.Select(i => examples[i])], count, alone, new Random(options.Seed + part)))
            {
                var joined = ReadExample.Of(text, truth, ulong.MaxValue).Cut(cuts);
                made.Add((Weigh(SpanScores.Compute(joined.Features, joined.CutList, model)), truth, options.ConcatenatedWeight));
            }

            cases[part] = made;
        });

        var combiner = Combiner.Train([.. cases.SelectMany(c => c)], labels);
        return (learning.GetAwaiter().GetResult().Model, cutting.GetAwaiter().GetResult(), combiner);

        CutModel LearnCuts(int[] seen) => CutTrainer.Train([.. seen.Select(i => examples[i].Example)], new Random(options.Seed));

        (LinearModel Model, Vocabulary Vocabulary) Learn(int[] seen, CutModel cuts) => SegmentTrainer.Train(
            [.. seen.Select(i => read[i].Cut(cuts)), .. negatives.Select(n => n.Cut(cuts))], seen.Select(i => careless[i]?.Cut(cuts)).OfType<ReadExample>(), all, labels, options.Segments, cancellationToken);
    }

    /// <summary>Numbers the features of all examples, so that no fold and no round looks a hash up again.</summary>
    private static uint[] Number(params ReadOnlySpan<ReadExample?[]> groups)
    {
        var all = new FeatureTable(1 << 20);
        foreach (var group in groups)
        {
            for (var i = 0; i < group.Length; i++) group[i] = group[i]?.In(all);
        }

        return all.InOrder();
    }

    private static Evidence Weigh(SpanScores scores) => Evidence.Read(scores, Segmentation.Best(scores));

    private static ulong Bits(IEnumerable<string> intents, Dictionary<string, int> number) => intents.Aggregate(0UL, (bits, name) => number.TryGetValue(name, out var i) ? bits | (1UL << i) : bits);
}
