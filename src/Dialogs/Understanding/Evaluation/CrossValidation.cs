namespace MeliBot.Dialogs.Understanding;

/// <summary>What to expect on questions like the examples: every example is understood by a model that hasn't seen it.</summary>
public static class CrossValidation
{
    public static EvaluationReport Run(TrainingSet set, int parts = 5, int seed = 99, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(set);
        var fold = Split(set, parts, seed);
        var answers = new List<(EvaluationCase, IReadOnlyList<string>)>();
        for (var part = 0; part < parts; part++) Answer(set, i => fold[i] != part, i => fold[i] == part, answers, cancellationToken);
        return Evaluator.Compare(answers);
    }

    /// <summary>Trains on growing shares of four fifths of the examples, and tries each on the last fifth.</summary>
    public static IReadOnlyList<LearningPoint> LearningCurve(TrainingSet set, IReadOnlyList<double> shares, int seed = 99, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(set);
        const int Grains = 100;
        var fold = Split(set, Grains, seed);
        var points = new List<LearningPoint>();
        foreach (var share in shares)
        {
            var grains = (int)Math.Round(share * Grains * 4 / 5);
            var answers = new List<(EvaluationCase, IReadOnlyList<string>)>();
            var examples = Answer(set, i => fold[i] < grains, i => fold[i] >= Grains * 4 / 5, answers, cancellationToken);
            points.Add(LearningPoint.Of(examples, Evaluator.Compare(answers)));
        }

        return points;
    }

    private static int[] Split(TrainingSet set, int parts, int seed)
    {
        var number = set.Intents.Select((name, i) => (name, i)).ToDictionary(x => x.name, x => x.i, StringComparer.Ordinal);
        return Folds.Of([.. set.Examples.Select(e => e.Intents.Aggregate(0UL, (bits, name) => bits | (number.TryGetValue(name, out var i) ? 1UL << i : 0)))], parts, seed);
    }

    private static int Answer(TrainingSet set, Func<int, bool> learn, Func<int, bool> ask, List<(EvaluationCase, IReadOnlyList<string>)> answers, CancellationToken cancellationToken)
    {
        var learnt = set.Examples.Where((_, i) => learn(i)).ToArray();
        var model = IntentModel.Train(TrainingSet.Of(learnt, set.Negatives, set.Patterns), cancellationToken);
        for (var i = 0; i < set.Examples.Count; i++)
        {
            var example = set.Examples[i];
            if (ask(i) && example.Intents.Count > 0) answers.Add((new EvaluationCase(example.Text, example.Locale, example.Intents), [.. model.Understand(example.Text, example.Locale).Intents.Select(a => a.Name)]));
        }

        return learnt.Length;
    }
}
