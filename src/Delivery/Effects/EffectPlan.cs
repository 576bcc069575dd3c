namespace MeliBot.Delivery.Effects;

/// <summary>
/// An effect that a turn, a person or a caller wants. Planning a key that exists already changes nothing, unless it is refused or parked: then a new revision replaces it.
/// What was seen closed stays closed, and the bot never replaces a person's words.
/// </summary>
public sealed record EffectPlan
{
    /// <inheritdoc cref="EffectSlot.Key"/>
    public required string Key { get; init; }

    public required string Kind { get; init; }

    public required string Payload { get; init; }

    public string Author { get; init; } = "bot";

    public string? Activity { get; init; }

    public string? Chain { get; init; }

    public int Position { get; init; }

    public required DateTimeOffset DueAt { get; init; }

    /// <summary>The sending transaction refuses (parks) it when the conversation's owner is then not the author's kind.</summary>
    public bool OwnerChecked { get; init; }
}
