namespace MeliBot.Dialogs.Understanding;

/// <summary>Compares what was understood with what people say is asked.</summary>
public static class Evaluator
{
    public static EvaluationReport Evaluate(IntentModel model, IEnumerable<EvaluationCase> cases)
    {
        ArgumentNullException.ThrowIfNull(model);
        return Compare(cases.Select(c => (c, (IReadOnlyList<string>)[.. model.Understand(c.Text, c.Locale).Intents.Select(i => i.Name)])));
    }

    /// <summary>Each text by what understands it where it is written.</summary>
    /// <param name="models">By place, of <see cref="IntentPlaces"/>; null where nothing is understood.</param>
    public static EvaluationReport Evaluate(Func<string, IntentModel?> models, IEnumerable<EvaluationCase> cases)
    {
        ArgumentNullException.ThrowIfNull(models);
        return Compare(cases.Select(c => (c, (IReadOnlyList<string>)[.. models(c.Place)?.Understand(c.Text, c.Locale).Intents.Select(i => i.Name) ?? []])));
    }

    /// <summary>For what another recognizer found.</summary>
    public static EvaluationReport Compare(IEnumerable<(EvaluationCase Case, IReadOnlyList<string> Found)> answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        var tally = new Tally();
        foreach (var (question, found) in answers) tally.Add(question, found);
        return tally.ToReport();
    }

    /// <summary>Learns from growing shares of the examples, and tries what was learnt on the same questions each time: whether more examples would help.</summary>
    /// <param name="shares">Of the examples, 0 to 1.</param>
    public static IReadOnlyList<LearningPoint> LearningCurve(TrainingSet set, IReadOnlyList<EvaluationCase> cases, IReadOnlyList<double> shares, int seed = 99, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(shares);
        var order = Enumerable.Range(0, set.Examples.Count).ToArray();
        new Random(seed).Shuffle(order);
        var points = new List<LearningPoint>();
        foreach (var share in shares)
        {
            var kept = order.Take((int)Math.Round(order.Length * share)).Order().Select(i => set.Examples[i]);
            var part = TrainingSet.Of(kept, set.Negatives, set.Patterns);
            points.Add(LearningPoint.Of(part.Examples.Count, Evaluate(IntentModel.Train(part, cancellationToken), cases)));
        }

        return points;
    }
}
