using System.Numerics;

namespace MeliBot.Dialogs.Understanding;

/// <summary>What the stretches of one question say for each intent, as the numbers that <see cref="Combiner"/> weighs.</summary>
internal sealed class Evidence
{
    public const int Size = 18;
    public const int BestSegment = 0;
    public const int IsLabel = 3;

    public const int Rivals = 17;

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
        var shares = segments.ConvertAll(s => Segmentation.Shares(scores.Of(s.First, s.End)));
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
            var (first, end) = Sentence(scores, at);
            var sentence = scores.Of(first, end);
            var inSentence = 0;
            foreach (var segment in segments) inSentence += segment.First >= first && segment.End <= end && segment.Label >= 0 && segment.Label != c ? 1 : 0;
            var atom = Least;
            for (var i = 0; i < scores.Atoms; i++) atom = Math.Max(atom, scores.Of(i, i + 1)[c]);

            var of = values.AsSpan(c * Size, Size);
            of[BestSegment] = logits[c];
            of[1] = whole[c];
            of[2] = atom;
            of[IsLabel] = segments.Exists(s => s.Label == c) ? 1 : 0;
            of[4] = logits[c] - Math.Max(Rival(logits, c), Segmentation.NothingLogit);
            of[5] = whole[c] - Math.Max(Rival(whole, c), Segmentation.NothingLogit);
            of[6] = MathF.Log(segments.Count);
            of[7] = (distinct & (1UL << c)) != 0 ? found - 1 : found;
            of[8] = sentence[c];
            of[9] = sentence[c] - Math.Max(Rival(sentence, c), Segmentation.NothingLogit);
            of[10] = shares.Max(s => s[c]);
            of[11] = wholeShares[c];
            of[12] = inSentence;
            of[13] = CutStrength(scores, at.First);
            of[14] = CutStrength(scores, at.End);
            of[15] = MathF.Log(scores.Bounds[at.End] - scores.Bounds[at.First]);
            of[16] = MathF.Log(scores.Bounds[^1]);
            of[Rivals] = Rival(logits, c);
            for (var i = 0; i < Size; i++) of[i] = Math.Clamp(of[i], Least, -Least);
        }

        return new Evidence(values, labels);
    }

    private static float Rival(ReadOnlySpan<float> logits, int label)
    {
        var rival = Least;
        for (var other = 0; other < logits.Length; other++)
        {
            if (other != label) rival = Math.Max(rival, logits[other]);
        }

        return rival;
    }

    /// <summary>Out to the nearest full stops or question marks.</summary>
    private static (int First, int End) Sentence(SpanScores scores, Segment segment)
    {
        var (first, end) = (segment.First, segment.End);
        while (first > 0 && scores.CutList[first - 1].Kind > CutKind.Stop) first--;
        while (end < scores.Atoms && scores.CutList[end - 1].Kind > CutKind.Stop) end++;
        return (first, end);
    }

    /// <summary>How sure the cut before an atom is; the edges of the question are surest.</summary>
    private static float CutStrength(SpanScores scores, int atom) => atom == 0 || atom == scores.Atoms ? 7 : Math.Clamp(scores.CutList[atom - 1].Logit, -4, 6);
}
