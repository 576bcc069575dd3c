using System.Runtime.CompilerServices;

namespace MeliBot.Dialogs.Understanding;

/// <summary>Says how likely one request ends before a word and the next begins there, from the words on both sides. Marks aren't needed: many buyers write none.</summary>
internal sealed class CutModel(FeatureTable features, float[] weights)
{
    public const int FeatureCount = 22;

    public FeatureTable Features { get; } = features;

    /// <summary>One a feature; the last is the bias.</summary>
    public float[] Weights { get; } = weights;

    /// <param name="hit">Index into <see cref="QuestionTokens.Concepts"/>; above 0.</param>
    public float Logit(QuestionTokens question, int hit)
    {
        Span<uint> hashes = stackalloc uint[FeatureCount];
        Read(question, hit, hashes);
        var sum = Weights[^1];
        foreach (var hash in hashes)
        {
            var row = Features.Find(hash);
            if (row >= 0 && row < Weights.Length - 1) sum += Weights[row];
        }

        return sum;
    }

    /// <summary>What stands before and after a possible cut.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Read(QuestionTokens question, int hit, Span<uint> hashes)
    {
        var pause = (uint)question.Text.Words[question.Concepts[hit].Start].Before;
        var (l1, l2, l3, l4) = (Token(hit - 1), Token(hit - 2), Token(hit - 3), Token(hit - 4));
        var (r1, r2, r3) = (Token(hit), Token(hit + 1), Token(hit + 2));
        var n = 0;
        Set(hashes, r1, 0);
        Set(hashes, r1, r2);
        Set(hashes, FeatureHash.Mix(r1, r2), r3);
        Set(hashes, l1, 0);
        Set(hashes, l2, l1);
        Set(hashes, FeatureHash.Mix(l3, l2), l1);
        Set(hashes, l1, r1);
        Set(hashes, FeatureHash.Mix(l1, r1), r2);
        Set(hashes, FeatureHash.Mix(l2, l1), r1);
        Set(hashes, FeatureHash.Mix(l2, l1), FeatureHash.Mix(r1, r2));
        Set(hashes, l2, r1);
        Set(hashes, l3, r1);
        Set(hashes, l4, r1);
        Set(hashes, l1, r2);
        Set(hashes, l2, r2);
        Set(hashes, l1, r3);
        Set(hashes, pause, 1);
        Set(hashes, pause, r1);
        Set(hashes, FeatureHash.Mix(pause, 7), l1);
        Set(hashes, FeatureHash.Mix(pause, l1), r1);
        Set(hashes, FeatureHash.Mix(pause, (uint)Math.Min(hit, 6)), question.Text.Asks ? 1u : 0);
        Set(hashes, FeatureHash.Mix(pause, (uint)Math.Min(question.Concepts.Count - hit, 5)), question.Text.Asks ? 1u : 0);

        uint Token(int at) => at < 0 ? 1u : at >= question.Concepts.Count ? 2u : question[at];

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        void Set(Span<uint> into, uint a, uint b) => into[n] = FeatureHash.Mix(FeatureHash.Mix(a, b), 31 + (uint)n++);
    }
}
