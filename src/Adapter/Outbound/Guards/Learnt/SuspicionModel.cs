using System.Buffers.Binary;
using System.Text;

namespace MeliBot.Adapter.Outbound.Guards.Learnt;

/// <summary>
/// A linear scorer of how much a text reads like one that leads off the platform, insults or threatens, or in a claim promises or presses: weights for <see cref="TextFeatures"/>, learnt from the guards' own corpora. It sees what no rule
/// was written for. Beside the weights for all kinds of such texts there may be some for each of several kinds, of which the one that it reads most like adds to its score: what insults reads like other insults, not like a telephone number.
/// Shipped as a file that <c>tests/Adapter</c> makes, and knows from which corpora.
/// </summary>
internal sealed class SuspicionModel
{
    private const int Features = TextFeatures.Tables * TextFeatures.Table;
    private static readonly byte[] Head = "MBSUSP06"u8.ToArray();

    /// <summary>Fewer words tell too little to be judged for themselves.</summary>
    private const int ShortestSentence = 5;

    /// <summary>Some third of what a sentence's words, its pieces, its families of words and its pairs add up to; twice as much for the pieces, which tell least.</summary>
    private static readonly double[] Sentence = [60, 1200, 400, 250];

    private readonly float[] _rarity;
    private readonly float[][] _weights;
    private readonly float _lessOfSentence;

    /// <param name="corpora">Names what it was learnt from.</param>
    /// <param name="rarity">By feature: how much it tells that a text holds it at all.</param>
    /// <param name="weights">By feature, towards suspicion when positive: of all kinds together first, then of each kind, if any.</param>
    /// <param name="threshold">From this score on a text is held.</param>
    /// <param name="lessOfSentence">A sentence by itself says less than a text: its score counts by so much less.</param>
    public SuspicionModel(string corpora, float[] rarity, float[][] weights, float threshold, float lessOfSentence) =>
        (Corpora, _rarity, _weights, Threshold, _lessOfSentence) = (corpora, rarity, weights, threshold, lessOfSentence);

    public string Corpora { get; }

    /// <summary>A text without the addresses in it, in place: which of them lead away is the link guard's, and what stands in one says nothing.</summary>
    public static string Plain(GuardRequest request)
    {
        var text = request.Folded.Text;
        if (request.Links.Count == 0) return text;
        var plain = text.ToCharArray();
        foreach (var link in request.Links) Array.Fill(plain, ' ', link.Start, link.Length);
        return new string(plain);
    }

    public float Threshold { get; }

    /// <summary>What is worst of the text: itself or a sentence of it, because a kind answer around a sentence doesn't change what that says. From <see cref="Threshold"/> on it is held; what says nothing known is 0.</summary>
    public (float Score, int Start, int Length) Worst(string folded)
    {
        var worst = (Score: Score(folded), Start: 0, folded.Length);
        foreach (var (start, end) in Sentences(folded))
        {
            if (Score(folded.AsSpan(start, end - start)) - _lessOfSentence is var score && score > worst.Score) worst = (score, start, end - start);
        }

        return worst;
    }

    /// <summary>
    /// Rare features count more, repeated ones little more, and a long text no more than one of a sentence: words, pieces, families and pairs each add up to one. A text of a word or two counts less, because so little tells nothing.
    /// </summary>
    public static List<(int Place, float Value)> Vector(ReadOnlySpan<char> folded, float[] rarity)
    {
        var values = new List<(int Place, float Value)>();
        Span<double> squares = stackalloc double[TextFeatures.Tables];
        foreach (var (place, count) in TextFeatures.Of(folded))
        {
            var value = (1 + MathF.Log(count)) * rarity[place];
            if (value == 0) continue;
            values.Add((place, value));
            squares[place / TextFeatures.Table] += value * value;
        }

        for (var i = 0; i < values.Count; i++) values[i] = (values[i].Place, (float)(values[i].Value / Math.Sqrt(squares[values[i].Place / TextFeatures.Table] + Sentence[values[i].Place / TextFeatures.Table])));
        return values;
    }

