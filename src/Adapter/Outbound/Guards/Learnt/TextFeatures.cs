using System.Runtime.InteropServices;

namespace MeliBot.Adapter.Outbound.Guards.Learnt;

/// <summary>
/// A text as words in a row (one to three), as pieces of words (two to five letters), as families of words that follow each other within a few words ("give … your … telephone"),
/// and as pairs of words that stand near each other, each hashed into a place of its table. Figures count as figures, not by their value.
/// </summary>
internal static class TextFeatures
{
    /// <summary>Places of a table; the words' come first, then those of the pieces, then the families', then the pairs'.</summary>
    public const int Table = 1 << 16;

    public const int Tables = 4;

    /// <summary>How many words apart, and after how many others, a family is still said with the one before it.</summary>
    private const int Apart = 8;
    private const int Others = 5;

    /// <summary>Two words are a pair up to so many words apart, by so many letters of each: their endings tell the person and the number, which the pieces have already.</summary>
    private const int PairApart = 3;
    private const int Stem = 5;

    /// <summary>The third of three stands so near behind the second.</summary>
    private const int ThirdApart = 4;

    /// <summary>How often each feature stands in the text.</summary>
    /// <param name="folded">Lower case, without accents.</param>
    public static Dictionary<int, int> Of(ReadOnlySpan<char> folded)
    {
        var counts = new Dictionary<int, int>();
        var words = Words(folded);
        for (var at = 0; at < words.Count; at++)
        {
            var hash = Start;
            for (var length = 0; length < 3 && at + length < words.Count; length++)
            {
                foreach (var c in words[at + length]) hash = Add(hash, c);
                hash = Add(hash, ' ');
                Count(Place(hash));
            }
        }

        foreach (var word in words)
        {
            var framed = $" {word} ";
            for (var length = 2; length <= 5; length++)
            {
                for (var at = 0; at < Math.Max(1, framed.Length - length + 1); at++)
                {
                    var hash = Start;
                    foreach (var c in framed.AsSpan(at, Math.Min(length, framed.Length - at))) hash = Add(hash, c);
                    Count(Table + Place(hash));
                }
            }
        }

        AddFamilies();
        AddPairs();
        return counts;

        void AddPairs()
        {
            for (var first = 0; first < words.Count; first++)
            {
                var one = Add(AddStem(Start, words[first]), '>');
                for (var second = first + 1; second < words.Count && second <= first + PairApart; second++) Count((3 * Table) + Place(AddStem(one, words[second])));
            }
        }

        void AddFamilies()
        {
            var said = new List<(int Family, int Word)>();
            for (var word = 0; word < words.Count; word++)
            {
                foreach (var family in WordFamilies.Shipped.Of(words[word])) said.Add((family, word));
            }

            for (var first = 0; first < said.Count; first++)
            {
                var one = AddFamily(Start, said[first].Family);
                Count((2 * Table) + Place(one));
                for (var second = first + 1; second < said.Count && second <= first + Others && said[second].Word - said[first].Word <= Apart; second++)
                {
                    if (said[second].Word == said[first].Word) continue;
                    var two = AddFamily(Add(one, '>'), said[second].Family);
                    Count((2 * Table) + Place(two));
                    if (said[second].Word == said[first].Word + 1) Count((2 * Table) + Place(Add(two, '.')));
                    for (var third = second + 1; third < said.Count && third <= second + 2 && said[third].Word - said[second].Word <= ThirdApart; third++)
                    {
                        if (said[third].Word != said[second].Word) Count((2 * Table) + Place(AddFamily(Add(two, '>'), said[third].Family)));
                    }
                }
            }
        }

        void Count(int place) => CollectionsMarshal.GetValueRefOrAddDefault(counts, place, out _)++;
    }

    private static uint AddStem(uint hash, string word)
    {
        foreach (var c in word.AsSpan(0, Math.Min(word.Length, Stem))) hash = Add(hash, c);
        return hash;
    }

    private static List<string> Words(ReadOnlySpan<char> folded)
    {
        var words = new List<string>();
        var start = -1;
        Span<char> plain = stackalloc char[64];
        for (var i = 0; i <= folded.Length; i++)
        {
            var inside = i < folded.Length && (char.IsLetterOrDigit(folded[i]) || folded[i] is '@' or '$' or '%');
            if (inside && start < 0) start = i;
            // What is longer than any word is taken in parts.
            if ((inside && i - start < plain.Length) || start < 0) continue;
            var word = plain[..(i - start)];
            for (var at = 0; at < word.Length; at++) word[at] = char.IsDigit(folded[start + at]) ? '0' : folded[start + at];
            words.Add(word.ToString());
            start = inside ? i : -1;
        }

        return words;
    }

    // FNV-1a: the same everywhere and for good, which the shipped weights rest on.
    private const uint Start = 2166136261;

    private static uint Add(uint hash, char c) => (hash ^ c) * 16777619;

    /// <summary>Twice, because one small number more changes few bits.</summary>
    private static uint AddFamily(uint hash, int family) => Add(Add(hash, (char)(family + 1)), (char)(family + 257));

    private static int Place(uint hash) => (int)((hash ^ (hash >> 16)) & (Table - 1));
}
