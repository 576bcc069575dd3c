using MeliBot.Delivery.Effects;
using MeliBot.Delivery.State;

namespace MeliBot.Delivery.Drafts;

public enum DraftState
{
    Open,
    Approved,
    Edited,
    Discarded,

    /// <summary>A newer turn, or an answer from elsewhere, made it moot.</summary>
    Superseded,
}

/// <summary>A reply that waits for a person, with the effects it would plan and the state it would commit.</summary>
public sealed record Draft
{
    /// <summary>Begins with the account.</summary>
    public required string Id { get; init; }

    public required string Conversation { get; init; }

    public required long Account { get; init; }

    /// <summary>The activity it answers.</summary>
    public required string Activity { get; init; }

    public DraftState State { get; init; }

    /// <summary>Text and reasons, opaque here.</summary>
    public required string Payload { get; init; }

    public required IReadOnlyList<EffectPlan> Effects { get; init; }

    /// <summary>Commits only when the draft is approved unchanged.</summary>
    public required IReadOnlyList<StateWrite> StagedState { get; init; }

    public required DateTimeOffset At { get; init; }
}
