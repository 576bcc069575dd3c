using MeliBot.Patterns;

namespace MeliBot.Dialogs.Understanding;

/// <summary>Understands questions. Learnt from a <see cref="TrainingSet"/>; the same set always gives the same model. Safe to use from many threads.</summary>
public sealed class IntentModel
{
    private const float Threshold = 0.5f;

    /// <summary>What a pattern of the playbook is worth.</summary>
    private const float OfPattern = 0.97f;

    private readonly LinearModel _linear;
    private readonly CutModel _cuts;
    private readonly Combiner _combiner;
    private readonly (int Label, string Language, LinearPattern Pattern)[] _patterns;
    private readonly ulong _alone;

    internal IntentModel(IReadOnlyList<string> intents, string contentHash, LinearModel linear, CutModel cuts, Combiner combiner, IReadOnlyList<IntentPattern> patterns)
    {
        Intents = intents;
        ContentHash = contentHash;
        _linear = linear;
        _cuts = cuts;
        _combiner = combiner;
        Patterns = patterns;
        var number = intents.Select((name, i) => (name, i)).ToDictionary(x => x.name, x => x.i, StringComparer.Ordinal);
        _patterns = [.. patterns.Select(p => (number[p.Intent], p.Language, new LinearPattern(p.Regex)))];
        _alone = intents.Where(Exclusive.IsAlone).Aggregate(0UL, (bits, name) => bits | (1UL << number[name]));
    }

    /// <summary>The intents that it knows, in ordinal order.</summary>
    public IReadOnlyList<string> Intents { get; }

    /// <summary>Of the set that it was learnt from.</summary>
    public string ContentHash { get; }

    internal LinearModel Linear => _linear;

    internal CutModel CutModel => _cuts;

    internal Combiner Combiner => _combiner;

    internal IReadOnlyList<IntentPattern> Patterns { get; }

    /// <summary>Takes seconds for some ten thousand examples.</summary>
    public static IntentModel Train(TrainingSet set, CancellationToken cancellationToken = default) => Train(set, new ModelOptions(), cancellationToken);

    internal static IntentModel Train(TrainingSet set, ModelOptions options, CancellationToken cancellationToken)
    {
        if (set.Intents.Count is 0 or > 64)
            throw new ArgumentException($"There are {set.Intents.Count} intents; understanding needs at least 1 and takes at most 64. Add intent files, or merge intents that are answered alike.", nameof(set));
        var (linear, cuts, combiner) = ModelTrainer.Train(set, options, cancellationToken);
        return new IntentModel(set.Intents, set.ContentHash, linear, cuts, combiner, set.Patterns);
    }

    /// <param name="locale">For example <c>es-AR</c>; says which language's patterns hold. Null holds all.</param>
    /// <param name="before">What the buyer asked last on this listing.</param>
    public UnderstoodQuestion Understand(string text, string? locale = null, AskedBefore? before = null)
    {
        var features = QuestionFeatures.Read(QuestionText.Read(text), ConceptLexicon.Shipped);
        var slots = SlotFinder.Find(features, ConceptLexicon.Shipped);
        if (features.Text.Words.Length == 0) return new UnderstoodQuestion(text, [], Intents.ToDictionary(i => i, _ => 0d, StringComparer.Ordinal), [], slots, false);

        var scores = SpanScores.Compute(features, Cuts.Find(features.Tokens, _cuts), _linear);
        var segments = Segmentation.Best(scores);
        var evidence = Evidence.Read(scores, segments);
        var probabilities = new float[Intents.Count];
        for (var c = 0; c < probabilities.Length; c++) probabilities[c] = _combiner.Probability(evidence.Of(c), c);
        var byPattern = MatchPatterns(features.Text, locale);
        foreach (var (label, _) in byPattern) probabilities[label] = Math.Max(probabilities[label], OfPattern);

        var asked = Decide(probabilities);
        var followUp = FollowUps.IsElliptic(features, slots);
        var intents = new List<AskedIntent>();
        for (var c = 0; c < probabilities.Length; c++)
        {
            if (((asked >> c) & 1) == 0) continue;
            var span = byPattern.TryGetValue(c, out var matched) ? matched : SpanOf(c, scores, segments, features.Text);
            intents.Add(new AskedIntent(Intents[c], Round(probabilities[c]), span, [.. slots.Where(s => s.Span.Start >= span.Start && s.Span.End <= span.End)]));
        }

        intents.Sort(static (a, b) => a.Span.Start != b.Span.Start ? a.Span.Start.CompareTo(b.Span.Start) : b.Score.CompareTo(a.Score));
        if (followUp && before is not null) intents = CarryOver(intents, slots, before, text);
        return new UnderstoodQuestion(
            text,
            intents,
            Intents.Select((name, c) => (name, c)).ToDictionary(x => x.name, x => Round(probabilities[x.c]), StringComparer.Ordinal),
            [.. segments.Select(s => Describe(s, scores, features.Text, probabilities))],
            slots,
            followUp);
    }

