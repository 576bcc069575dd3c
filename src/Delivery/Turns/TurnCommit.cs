using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Drafts;
using MeliBot.Delivery.Effects;
using MeliBot.Delivery.Reasons;
using MeliBot.Delivery.State;

namespace MeliBot.Delivery.Turns;

/// <summary>All that a turn changed; committed in one transaction, or not at all when a version moved on.</summary>
public sealed record TurnCommit
{
    public required ConversationRef Conversation { get; init; }

    public required long ExpectedVersion { get; init; }

    /// <summary>Activities whose turn is done now.</summary>
    public required IReadOnlyList<string> Handled { get; init; }

    /// <summary>Activities whose turn is parked now, with the reason in <see cref="ParkReason"/>.</summary>
    public IReadOnlyList<string> Parked { get; init; } = [];

    public Reason? ParkReason { get; init; }

    public string? ParkDetail { get; init; }

    public IReadOnlyList<ActivityEntry> Activities { get; init; } = [];

    public IReadOnlyList<StateRead> Reads { get; init; } = [];

    public IReadOnlyList<StateWrite> Writes { get; init; } = [];

    public IReadOnlyList<EffectPlan> Effects { get; init; } = [];

    /// <summary>Open drafts of the same activity are superseded by it. A draft of the same id is replaced unless a person approved it.</summary>
    public Draft? Draft { get; init; }

    /// <summary>New owner; null leaves it.</summary>
    public Owner? Owner { get; init; }

    public string? Meta { get; init; }

    /// <summary>What people and replays read later (trace, decision, facts, clock, seed); null for turns that left no trace.</summary>
    public TurnRecord? Record { get; init; }
}

/// <param name="Id">Unique; begins with the account.</param>
/// <param name="Activity">The activity that the turn was about.</param>
/// <param name="Decision">send, draft, hold, drop or shadow.</param>
/// <param name="Payload">Opaque here.</param>
public sealed record TurnRecord(string Id, string Conversation, long Account, string Activity, DateTimeOffset At, string Decision, string Payload);
