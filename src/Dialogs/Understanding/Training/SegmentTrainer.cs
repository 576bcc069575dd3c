using System.Numerics;

namespace MeliBot.Dialogs.Understanding;

/// <summary>
/// Learns from whole questions, then cuts them with what it learnt (each into its own labels or nothing) and learns again from whole questions and pieces.
/// So a question with several intents teaches what each of its parts asks, and a story before a question teaches that stories ask nothing.
/// </summary>
internal static class SegmentTrainer
{
    /// <param name="copies">Made from <paramref name="written"/>; they bring no features of their own.</param>
    /// <param name="all">The hashes of what <see cref="ReadExample.Numbers"/> name.</param>
    public static (LinearModel Model, Vocabulary Vocabulary) Train(
        IReadOnlyList<ReadExample> written, IEnumerable<ReadExample> copies, uint[] all, int labels, SegmentTrainingOptions options, CancellationToken cancellationToken)
    {
        var vocabulary = Vocabulary.Of(written, all);
        ReadExample[] examples = [.. written, .. copies];
        var learnt = new TrainingExamples(examples.Sum(e => e.Numbers.Length));
        foreach (var e in examples) learnt.Add(e, 0, e.Words, vocabulary, e.Labels, e.Known, 1);
        var state = new TrainingState(vocabulary.Table.Count + 1, LinearModel.StrideOf(labels));
        var model = LinearTrainer.Train(state, vocabulary.Table, labels, learnt, options.First, cancellationToken);
        for (var round = 0; round < options.Rounds; round++)
        {
            learnt.Keep(examples.Length);
            foreach (var example in examples)
            {
                if (example.CutList.Count == 0 || example.Known != ulong.MaxValue) continue;
                AddPieces(example, model, vocabulary, options, learnt);
            }

            model = LinearTrainer.Train(state, vocabulary.Table, labels, learnt, options.Last, cancellationToken);
        }

        return (model, vocabulary);
    }

    private static void AddPieces(ReadExample example, LinearModel model, Vocabulary vocabulary, SegmentTrainingOptions options, TrainingExamples learnt)
    {
        var scores = SpanScores.Compute(example, model, vocabulary);
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
                learnt.Add(example, scores.Bounds[piece.First], scores.Bounds[piece.End], vocabulary, 1UL << piece.Label, ulong.MaxValue, options.PieceWeight);
            else if (piece.Label < 0 && BitOperations.PopCount(found) > 0)
                learnt.Add(example, scores.Bounds[piece.First], scores.Bounds[piece.End], vocabulary, 0, ulong.MaxValue, options.NothingWeight);
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
