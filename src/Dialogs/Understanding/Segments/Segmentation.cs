using System.Runtime.InteropServices;

namespace MeliBot.Dialogs.Understanding;

/// <summary>A stretch of a question that asks one thing.</summary>
/// <param name="First">Its first atom.</param>
/// <param name="End">The atom after its last.</param>
/// <param name="Label">What it asks most likely; -1 when it asks nothing.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Segment(int First, int End, int Label, float LogProbability);

/// <summary>Finds the most likely way to cut a question into requests, by dynamic programming over its cuts.</summary>
internal static class Segmentation
{
    /// <summary>A stretch asks nothing when no label passes this logit.</summary>
    public const float NothingLogit = -1.2f;

    public const float Sharpness = 1.3f;

    /// <param name="allowed">Labels that may be found.</param>
    public static List<Segment> Best(SpanScores scores, ulong allowed = ulong.MaxValue)
    {
        var atoms = scores.Atoms;
        var best = new float[atoms + 1];
        var back = new Segment[atoms + 1];
        for (var end = 1; end <= atoms; end++)
        {
            best[end] = float.NegativeInfinity;
            for (var first = end - 1; first >= 0; first--)
            {
                var (label, log) = MostLikely(scores.Of(first, end), allowed);
                var score = best[first] + log;
                if (first > 0) score -= scores.CutList[first - 1].Made;
                for (var passed = first; passed < end - 1; passed++) score -= scores.CutList[passed].Passed;
                if (score > best[end]) (best[end], back[end]) = (score, new Segment(first, end, label, log));
            }
        }

        var segments = new List<Segment>();
        for (var end = atoms; end > 0; end = back[end].First) segments.Add(back[end]);
        segments.Reverse();
        return segments;
    }

    /// <summary>How much of a stretch is each label's, among all labels and "nothing".</summary>
    public static float[] Shares(ReadOnlySpan<float> logits)
    {
        var shares = new float[logits.Length];
        var top = NothingLogit;
        foreach (var logit in logits) top = Math.Max(top, logit);
        var sum = MathF.Exp(Sharpness * (NothingLogit - top));
        for (var c = 0; c < logits.Length; c++) sum += shares[c] = MathF.Exp(Sharpness * (logits[c] - top));
        for (var c = 0; c < logits.Length; c++) shares[c] /= sum;
        return shares;
    }

    /// <summary>The share of each label among the allowed ones and "nothing".</summary>
    public static (int Label, float Log) MostLikely(ReadOnlySpan<float> logits, ulong allowed)
    {
        var best = -1;
        var top = NothingLogit;
        for (var c = 0; c < logits.Length; c++)
        {
            if (((allowed >> c) & 1) == 1 && logits[c] > top) (best, top) = (c, logits[c]);
        }

        var sum = MathF.Exp(Sharpness * (NothingLogit - top));
        for (var c = 0; c < logits.Length; c++)
        {
            if (((allowed >> c) & 1) == 1) sum += MathF.Exp(Sharpness * (logits[c] - top));
        }

        return (best, -MathF.Log(sum));
    }
}
