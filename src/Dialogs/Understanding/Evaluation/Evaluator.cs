namespace MeliBot.Dialogs.Understanding;

/// <summary>Compares what was understood with what people say is asked.</summary>
public static class Evaluator
{
    public static EvaluationReport Evaluate(IntentModel model, IEnumerable<EvaluationCase> cases)
    {
        ArgumentNullException.ThrowIfNull(model);
        return Compare(cases.Select(c => (c.Text, c.Intents, (IReadOnlyList<string>)[.. model.Understand(c.Text, c.Locale).Intents.Select(i => i.Name)])));
    }

    public static EvaluationReport Compare(IEnumerable<(string Text, IReadOnlyList<string> Asked, IReadOnlyList<string> Found)> answers)
    {
        var counts = new SortedDictionary<string, (int Asked, int Found, int Invented)>(StringComparer.Ordinal);
        var confusions = new Dictionary<string, (string[] Missed, string[] Invented, int Count)>(StringComparer.Ordinal);
        var wrong = new List<WrongQuestion>();
        var questions = 0;
        foreach (var (text, askedList, foundList) in answers)
        {
            questions++;
            var asked = askedList.Where(i => i != IntentExample.NoIntent).ToHashSet(StringComparer.Ordinal);
            var found = foundList.ToHashSet(StringComparer.Ordinal);
            foreach (var intent in asked.Union(found))
            {
                var (a, f, i) = counts.GetValueOrDefault(intent);
                counts[intent] = (a + (asked.Contains(intent) ? 1 : 0), f + (asked.Contains(intent) && found.Contains(intent) ? 1 : 0), i + (asked.Contains(intent) ? 0 : 1));
            }

            if (asked.SetEquals(found)) continue;
            wrong.Add(new WrongQuestion(text, askedList, foundList));
            string[] missed = [.. asked.Except(found).Order(StringComparer.Ordinal)];
            string[] invented = [.. found.Except(asked).Order(StringComparer.Ordinal)];
            var key = string.Join('+', missed) + ">" + string.Join('+', invented);
            confusions[key] = (missed, invented, confusions.GetValueOrDefault(key).Count + 1);
        }

        var figures = counts.Select(c => new IntentFigures(c.Key, c.Value.Asked, c.Value.Found, c.Value.Invented)).ToArray();
        var total = new IntentFigures("", figures.Sum(f => f.Asked), figures.Sum(f => f.Found), figures.Sum(f => f.Invented));
        return new EvaluationReport(
            questions,
            total.Precision,
            total.F1,
            figures.Where(f => f.Asked > 0).Select(f => f.F1).DefaultIfEmpty(1).Average(),
            questions == 0 ? 1 : 1 - ((double)wrong.Count / questions),
            total.Recall,
            1 - total.Precision,
            figures,
            [.. confusions.Values.OrderByDescending(c => c.Count).Select(c => new Confusion(c.Missed, c.Invented, c.Count))],
            wrong);
    }
}