    private float Score(ReadOnlySpan<char> folded)
    {
        Span<float> scores = stackalloc float[_weights.Length];
        scores.Clear();
        foreach (var (place, value) in Vector(folded, _rarity))
        {
            for (var kind = 0; kind < scores.Length; kind++) scores[kind] += value * _weights[kind][place];
        }

        var most = scores.Length > 1 ? scores[1] : 0;
        for (var kind = 2; kind < scores.Length; kind++) most = Math.Max(most, scores[kind]);
        return scores[0] + most;
    }

    /// <summary>Those of some words, where there are several.</summary>
    private static IEnumerable<(int Start, int End)> Sentences(string folded)
    {
        var (start, words) = (0, 0);
        for (var i = 0; i < folded.Length; i++)
        {
            if (folded[i] != ' ' && (i == 0 || folded[i - 1] == ' ')) words++;
            var ends = i + 1 == folded.Length || (folded[i] is '.' or '!' or '?' && folded[i + 1] == ' ');
            if (!ends) continue;
            if (words >= ShortestSentence && i + 1 - start < folded.Length) yield return (start, i + 1);
            (start, words) = (i + 1, 0);
        }
    }

    /// <summary>One byte a number: what is lost by that is far less than what tells two texts apart.</summary>
    public byte[] Write()
    {
        var name = Encoding.UTF8.GetBytes(Corpora);
        using var file = new MemoryStream();
        file.Write(Head);
        file.WriteByte((byte)name.Length);
        file.Write(name);
        file.WriteByte((byte)_weights.Length);
        WriteNumber(Threshold);
        WriteNumber(_lessOfSentence);
        var rarest = _rarity.Max();
        WriteNumber(rarest);
        foreach (var rarity in _rarity) file.WriteByte((byte)MathF.Round(rarity / rarest * byte.MaxValue));
        foreach (var weights in _weights)
        {
            var heaviest = weights.Max(Math.Abs);
            WriteNumber(heaviest);
            foreach (var weight in weights) file.WriteByte((byte)(sbyte)MathF.Round(weight / heaviest * sbyte.MaxValue));
        }

        return file.ToArray();

        void WriteNumber(float number)
        {
            Span<byte> bytes = stackalloc byte[4];
            BinaryPrimitives.WriteSingleLittleEndian(bytes, number);
            file.Write(bytes);
        }
    }

    /// <exception cref="InvalidDataException">It isn't such a file.</exception>
    public static SuspicionModel Read(ReadOnlySpan<byte> file)
    {
        if (!file.StartsWith(Head) || file.Length < Head.Length + 1 || file.Length < Head.Length + 2 + file[Head.Length]) throw new InvalidDataException("This is no model of suspicion.");
        var rest = file[(Head.Length + 1)..];
        var name = Encoding.UTF8.GetString(rest[..file[Head.Length]]);
        rest = rest[file[Head.Length]..];
        var weights = new float[rest[0]][];
        var length = 1 + 12 + Features + (weights.Length * (4 + Features));
        if (rest.Length != length) throw new InvalidDataException($"A model of suspicion with {weights.Length} tables has {file.Length - rest.Length + length} bytes; this one has {file.Length}.");
        var (threshold, lessOfSentence, rarest) = (BinaryPrimitives.ReadSingleLittleEndian(rest[1..]), BinaryPrimitives.ReadSingleLittleEndian(rest[5..]), BinaryPrimitives.ReadSingleLittleEndian(rest[9..]));
        rest = rest[13..];
        var rarity = new float[Features];
        for (var i = 0; i < Features; i++) rarity[i] = rest[i] * rarest / byte.MaxValue;
        rest = rest[Features..];
        for (var kind = 0; kind < weights.Length; kind++)
        {
            var heaviest = BinaryPrimitives.ReadSingleLittleEndian(rest);
            weights[kind] = new float[Features];
            for (var i = 0; i < Features; i++) weights[kind][i] = (sbyte)rest[4 + i] * heaviest / sbyte.MaxValue;
            rest = rest[(4 + Features)..];
        }

        return new SuspicionModel(name, rarity, weights, threshold, lessOfSentence);
    }
}
