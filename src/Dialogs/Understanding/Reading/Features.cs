using System.Runtime.CompilerServices;
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

/// <summary>One number, so that many are sorted as numbers: where it starts, where it ends, its hash, its kind.</summary>
internal readonly record struct Feature(ulong Packed)
{
    public Feature(uint hash, int start, int end, FeatureKind kind)
        : this(((ulong)start << 48) | ((ulong)end << 34) | ((ulong)hash << 2) | (ulong)kind)
    {
    }

    /// <summary>First word it needs.</summary>
    public int Start => (int)(Packed >> 48);

    /// <summary>Word after its last.</summary>
    public int End => (int)(Packed >> 34) & 0x3FFF;

    public uint Hash => (uint)(Packed >> 2);

    public FeatureKind Kind => (FeatureKind)(Packed & 3);
}

/// <summary>All features of a question, each with the words that it stands on, so that any stretch of the question can be scored from one reading.</summary>
internal sealed class QuestionFeatures
{
    public const int Kinds = 3;

    private readonly Feature[] _inner;
    private readonly List<(uint Hash, int Start, int End)> _content;
    private readonly uint[] _shapes;

    private QuestionFeatures(QuestionTokens tokens, Feature[] inner, List<(uint Hash, int Start, int End)> content, uint[] shapes)
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
    public ReadOnlySpan<Feature> Inner => _inner;

    public static QuestionFeatures Read(QuestionText text, ConceptLexicon lexicon)
    {
        var words = text.Words;
        var tokens = QuestionTokens.Read(text, lexicon);
        var content = ContentOf(tokens);
        var features = new List<Feature>(words.Length * 36);
        var shapes = Array.ConvertAll(words, word => FeatureHash.Of(WordShape.Of(word.Text)));
        for (var (i, next) = (0, 0); i < words.Length; i++)
        {
            AddWords(shapes, i, features);
            AddLetters(words[i].Text, i, features);
            if (next < content.Count && content[next].Start == i) AddConcepts(CollectionsMarshal.AsSpan(content)[next++..], features);
        }

        var inner = features.ToArray();
        Sort(MemoryMarshal.Cast<Feature, ulong>(inner.AsSpan()));
        return new QuestionFeatures(tokens, inner, content, shapes);
    }

    private static List<(uint Hash, int Start, int End)> ContentOf(QuestionTokens tokens)
    {
        var content = new List<(uint Hash, int Start, int End)>(tokens.Concepts.Count);
        for (var i = 0; i < tokens.Concepts.Count; i++)
        {
            var hit = tokens.Concepts[i];
            var hash = hit.Concept < 0 && StopWords.Contains(tokens.Text.Words[hit.Start].Text) ? 0 : tokens[i];
            if (hash != 0) content.Add((hash, hit.Start, hit.End));
        }

        return content;
    }

