using System.Numerics;
using System.Runtime.InteropServices;

namespace MeliBot.Dialogs.Understanding;

/// <summary>What the stretches of one question say for each intent, as the numbers that <see cref="Combiner"/> weighs.</summary>
internal sealed class Evidence
{
    public const int Size = 18;
    public const int BestSegment = 0;
    public const int IsLabel = 3;

    public const int Rival = 17;

    private const float Least = -8;

    private readonly float[] _values;

    private Evidence(float[] values, int labels) => (_values, Labels) = (values, labels);

    public int Labels { get; }

    public ReadOnlySpan<float> Of(int label) => _values.AsSpan(label * Size, Size);

    public static Evidence Read(SpanScores scores, List<Segment> segments)
    {
        var labels = scores.Labels;
        var values = new float[labels * Size];
        var whole = scores.Of(0, scores.Atoms);
        var wholeShares = Segmentation.Shares(whole);
        var rivals = Rivals.Of(whole);
        var read = segments.ConvertAll(s => ReadSegment.Of(scores, s));
        var distinct = 0UL;
        foreach (var segment in segments)
        {
            if (segment.Label >= 0) distinct |= 1UL << segment.Label;
        }

        var found = BitOperations.PopCount(distinct);
        for (var c = 0; c < labels; c++)
        {
            var best = 0;
            for (var i = 1; i < segments.Count; i++)
            {
                if (scores.Of(segments[i].First, segments[i].End)[c] > scores.Of(segments[best].First, segments[best].End)[c]) best = i;
            }

            var at = segments[best];
            var logits = scores.Of(at.First, at.End);
            var (first, end) = read[best].Sentence;
            var sentence = scores.Of(first, end);
            var inSentence = 0;
            foreach (var segment in segments) inSentence += segment.First >= first && segment.End <= end && segment.Label >= 0 && segment.Label != c ? 1 : 0;
            var share = 0f;
            foreach (var segment in read) share = Math.Max(share, segment.Shares[c]);
            var atom = Least;
            for (var i = 0; i < scores.Atoms; i++) atom = Math.Max(atom, scores.Of(i, i + 1)[c]);

            var of = values.AsSpan(c * Size, Size);
            of[BestSegment] = logits[c];
            of[1] = whole[c];
            of[2] = atom;
            of[IsLabel] = (distinct >> c) & 1;
            of[4] = logits[c] - Math.Max(read[best].Own.To(c), Segmentation.NothingLogit);
            of[5] = whole[c] - Math.Max(rivals.To(c), Segmentation.NothingLogit);
            of[6] = MathF.Log(segments.Count);
            of[7] = (distinct & (1UL << c)) != 0 ? found - 1 : found;
            of[8] = sentence[c];
            of[9] = sentence[c] - Math.Max(read[best].OfSentence.To(c), Segmentation.NothingLogit);
            of[10] = share;
            of[11] = wholeShares[c];
            of[12] = inSentence;
            of[13] = CutStrength(scores, at.First);
            of[14] = CutStrength(scores, at.End);
            of[15] = MathF.Log(scores.Bounds[at.End] - scores.Bounds[at.First]);
            of[16] = MathF.Log(scores.Bounds[^1]);
            of[Rival] = read[best].Own.To(c);
            for (var i = 0; i < Size; i++) of[i] = Math.Clamp(of[i], Least, -Least);
        }

        return new Evidence(values, labels);
    }

    /// <summary>Out to the nearest full stops or question marks.</summary>
    private static (int First, int End) SentenceOf(SpanScores scores, Segment segment)
    {
        var (first, end) = (segment.First, segment.End);
        while (first > 0 && scores.CutList[first - 1].Kind > CutKind.Stop) first--;
        while (end < scores.Atoms && scores.CutList[end - 1].Kind > CutKind.Stop) end++;
        return (first, end);
    }

    /// <summary>How sure the cut before an atom is; the edges of the question are surest.</summary>
    private static float CutStrength(SpanScores scores, int atom) => atom == 0 || atom == scores.Atoms ? 7 : Math.Clamp(scores.CutList[atom - 1].Logit, -4, 6);

    /// <summary>What of a stretch is the same for all intents.</summary>
    private sealed record ReadSegment(float[] Shares, (int First, int End) Sentence, Rivals Own, Rivals OfSentence)
    {
        public static ReadSegment Of(SpanScores scores, Segment segment)
        {
            var logits = scores.Of(segment.First, segment.End);
            var sentence = SentenceOf(scores, segment);
            return new ReadSegment(Segmentation.Shares(logits), sentence, Rivals.Of(logits), Rivals.Of(scores.Of(sentence.First, sentence.End)));
        }
    }

    /// <summary>The two strongest intents of a stretch: each intent's rival is one of them.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Rivals(int Strongest, float First, float Second)
    {
        public float To(int label) => label == Strongest ? Second : First;

        public static Rivals Of(ReadOnlySpan<float> logits)
        {
            var (strongest, first, second) = (-1, Least, Least);
            for (var c = 0; c < logits.Length; c++)
            {
                if (logits[c] > first) (strongest, first, second) = (c, logits[c], first);
                else if (logits[c] > second) second = logits[c];
            }

            return new Rivals(strongest, first, second);
        }
    }
}
