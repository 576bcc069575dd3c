using System.Collections;
using System.Runtime.InteropServices;

namespace MeliBot.Patterns;

/// <summary>Tells in one reading of a text which of several sets of words it holds a word of. Words are found by a hash of their first three characters.</summary>
internal sealed class WordIndex
{
    private const int Head = 3;
    private const int Buckets = 4096;

    /// <summary>By hash: the place behind the first entry; 0 where there is none.</summary>
    private readonly ushort[] _first = new ushort[Buckets];
    private readonly Entry[] _entries;

    /// <summary>What is possible whatever the text.</summary>
    private readonly BitArray _always;

    /// <param name="sets">Null for a set that every text is taken to hold.</param>
    public WordIndex(IReadOnlyList<IReadOnlyList<string>?> sets)
    {
        var entries = new List<Entry>();
        _always = new BitArray(sets.Count);
        for (var set = 0; set < sets.Count; set++)
        {
            if (sets[set] is not { } words || !Takes(words) || entries.Count + words.Count > ushort.MaxValue)
            {
                _always[set] = true;
                continue;
            }

            foreach (var word in words)
            {
                var bucket = Hash(word[0], word[1], word[2]);
                entries.Add(new(word, set, _first[bucket]));
                _first[bucket] = (ushort)entries.Count;
            }
        }

        _entries = [.. entries];
    }

    /// <summary>Words that are too short tell nothing by their head.</summary>
    public static bool Takes(IReadOnlyList<string> words) => words.All(word => word.Length >= Head);

    public BitArray Possible(ReadOnlySpan<char> text)
    {
        var possible = new BitArray(_always);
        for (var at = 0; at + Head <= text.Length; at++)
        {
            for (var next = _first[Hash(text[at], text[at + 1], text[at + 2])]; next != 0; next = _entries[next - 1].Next)
            {
                ref readonly var entry = ref _entries[next - 1];
                if (!possible[entry.Set] && text[at..].StartsWith(entry.Word, StringComparison.Ordinal)) possible[entry.Set] = true;
            }
        }

        return possible;
    }

    private static int Hash(char a, char b, char c) => ((((a * 37) + b) * 37) + c) & (Buckets - 1);

    /// <param name="Next">The place behind the next entry of the same hash; 0 when this is the last.</param>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Entry(string Word, int Set, ushort Next);
}