    /// <summary>Every intent that passes; at least the most likely one; one that stands alone, alone.</summary>
    internal ulong Decide(ReadOnlySpan<float> probabilities)
    {
        var (asked, best) = (0UL, 0);
        for (var c = 0; c < probabilities.Length; c++)
        {
            if (probabilities[c] > probabilities[best]) best = c;
            if (probabilities[c] >= Threshold) asked |= 1UL << c;
        }

        asked |= 1UL << best;
        if ((asked & _alone) != 0 && (asked & (asked - 1)) != 0) asked = ((_alone >> best) & 1) == 1 ? 1UL << best : asked & ~_alone;
        return asked;
    }

    private static List<AskedIntent> CarryOver(List<AskedIntent> intents, List<SlotValue> slots, AskedBefore before, string text)
    {
        var carried = FollowUps.Carried(slots, before).ToArray();
        if (carried.Length == 0) return intents;
        SlotValue[] all = [.. slots, .. FollowUps.Kept(slots, before)];
        return [.. carried.Select(name => new AskedIntent(name, intents.FirstOrDefault(i => i.Name == name)?.Score ?? 0.9, new TextSpan(0, text.Length), all, CarriedOver: true))];
    }

    private static TextSpan SpanOf(int label, SpanScores scores, List<Segment> segments, QuestionText text)
    {
        // All stretches that ask it, from the first to the last that stand together; else where it scores best.
        var at = segments.FindIndex(s => s.Label == label);
        if (at < 0)
        {
            at = 0;
            for (var i = 1; i < segments.Count; i++)
            {
                if (scores.Of(segments[i].First, segments[i].End)[label] > scores.Of(segments[at].First, segments[at].End)[label]) at = i;
            }
        }

        var last = at;
        while (last + 1 < segments.Count && segments[last + 1].Label == label) last++;
        return text.SpanOf(scores.Bounds[segments[at].First], scores.Bounds[segments[last].End]);
    }

    private QuestionSegment Describe(Segment segment, SpanScores scores, QuestionText text, float[] probabilities)
    {
        var span = text.SpanOf(scores.Bounds[segment.First], scores.Bounds[segment.End]);
        return new QuestionSegment(text.Original.Substring(span.Start, span.Length), span, segment.Label < 0 ? null : Intents[segment.Label], segment.Label < 0 ? 0 : Round(probabilities[segment.Label]));
    }

    private Dictionary<int, TextSpan> MatchPatterns(QuestionText text, string? locale)
    {
        var matched = new Dictionary<int, TextSpan>();
        if (_patterns.Length == 0) return matched;
        var folded = string.Join(' ', text.Words.Select(w => w.Text));
        foreach (var (label, language, pattern) in _patterns)
        {
            if (matched.ContainsKey(label) || !Speaks(locale, language) || pattern.Match(folded) is not { Success: true, Length: > 0 } match) continue;
            var first = folded.AsSpan(0, match.Index).Count(' ');
            var end = folded.AsSpan(0, match.Index + match.Length).TrimEnd().Count(' ') + 1;
            matched[label] = text.SpanOf(first, Math.Max(end, first + 1));
        }

        return matched;
    }

    private static bool Speaks(string? locale, string language) =>
        language.Length == 0 || locale is null || locale.StartsWith(language, StringComparison.OrdinalIgnoreCase) || language.StartsWith(locale, StringComparison.OrdinalIgnoreCase);

    private static double Round(float probability) => Math.Round(probability, 4);
}
