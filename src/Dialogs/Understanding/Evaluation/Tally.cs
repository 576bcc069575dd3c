namespace MeliBot.Dialogs.Understanding;

/// <summary>Counts, question by question, what was asked and what was found.</summary>
internal sealed class Tally
{
    private readonly SortedDictionary<string, (int Asked, int Found, int Invented)> _intents = new(StringComparer.Ordinal);
    private readonly Dictionary<(string? Asked, string? Said), int> _confusions = [];
    private readonly List<WrongQuestion> _wrong = [];
    private int _questions;
    private int _segments;
    private int _covered;

    public void Add(EvaluationCase question, IReadOnlyList<string> foundList)
    {
        _questions++;
        var asked = question.Intents.Where(i => i != IntentExample.NoIntent).ToHashSet(StringComparer.Ordinal);
        var found = foundList.ToHashSet(StringComparer.Ordinal);
        foreach (var intent in asked.Union(found))
        {
            var (a, f, i) = _intents.GetValueOrDefault(intent);
            var (isAsked, isFound) = (asked.Contains(intent), found.Contains(intent));
            _intents[intent] = (a + (isAsked ? 1 : 0), f + (isAsked && isFound ? 1 : 0), i + (isAsked ? 0 : 1));
        }

        foreach (var segment in question.Asked)
        {
            if (segment == IntentExample.NoIntent) continue;
            _segments++;
            if (found.Contains(segment)) _covered++;
        }

        if (asked.SetEquals(found)) return;
        _wrong.Add(new WrongQuestion(question.Text, question.Intents, foundList));
        Confuse([.. asked.Except(found).Order(StringComparer.Ordinal)], [.. found.Except(asked).Order(StringComparer.Ordinal)]);
    }

    public EvaluationReport ToReport()
    {
        var figures = _intents.Select(c => new IntentFigures(c.Key, c.Value.Asked, c.Value.Found, c.Value.Invented)).ToArray();
        var total = new IntentFigures("", figures.Sum(f => f.Asked), figures.Sum(f => f.Found), figures.Sum(f => f.Invented));
        return new EvaluationReport(
            _questions,
            total.Precision,
            total.Recall,
            total.F1,
            figures.Where(f => f.Asked > 0).Select(f => f.F1).DefaultIfEmpty(1).Average(),
            _questions == 0 ? 1 : 1 - ((double)_wrong.Count / _questions),
            _segments == 0 ? 1 : (double)_covered / _segments,
            1 - total.Precision,
            figures,
            [.. _confusions.OrderByDescending(c => c.Value).ThenBy(c => c.Key.Asked, StringComparer.Ordinal).ThenBy(c => c.Key.Said, StringComparer.Ordinal).Select(c => new Confusion(c.Key.Asked, c.Key.Said, c.Value))],
            _wrong);
    }

    private void Confuse(string?[] missed, string?[] invented)
    {
        foreach (var asked in missed.DefaultIfEmpty())
        {
            foreach (var said in invented.DefaultIfEmpty()) _confusions[(asked, said)] = _confusions.GetValueOrDefault((asked, said)) + 1;
        }
    }
}
