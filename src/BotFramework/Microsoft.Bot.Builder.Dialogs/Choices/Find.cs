namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>Finds the words of values in what a person wrote.</summary>
public static class Find
{
    private const int DefaultTokenDistance = 2;

    public static List<ModelResult<FoundChoice>> FindChoices(string utterance, IList<string> choices, FindChoicesOptions options = null) =>
        FindChoices(utterance, ChoiceFactory.ToChoices(choices ?? throw new ArgumentNullException(nameof(choices))), options);

    public static List<ModelResult<FoundChoice>> FindChoices(string utterance, IList<Choice> choices, FindChoicesOptions options = null)
    {
        ArgumentNullException.ThrowIfNull(choices);
        options ??= new FindChoicesOptions();
        var values = choices
            .SelectMany((choice, index) => Names(choice, options).Select(name => new SortedValue { Value = name, Index = index }))
            .ToList();

        return FindValues(utterance, values, options)
            .ConvertAll(found => new ModelResult<FoundChoice>
            {
                Text = found.Text,
                Start = found.Start,
                End = found.End,
                TypeName = "choice",
                Resolution = new FoundChoice
                {
                    Value = choices[found.Resolution.Index].Value,
                    Index = found.Resolution.Index,
                    Score = found.Resolution.Score,
                    Synonym = found.Resolution.Value,
                },
            });
    }

    /// <summary>In the order of the text; each index at most once, each word of the text used at most once, better matches first.</summary>
    public static List<ModelResult<FoundValue>> FindValues(string utterance, List<SortedValue> values, FindValuesOptions options = null)
    {
        ArgumentNullException.ThrowIfNull(values);
        options ??= new FindValuesOptions();
        var tokenizer = options.Tokenizer ?? Tokenizer.DefaultTokenizer;
        var said = tokenizer(utterance ?? string.Empty, options.Locale);

        var candidates = new List<Candidate>();
        foreach (var value in values.Where(value => !string.IsNullOrWhiteSpace(value.Value)).OrderByDescending(value => value.Value.Length))
        {
            var wanted = tokenizer(value.Value.Trim(), options.Locale);
            for (var from = 0; from < said.Count && Match(said, wanted, from, value, options) is { } candidate; from = candidate.Last + 1)
                candidates.Add(candidate);
        }

        var taken = new List<Candidate>();
        foreach (var candidate in candidates.OrderByDescending(candidate => candidate.Score))
        {
            if (taken.TrueForAll(other => other.Value.Index != candidate.Value.Index && (candidate.Last < other.First || candidate.First > other.Last)))
                taken.Add(candidate);
        }

        return taken.OrderBy(candidate => candidate.First).Select(candidate => candidate.ToResult(utterance, said)).ToList();
    }

    private static IEnumerable<string> Names(Choice choice, FindChoicesOptions options)
    {
        if (choice == null)
            yield break;
        if (!options.NoValue)
            yield return choice.Value;
        if (!options.NoAction && choice.Action?.Title is { } title)
            yield return title;
        foreach (var synonym in choice.Synonyms ?? [])
            yield return synonym;
    }

    private static Candidate Match(List<Token> said, List<Token> wanted, int from, SortedValue value, FindValuesOptions options)
    {
        int matched = 0, skipped = 0, first = -1, last = -1, next = from;
        foreach (var word in wanted)
        {
            var at = said.FindIndex(next, token => token.Normalized == word.Normalized);
            if (at < 0)
                continue;
            var distance = matched > 0 ? at - next : 0;
            if (distance > (options.MaxTokenDistance ?? DefaultTokenDistance))
                continue;
            matched++;
            skipped += distance;
            first = first < 0 ? at : first;
            last = at;
            next = at + 1;
        }

        if (matched == 0 || (matched < wanted.Count && !options.AllowPartialMatches))
            return null;
        var complete = (float)matched / wanted.Count;
        var compact = (float)matched / (matched + skipped);
        return new Candidate(value, first, last, complete * compact);
    }

    private sealed record Candidate(SortedValue Value, int First, int Last, float Score)
    {
        public ModelResult<FoundValue> ToResult(string utterance, List<Token> said)
        {
            var (start, end) = (said[First].Start, said[Last].End);
            return new ModelResult<FoundValue>
            {
                Text = utterance[start..(end + 1)],
                Start = start,
                End = end,
                TypeName = "value",
                Resolution = new FoundValue { Value = Value.Value, Index = Value.Index, Score = Score },
            };
        }
    }
}
