using MeliBot.Dialogs.Understanding;

namespace MeliBot.Dialogs.Playbooks;

/// <summary>A designer's folder, read and found sound: immutable, and everything that a turn needs.</summary>
/// <param name="Version">Of its content: the first 12 hexadecimal digits of the SHA-256 over its files' names and bytes.</param>
/// <param name="Training">What understanding questions is learnt from.</param>
/// <param name="Voices">By site or locale (<c>MLA</c>, <c>es-AR</c>): the keys under which its texts are looked up, in order.</param>
public sealed record Playbook(
    string Name,
    string Version,
    VoiceTable Voices,
    IReadOnlyList<IntentDefinition> Intents,
    TrainingSet Training,
    IReadOnlyDictionary<string, ReplyDefinition> Replies,
    IReadOnlyDictionary<string, DialogDefinition> Dialogs,
    IReadOnlyDictionary<string, LocalText> Texts,
    DecidingRules Deciding,
    GuardRules Guards,
    IReadOnlyList<PlaybookTest> Tests)
{
    /// <summary>What understanding the messages of a sale is learnt from; null where no intent is heard there.</summary>
    public TrainingSet? AfterSale { get; init; }

    /// <summary>What understanding the messages of a claim is learnt from; null where they are understood as those of a sale.</summary>
    public TrainingSet? InClaims { get; init; }
}

/// <param name="Slots">Names of the slots that its questions may fill.</param>
/// <param name="Critical">Voltage, health, child safety, compatibility: never guessed, never sent on low confidence.</param>
public sealed record IntentDefinition(string Name, string About, IReadOnlyList<string> Slots, bool Critical, SourceSpan Source)
{
    /// <summary>Of <see cref="IntentPlaces"/>.</summary>
    public string Place { get; init; } = IntentPlaces.Questions;
}
