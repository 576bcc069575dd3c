using System.Runtime.InteropServices;

namespace MeliBot.Dialogs.Understanding;

/// <summary>Kinds of features; each kind weighs the same in a short and in a long text.</summary>
internal enum FeatureKind : byte
{
    /// <summary>1 to 3 neighbouring words.</summary>
    Words,

    /// <summary>1 to 3 neighbouring concepts, and pairs of near ones whatever their order.</summary>
    Concepts,

    /// <summary>2 to 5 neighbouring letters of a word.</summary>
    Letters,
}

/// <param name="Start">First word it needs.</param>
/// <param name="End">Word after its last.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Feature(uint Hash, short Start, short End, FeatureKind Kind);

/// <summary>All features of a question, each with the words that it stands on, so that any stretch of the question can be scored from one reading.</summary>
internal sealed class QuestionFeatures
{
    public const int Kinds = 3;

    private readonly List<Feature> _inner;
    private readonly List<(uint Hash, int Start, int End)> _content;
    private readonly uint[] _shapes;
    private int[]? _byEnd;

    private QuestionFeatures(QuestionTokens tokens, List<Feature> inner, List<(uint Hash, int Start, int End)> content, uint[] shapes)
    {
        _content = content;
        _shapes = shapes;
        Tokens = tokens;
        _inner = inner;
    }

    public QuestionTokens Tokens { get; }

    public QuestionText Text => Tokens.Text;

    public List<ConceptHit> Concepts => Tokens.Concepts;

    /// <summary>Sorted by <see cref="Feature.Start"/>.</summary>
    public ReadOnlySpan<Feature> Inner => CollectionsMarshal.AsSpan(_inner);

    /// <summary>Places in <see cref="Inner"/>, by <see cref="Feature.End"/>. Sorted when it is first asked for; two threads that ask at once sort alike.</summary>
    public int[] ByEnd => _byEnd ??= SortByEnd(Inner);

    private static int[] SortByEnd(ReadOnlySpan<Feature> inner)
    {
        var sorted = new (int Order, int Place)[inner.Length];
        for (var i = 0; i < inner.Length; i++) sorted[i] = ((inner[i].End << 16) + inner[i].Start, i);
        Array.Sort(sorted, static (a, b) => a.Order.CompareTo(b.Order));
        return Array.ConvertAll(sorted, s => s.Place);
    }

