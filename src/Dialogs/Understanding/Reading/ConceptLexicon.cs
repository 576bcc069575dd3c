using System.Runtime.InteropServices;

namespace MeliBot.Dialogs.Understanding;

/// <summary>A stretch of words that do one piece of work; a word that concepts.txt doesn't know stands for itself.</summary>
/// <param name="Concept">Index into <see cref="ConceptLexicon.Names"/>, -1 for an unknown word.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ConceptHit(int Concept, int Start, int End);

/// <summary>Reads concepts.txt, whose head explains its form, and finds its words in a question: the longest phrase first.</summary>
internal sealed class ConceptLexicon
{
    public static readonly ConceptLexicon Shipped = Read(Resource.Text("concepts.txt"));

    private readonly Dictionary<string, Entry> _first = new(StringComparer.Ordinal);
    private readonly List<(string Prefix, int Concept)> _prefixes = [];
    private readonly List<string> _names = [];
    private readonly List<uint> _hashes = [];

    public IReadOnlyList<string> Names => _names;

    public static ConceptLexicon Read(string text)
    {
        var lexicon = new ConceptLexicon();
        foreach (var line in text.Split('\n'))
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var concept = lexicon._names.Count;
            lexicon._names.Add(line[..colon]);
            lexicon._hashes.Add(FeatureHash.Of(line.AsSpan(0, colon)) + 7);
            foreach (var form in line[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries)) lexicon.Add(form.TrimEnd('\r'), concept);
        }

        return lexicon;
    }

    public uint HashOf(int concept) => _hashes[concept];

    public int IndexOf(string name) => _names.IndexOf(name);

    public List<ConceptHit> Find(QuestionWord[] words)
    {
        var hits = new List<ConceptHit>(words.Length);
        for (var i = 0; i < words.Length;)
        {
            var (concept, length) = Match(words, i);
            hits.Add(new ConceptHit(concept, i, i + length));
            i += length;
        }

        return hits;
    }

    private void Add(string form, int concept)
    {
        if (form.EndsWith('*'))
        {
            _prefixes.Add((form[..^1], concept));
            return;
        }

        var words = form.Split('_').SelectMany(Abbreviations.WriteOut).ToArray();
        ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(_first, words[0], out var exists);
        if (!exists) entry = new Entry();
        if (words.Length == 1)
        {
            if (entry!.Single < 0) entry.Single = concept;
        }
        else
        {
            entry!.Phrases.Add((words, concept));
        }
    }

    private (int Concept, int Length) Match(QuestionWord[] words, int i)
    {
        var word = words[i].Text;
        if (!_first.TryGetValue(word, out var entry)) return (ByPrefix(word), 1);
        var (best, length) = (entry.Single, 1);
        foreach (var (phrase, concept) in entry.Phrases)
        {
            if (phrase.Length > length && Continues(words, i, phrase)) (best, length) = (concept, phrase.Length);
        }

        return best < 0 ? (ByPrefix(word), 1) : (best, length);
    }

    private int ByPrefix(string word)
    {
        if (word.Length < 4) return -1;
        foreach (var (prefix, concept) in _prefixes)
        {
            if (word.StartsWith(prefix, StringComparison.Ordinal)) return concept;
        }

        return -1;
    }

    private static bool Continues(QuestionWord[] words, int start, string[] phrase)
    {
        if (start + phrase.Length > words.Length) return false;
        for (var k = 1; k < phrase.Length; k++)
        {
            if (words[start + k].Before >= Pause.Stop || words[start + k].Text != phrase[k]) return false;
        }

        return true;
    }

    private sealed class Entry
    {
        public int Single { get; set; } = -1;

        public List<(string[] Words, int Concept)> Phrases { get; } = [];
    }
}
