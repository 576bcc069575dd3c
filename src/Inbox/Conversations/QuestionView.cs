using MeliBot.Adapter.Turns;
using MeliBot.Delivery.Effects;
using MeliBot.Delivery.Reasons;

namespace MeliBot.Inbox.Conversations;

/// <summary>How far a question is.</summary>
public enum QuestionState
{
    /// <summary>Nobody has said anything yet, and it can be answered.</summary>
    Open,

    /// <summary>A proposed answer waits for a person.</summary>
    Proposed,

    /// <summary>Queued, or being sent.</summary>
    OnItsWay,

    /// <summary>Said, but Mercado Libre takes it later: paused listing, question under review.</summary>
    Waiting,

    Answered,

    /// <summary>The seller answered on Mercado Libre itself.</summary>
    Elsewhere,

    /// <summary>Moderation took the answer down.</summary>
    Moderated,

    /// <summary>Mercado Libre refused our answer; the question can still be answered.</summary>
    Refused,

    /// <summary>Our answer couldn't go on and is parked.</summary>
    Parked,

    /// <summary>It can't be answered any more: deleted, banned, listing closed.</summary>
    Closed,
}

/// <summary>One question of a conversation, with everything that happened to it.</summary>
/// <param name="Id">The activity's.</param>
/// <param name="Number">The platform's.</param>
/// <param name="Reason">Why it is where it is; null when nothing needs saying.</param>
/// <param name="Slot">Its answer's slot; null while nobody has tried.</param>
/// <param name="Turns">The bot's turns on it, oldest first.</param>
public sealed record QuestionView(
    string Id,
    long Number,
    string Text,
    DateTimeOffset At,
    QuestionState State,
    Reason? Reason,
    AnswerView? Answer,
    DraftView? Draft,
    SlotView? Slot,
    IReadOnlyList<TurnTrace> Turns)
{
    /// <summary>Somebody may still say something.</summary>
    public bool CanBeAnswered => State is QuestionState.Open or QuestionState.Proposed or QuestionState.Refused or QuestionState.Parked or QuestionState.Waiting or QuestionState.OnItsWay;

    /// <summary>What of it is parked, newest first.</summary>
    public IReadOnlyList<ParkedView> Parked { get; init; } = [];

    /// <summary>The buyer has an answer.</summary>
    public bool IsAnswered => State is QuestionState.Answered or QuestionState.Elsewhere or QuestionState.Moderated;

    /// <summary>It is nobody's move any more.</summary>
    public bool IsSettled => State is QuestionState.Answered or QuestionState.Elsewhere or QuestionState.Moderated or QuestionState.Closed;
}

/// <param name="By"><c>bot</c>, <c>agent:{id}</c> or <c>elsewhere</c>.</param>
/// <param name="Proposed">What the bot had proposed, where a person sent something else.</param>
public sealed record AnswerView(string Text, string By, DateTimeOffset? At, string? Proposed)
{
    /// <summary>When the bot proposed something; null when it didn't, or answered itself.</summary>
    public DateTimeOffset? ProposedAt { get; init; }

    /// <summary>A person sent it as the bot had proposed it.</summary>
    public bool IsAsProposed => ProposedAt is not null && Proposed is null;
}

/// <param name="Reasons">Why it wasn't simply sent.</param>
public sealed record DraftView(string Id, string Text, IReadOnlyList<Reason> Reasons, DateTimeOffset At);

/// <param name="Epoch">As read; a take-over names it.</param>
/// <param name="Text">What would be, or was, sent.</param>
public sealed record SlotView(string Key, long Epoch, EffectState State, string Author, string? Text, Reason? Reason);
