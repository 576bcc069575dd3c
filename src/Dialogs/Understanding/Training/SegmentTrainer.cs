using System.Numerics;

namespace MeliBot.Dialogs.Understanding;

/// <summary>
/// Learns from whole questions, then cuts them with what it learnt (each into its own labels or nothing) and learns again from whole questions and pieces.
/// So a question with several intents teaches what each of its parts asks, and a story before a question teaches that stories ask nothing.
/// </summary>
internal static class SegmentTrainer
{
    /// <param name="copies">Made from <paramref name="written"/>; they bring no features of their own.</param>
    public static LinearModel Train(IReadOnlyList<ReadExample> written, IEnumerable<ReadExample> copies, int labels, SegmentTrainingOptions options, CancellationToken cancellationToken)
    {
        var table = Vocabulary.Of(written);
        ReadExample[] examples = [.. written, .. copies];
        var wholes = examples.Select(e => SpanScores.Example(e.Features, 0, e.Words, table, e.Labels, e.Known, 1)).ToList();
        var model = LinearTrainer.Train(table, labels, wholes, options.First, null, cancellationToken);
        for (var round = 0; round < options.Rounds; round++)
        {
            var all = new List<TrainingExample>(wholes);
            foreach (var example in examples)
            {
                if (example.CutList.Count == 0 || example.Known != ulong.MaxValue) continue;
                AddPieces(example, model, table, options, all);
            }

            model = LinearTrainer.Train(table, labels, all, options.Last, model, cancellationToken);
        }

        return model;
    }

    private static void AddPieces(ReadExample example, LinearModel model, FeatureTable table, SegmentTrainingOptions options, List<TrainingExample> all)
    {
        var scores = SpanScores.Compute(example.Features, example.CutList, model);
        var pieces = Segmentation.Best(scores, example.Labels);
        if (pieces.Count == 1) return;
        var found = 0UL;
        foreach (var piece in pieces)
        {
            if (piece.Label >= 0) found |= 1UL << piece.Label;
        }

        // Pieces teach only when each label has found its piece: otherwise one of them asks two things, or asks it without words.
        var complete = found == example.Labels;
        foreach (var piece in pieces)
        {
            if (piece.Label >= 0 && complete)
                all.Add(SpanScores.Example(example.Features, scores.Bounds[piece.First], scores.Bounds[piece.End], table, 1UL << piece.Label, ulong.MaxValue, options.PieceWeight));
            else if (piece.Label < 0 && BitOperations.PopCount(found) > 0)
                all.Add(SpanScores.Example(example.Features, scores.Bounds[piece.First], scores.Bounds[piece.End], table, 0, ulong.MaxValue, options.NothingWeight));
        }
    }
}

internal sealed record SegmentTrainingOptions
{
    public TrainingOptions First { get; init; } = new() { Epochs = 4 };

    public TrainingOptions Last { get; init; } = new() { Epochs = 5 };

    public int Rounds { get; init; } = 1;

    public float PieceWeight { get; init; } = 0.7f;

    public float NothingWeight { get; init; } = 0.5f;
}
