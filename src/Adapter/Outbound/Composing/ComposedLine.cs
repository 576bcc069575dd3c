namespace MeliBot.Adapter.Outbound.Composing;

/// <summary>A piece of the answer: a fragment, or the greeting or closing that a core began or ended with.</summary>
internal sealed record Part(int Fragment, FragmentRole Role, string Text);

/// <summary>Parts joined by single spaces, each sentence said once; knows for every character which part it came from.</summary>
internal sealed class ComposedLine
{
    private readonly IReadOnlyList<Part> _parts;
    private readonly List<(int Part, string Text)> _removed = [];
    private int[] _owners;

    public ComposedLine(IReadOnlyList<Part> parts)
    {
        _parts = parts;
        Text = string.Join(' ', parts.Select(part => part.Text));
        _owners = new int[Text.Length];
        var at = 0;
        for (var i = 0; i < parts.Count; i++)
        {
            if (i > 0) _owners[at++] = -1;
            Array.Fill(_owners, i, at, parts[i].Text.Length);
            at += parts[i].Text.Length;
        }

        // Taking one sentence out can bring two others together, so it goes on until nothing repeats.
        while (RemoveRepeats())
        {
        }
    }

    public string Text { get; private set; }

    public IEnumerable<(Part Part, string Text)> Removed => _removed.Select(removed => (_parts[removed.Part], removed.Text));

    public IEnumerable<(Part Part, int Start, int Length)> Spans()
    {
        foreach (var (part, start, length) in Runs(0, Text.Length))
        {
            // What a repeat left behind may begin or end with the space that stood beside it.
            var said = Text.AsSpan(start, length);
            var from = start + said.Length - said.TrimStart(' ').Length;
            var trimmed = said.Trim(' ').Length;
            if (trimmed > 0) yield return (_parts[part], from, trimmed);
        }
    }

    private bool RemoveRepeats()
    {
        var parsed = new ParsedText(Text);
        if (parsed.Keys.Count < 2) return false;
        var said = new HashSet<string>(parsed.Keys.Count, StringComparer.Ordinal);
        var repeats = new List<Range>();
        var before = "";
        for (var i = 0; i < parsed.Keys.Count; i++)
        {
            var (sentence, key) = (parsed.Ranges[i], parsed.Keys[i]);
            var isRepeat = Phrases.IsBareAnswer(key) ? string.Equals(key, before, StringComparison.Ordinal) : !said.Add(key);
            if (isRepeat) repeats.Add(sentence);
            before = key;
        }

        if (repeats.Count == 0) return false;
        var kept = new bool[Text.Length];
        Array.Fill(kept, true);
        foreach (var repeat in repeats)
        {
            var (start, length) = repeat.GetOffsetAndLength(Text.Length);
            _removed.AddRange(Runs(start, length).Select(run => (run.Part, Text.Substring(run.Start, run.Length).Trim(' '))));
            // With the space before it: a repeat is never the first sentence.
            Array.Fill(kept, false, start - 1, length + 1);
        }

        Text = string.Concat(Text.Where((_, i) => kept[i]));
        _owners = [.. _owners.Where((_, i) => kept[i])];
        return true;
    }

    private List<(int Part, int Start, int Length)> Runs(int from, int length)
    {
        var runs = new List<(int Part, int Start, int Length)>();
        for (var i = from; i < from + length; i++)
        {
            if (_owners[i] < 0) continue;
            if (runs.Count > 0 && runs[^1] is var last && last.Part == _owners[i] && last.Start + last.Length == i) runs[^1] = (last.Part, last.Start, last.Length + 1);
            else runs.Add((_owners[i], i, 1));
        }

        return runs;
    }
}