    private static void AddWords(uint[] shapes, int at, List<Feature> features)
    {
        var hash = shapes[at];
        features.Add(new Feature(FeatureHash.Mix(hash, 1), at, at + 1, FeatureKind.Words));
        if (at + 1 == shapes.Length) return;
        hash = FeatureHash.Mix(hash, shapes[at + 1]);
        features.Add(new Feature(FeatureHash.Mix(hash, 2), at, at + 2, FeatureKind.Words));
        if (at + 2 == shapes.Length) return;
        features.Add(new Feature(FeatureHash.Mix(FeatureHash.Mix(hash, shapes[at + 2]), 3), at, at + 3, FeatureKind.Words));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddLetters(string word, int at, List<Feature> features)
    {
        if (char.IsAsciiDigit(word[0])) return;
        Span<char> marked = stackalloc char[Math.Min(word.Length, 22) + 2];
        marked[0] = '<';
        word.AsSpan(0, marked.Length - 2).CopyTo(marked[1..]);
        marked[^1] = '>';
        for (var from = 0; from + 2 <= marked.Length; from++)
        {
            // Two to five letters from here, each the one before and a letter more.
            var hash = FeatureHash.Of(marked[from], FeatureHash.Empty);
            for (var last = from + 1; last < Math.Min(marked.Length, from + 5); last++)
            {
                hash = FeatureHash.Of(marked[last], hash);
                features.Add(new Feature(FeatureHash.Mix(hash, 4), at, at + 1, FeatureKind.Letters));
            }
        }
    }

    /// <param name="content">From the concept on.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddConcepts(ReadOnlySpan<(uint Hash, int Start, int End)> content, List<Feature> features)
    {
        var (a, start, end) = content[0];
        features.Add(new Feature(FeatureHash.Mix(a, 11), start, end, FeatureKind.Concepts));
        if (content.Length > 1)
        {
            var two = FeatureHash.Mix(a, content[1].Hash);
            features.Add(new Feature(FeatureHash.Mix(two, 12), start, content[1].End, FeatureKind.Concepts));
            if (content.Length > 2) features.Add(new Feature(FeatureHash.Mix(FeatureHash.Mix(two, content[2].Hash), 13), start, content[2].End, FeatureKind.Concepts));
        }

        for (var near = 1; near < Math.Min(content.Length, 5); near++)
        {
            var b = content[near].Hash;
            features.Add(new Feature(FeatureHash.Mix(a < b ? FeatureHash.Mix(a, b) : FeatureHash.Mix(b, a), 14), start, content[near].End, FeatureKind.Concepts));
        }
    }

    /// <summary>They come word by word, so that none has far to go.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Sort(Span<ulong> features)
    {
        for (var i = 1; i < features.Length; i++)
        {
            var (feature, to) = (features[i], i);
            for (; to > 0 && features[to - 1] > feature; to--) features[to] = features[to - 1];
            features[to] = feature;
        }
    }

    /// <summary>Marks for where a stretch begins and ends.</summary>
    public void Edges(int start, int end, Span<Feature> edges)
    {
        var next = Math.Min(start + 1, end - 1);
        edges[0] = new Feature(FeatureHash.Mix(_shapes[start], 21), start, start + 1, FeatureKind.Words);
        edges[1] = new Feature(FeatureHash.Mix(_shapes[end - 1], 22), end - 1, end, FeatureKind.Words);
        edges[2] = new Feature(FeatureHash.Mix(FeatureHash.Mix(_shapes[start], _shapes[next]), 23), start, next + 1, FeatureKind.Words);
        edges[3] = new Feature(FeatureHash.Mix((uint)Math.Min(end - start, 6), 24), start, end, FeatureKind.Concepts);

        // "¿Mandan a Salta? ¿Cuánto?": a piece leans on what stands before it.
        var (last, before) = (0u, 0u);
        foreach (var (hash, _, contentEnd) in _content)
        {
            if (contentEnd > start) break;
            (before, last) = (last, hash);
        }

        edges[4] = new Feature(FeatureHash.Mix(last, 25), start, end, FeatureKind.Concepts);
        edges[5] = new Feature(FeatureHash.Mix(before, 25), start, end, FeatureKind.Concepts);
    }

    public const int EdgeCount = 6;
}

internal static class FeatureHash
{
    public const uint Empty = 2166136261u;

    public static uint Of(ReadOnlySpan<char> text)
    {
        var hash = Empty;
        foreach (var c in text) hash = Of(c, hash);
        return hash;
    }

    /// <summary>Of a text and a letter more.</summary>
    public static uint Of(char letter, uint before) => (before ^ letter) * 16777619u;

    public static uint Mix(uint a, uint b)
    {
        var hash = (a * 0x9E3779B1u) ^ (b + 0x7F4A7C15u + (a << 6) + (a >> 2));
        hash ^= hash >> 15;
        hash *= 0x85EBCA77u;
        return hash ^ (hash >> 13);
    }
}