    public static QuestionFeatures Read(QuestionText text, ConceptLexicon lexicon)
    {
        var words = text.Words;
        var tokens = QuestionTokens.Read(text, lexicon);
        var concepts = tokens.Concepts;
        var features = new List<Feature>(words.Length * 28);
        var shapes = new uint[words.Length];
        for (var i = 0; i < words.Length; i++) shapes[i] = FeatureHash.Of(WordShape.Of(words[i].Text));

        for (var i = 0; i < words.Length; i++)
        {
            Add(FeatureHash.Mix(shapes[i], 1), i, i + 1, FeatureKind.Words);
            if (i + 1 < words.Length) Add(FeatureHash.Mix(FeatureHash.Mix(shapes[i], shapes[i + 1]), 2), i, i + 2, FeatureKind.Words);
            if (i + 2 < words.Length) Add(FeatureHash.Mix(FeatureHash.Mix(FeatureHash.Mix(shapes[i], shapes[i + 1]), shapes[i + 2]), 3), i, i + 3, FeatureKind.Words);
            AddLetters(words[i].Text, i);
        }

        var content = new List<(uint Hash, int Start, int End)>(concepts.Count);
        AddConcepts();
        features.Sort(static (a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : a.End != b.End ? a.End.CompareTo(b.End) : a.Hash.CompareTo(b.Hash));
        return new QuestionFeatures(tokens, features, content, shapes);

        void Add(uint hash, int start, int end, FeatureKind kind) => features.Add(new Feature(hash, (short)start, (short)end, kind));

        void AddLetters(string word, int at)
        {
            if (char.IsAsciiDigit(word[0])) return;
            Span<char> marked = stackalloc char[Math.Min(word.Length, 22) + 2];
            marked[0] = '<';
            word.AsSpan(0, marked.Length - 2).CopyTo(marked[1..]);
            marked[^1] = '>';
            for (var n = 2; n <= 5; n++)
            {
                for (var k = 0; k + n <= marked.Length; k++) Add(FeatureHash.Mix(FeatureHash.Of(marked.Slice(k, n)), 4), at, at + 1, FeatureKind.Letters);
            }
        }

        void AddConcepts()
        {
            for (var i = 0; i < concepts.Count; i++)
            {
                var hit = concepts[i];
                var hash = hit.Concept < 0 && StopWords.Contains(words[hit.Start].Text) ? 0 : tokens[i];
                if (hash != 0) content.Add((hash, hit.Start, hit.End));
            }

            for (var i = 0; i < content.Count; i++)
            {
                var (a, start, end) = content[i];
                Add(FeatureHash.Mix(a, 11), start, end, FeatureKind.Concepts);
                if (i + 1 < content.Count)
                {
                    var (b, _, endB) = content[i + 1];
                    Add(FeatureHash.Mix(FeatureHash.Mix(a, b), 12), start, endB, FeatureKind.Concepts);
                    if (i + 2 < content.Count) Add(FeatureHash.Mix(FeatureHash.Mix(FeatureHash.Mix(a, b), content[i + 2].Hash), 13), start, content[i + 2].End, FeatureKind.Concepts);
                }

                for (var j = i + 1; j < Math.Min(content.Count, i + 5); j++)
                {
                    var b = content[j].Hash;
                    Add(FeatureHash.Mix(a < b ? FeatureHash.Mix(a, b) : FeatureHash.Mix(b, a), 14), start, content[j].End, FeatureKind.Concepts);
                }
            }
        }
    }

    /// <summary>Marks for where a stretch begins and ends.</summary>
    public void Edges(int start, int end, Span<Feature> edges)
    {
        var next = Math.Min(start + 1, end - 1);
        edges[0] = new Feature(FeatureHash.Mix(_shapes[start], 21), (short)start, (short)(start + 1), FeatureKind.Words);
        edges[1] = new Feature(FeatureHash.Mix(_shapes[end - 1], 22), (short)(end - 1), (short)end, FeatureKind.Words);
        edges[2] = new Feature(FeatureHash.Mix(FeatureHash.Mix(_shapes[start], _shapes[next]), 23), (short)start, (short)(next + 1), FeatureKind.Words);
        edges[3] = new Feature(FeatureHash.Mix((uint)Math.Min(end - start, 6), 24), (short)start, (short)end, FeatureKind.Concepts);

        // "¿Mandan a Salta? ¿Cuánto?": a piece leans on what stands before it.
        var (last, before) = (0u, 0u);
        foreach (var (hash, _, contentEnd) in _content)
        {
            if (contentEnd > start) break;
            (before, last) = (last, hash);
        }

        edges[4] = new Feature(FeatureHash.Mix(last, 25), (short)start, (short)end, FeatureKind.Concepts);
        edges[5] = new Feature(FeatureHash.Mix(before, 25), (short)start, (short)end, FeatureKind.Concepts);
    }

    public const int EdgeCount = 6;
}

internal static class FeatureHash
{
    public static uint Of(ReadOnlySpan<char> text)
    {
        var hash = 2166136261u;
        foreach (var c in text) hash = (hash ^ c) * 16777619u;
        return hash;
    }

    public static uint Mix(uint a, uint b)
    {
        var hash = (a * 0x9E3779B1u) ^ (b + 0x7F4A7C15u + (a << 6) + (a >> 2));
        hash ^= hash >> 15;
        hash *= 0x85EBCA77u;
        return hash ^ (hash >> 13);
    }
}
