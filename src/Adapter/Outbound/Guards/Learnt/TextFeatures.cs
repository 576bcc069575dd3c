using System.Runtime.InteropServices;

namespace MeliBot.Adapter.Outbound.Guards.Learnt;

/// <summary>A text as words in a row (one to three) and pieces of words (two to five letters), each hashed into a place of its table. Figures count as figures, not by their value.</summary>
internal static class TextFeatures
{
    /// <summary>Places of a table; the words' come first, then those of the pieces.</summary>
    public const int Table = 1 << 16;

    /// <summary>How often each feature stands in the text.</summary>
    /// <param name="folded">Lower case, without accents.</param>
    public static Dictionary<int, int> Of(string folded)
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

        return counts;

        void Count(int place) => CollectionsMarshal.GetValueRefOrAddDefault(counts, place, out _)++;
    }

    private static List<string> Words(string folded)
    {
        var words = new List<string>();
        var start = -1;
        for (var i = 0; i <= folded.Length; i++)
        {
            var inside = i < folded.Length && (char.IsLetterOrDigit(folded[i]) || folded[i] is '@' or '$' or '%');
            if (inside && start < 0) start = i;
            if (inside || start < 0) continue;
            words.Add(string.Create(i - start, (folded, start), static (span, text) =>
            {
                for (var at = 0; at < span.Length; at++) span[at] = char.IsDigit(text.folded[text.start + at]) ? '0' : text.folded[text.start + at];
            }));
            start = -1;
        }

        return words;
    }

    // FNV-1a: the same everywhere and for good, which the shipped weights rest on.
    private const uint Start = 2166136261;

    private static uint Add(uint hash, char c) => (hash ^ c) * 16777619;

    private static int Place(uint hash) => (int)((hash ^ (hash >> 16)) & (Table - 1));
}
