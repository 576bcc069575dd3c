namespace MeliBot.Dialogs.Understanding;

/// <summary>What a question asks, and what every intent scored.</summary>
/// <param name="Intents">Those that pass their threshold, in the order asked. Empty only for a text without words.</param>
/// <param name="Scores">Probability of every intent, 0 to 1; they are independent and needn't add up to 1.</param>
/// <param name="Segments">The question cut into requests, from left to right.</param>
/// <param name="Slots">What was named, from left to right.</param>
/// <param name="FollowUp">It leans on the question before: "¿y en azul?".</param>
public sealed record UnderstoodQuestion(
    string Text,
    IReadOnlyList<AskedIntent> Intents,
    IReadOnlyDictionary<string, double> Scores,
    IReadOnlyList<QuestionSegment> Segments,
    IReadOnlyList<SlotValue> Slots,
    bool FollowUp)
{
    /// <summary>Of a text that nothing was learnt to understand.</summary>
    public static UnderstoodQuestion Nothing(string text) => new(text, [], new Dictionary<string, double>(StringComparer.Ordinal), [], [], false);

    /// <summary>What the buyer's next question on the same listing may lean on; in lists that state can be read back into.</summary>
    public AskedBefore ToCarryOver() => new() { Intents = Intents.Select(i => i.Name).ToList(), Slots = Slots.ToList() };
}

/// <param name="Score">Probability, 0 to 1.</param>
/// <param name="Span">The buyer's words that ask it.</param>
/// <param name="Slots">What is named there, and what it takes over from the question before.</param>
/// <param name="CarriedOver">The question before asked it; this one only says what is different.</param>
public sealed record AskedIntent(string Name, double Score, TextSpan Span, IReadOnlyList<SlotValue> Slots, bool CarriedOver = false);

/// <param name="Intent">What it asks most likely; null when it asks nothing.</param>
/// <param name="Score">Probability of <paramref name="Intent"/>, 0 to 1; 0 when it asks nothing.</param>
public sealed record QuestionSegment(string Text, TextSpan Span, string? Intent, double Score);

/// <summary>Kept between the questions of a buyer on one listing.</summary>
public sealed record AskedBefore
{
    public IReadOnlyList<string> Intents { get; init; } = [];

    public IReadOnlyList<SlotValue> Slots { get; init; } = [];
}
