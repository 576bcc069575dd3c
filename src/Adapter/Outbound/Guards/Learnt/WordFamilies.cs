using System.Collections.Frozen;

namespace MeliBot.Adapter.Outbound.Guards.Learnt;

/// <summary>Words that do the same in a sentence ("pasame", "me deixa"; "celu", "fone"), so that what is learnt of one is known of the others, in both languages. The words stand in <c>families.txt</c>.</summary>
internal sealed class WordFamilies
{
    private const int ShortestBeginning = 3;
    private static readonly Lazy<WordFamilies> Lines = new(() => new WordFamilies(Read()));

    private readonly FrozenDictionary<string, int[]>.AlternateLookup<ReadOnlySpan<char>> _words;
    private readonly FrozenDictionary<string, int[]>.AlternateLookup<ReadOnlySpan<char>> _beginnings;
    private readonly int _figures;

    /// <param name="text">A line a family: its name, a colon, its words.</param>
    private WordFamilies(string text)
    {
        Text = text;
        var (words, beginnings) = (new Dictionary<string, int[]>(StringComparer.Ordinal), new Dictionary<string, int[]>(StringComparer.Ordinal));
        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (line[0] == '#') continue;
            foreach (var word in line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var (into, key) = word[^1] == '*' ? (beginnings, word[..^1]) : (words, word);
                into[key] = into.TryGetValue(key, out var others) ? [.. others, _figures] : [_figures];
            }

            _figures++;
        }

        _words = words.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        _beginnings = beginnings.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        FiguresByLength = [.. Enumerable.Range(0, 5).Select(i => new[] { _figures + i })];
    }

    public static WordFamilies Shipped => Lines.Value;

    public string Text { get; }

    /// <summary>Figures with letters among them, few figures, a price's, a year's or a house's, a telephone's.</summary>
    private int[][] FiguresByLength { get; }

    /// <summary>Numbers of the families of a word, whose figures are all written 0.</summary>
    public int[] Of(ReadOnlySpan<char> word)
    {
        if (word[0] is '0' or '$') return FiguresByLength[word.ContainsAnyInRange('a', 'z') ? 0 : word.Length switch { < 3 => 1, < 5 => 2, < 8 => 3, _ => 4 }];
        if (_words.TryGetValue(word, out var families)) return families;
        for (var length = word.Length; length >= ShortestBeginning; length--)
        {
            if (_beginnings.TryGetValue(word[..length], out families)) return families;
        }

        return [];
    }

    private static string Read()
    {
        using var file = typeof(WordFamilies).Assembly.GetManifestResourceStream("suspicion.families") ?? throw new InvalidDataException("The assembly lacks the families of words that its model of suspicion was learnt over.");
        using var reader = new StreamReader(file);
        return reader.ReadToEnd();
    }
}
