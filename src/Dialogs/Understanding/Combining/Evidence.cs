namespace MeliBot.Dialogs.Understanding;

/// <summary>What the stretches of one question say for each intent, as the numbers that <see cref="Combiner"/> weighs.</summary>
internal sealed class Evidence
{
    public const int Size = 12;

    private readonly float[] _values;

    private Evidence(float[] values, int labels) => (_values, Labels) = (values, labels);

    public int Labels { get; }

    public ReadOnlySpan<float> Of(int label) => _values.AsSpan(label * Size, Size);

    public static Evidence Read(SpanScores scores, List<Segment> segments)
    {
        var labels = scores.Labels;
        var values = new float[labels * Size];
        var whole = scores.Of(0, scores.Atoms);
        var distinct = 0UL;
        foreach (var segment in segments)
        {
            if (segment.Label >= 0) distinct |= 1UL << segment.Label;
        }

        var found = System.Numerics.BitOperations.PopCount(distinct);
        for (var c = 0; c < labels; c++)
        {
            var of = values.AsSpan(c * Size, Size);
            of[0] = -12;
            of[2] = -12;
            of[4] = -12;
            of[10] = 0;
            of[11] = Segmentation.Share(whole, c);
            foreach (var segment in segments)
            {
                var logits = scores.Of(segment.First, segment.End);
                of[0] = Math.Max(of[0], logits[c]);
                var rival = -12f;
                for (var other = 0; other < labels; other++)
                {
                    if (other != c) rival = Math.Max(rival, logits[other]);
                }

                of[4] = Math.Max(of[4], logits[c] - Math.Max(rival, Segmentation.NothingLogit));
                if (segment.Label == c) of[3] = 1;
                var share = Segmentation.Share(logits, c);
                of[10] = Math.Max(of[10], share);
            }

            for (var atom = 0; atom < scores.Atoms; atom++) of[2] = Math.Max(of[2], scores.Of(atom, atom + 1)[c]);
            of[1] = whole[c];
            var rank = 0;
            for (var other = 0; other < labels; other++)
            {
                if (whole[other] > whole[c]) rank++;
            }

            of[5] = rank == 0 ? 1 : 0;
            of[6] = MathF.Log(segments.Count);
            of[7] = (distinct & (1UL << c)) != 0 ? found - 1 : found;
            of[8] = rank < Math.Max(found, 1) ? 1 : 0;
            of[9] = of[3] * MathF.Log(segments.Count);
            for (var i = 0; i < Size; i++) of[i] = Math.Clamp(of[i], -8, 8);
        }

        return new Evidence(values, labels);
    }
}
