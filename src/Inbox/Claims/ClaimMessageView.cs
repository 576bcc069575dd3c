using MeliBot.Adapter.Turns;
using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Effects;
using MeliBot.Delivery.Reasons;
using MeliBot.Inbox.Conversations;
using MeliBot.Inbox.Sales;

namespace MeliBot.Inbox.Claims;

/// <summary>Who wrote in a claim.</summary>
public enum ClaimAuthor
{
    /// <summary>The other party.</summary>
    Buyer,

    /// <summary>Mercado Libre's person.</summary>
    Mediator,

    Bot,

    /// <summary>A person at this inbox.</summary>
    Person,

    /// <summary>The seller on Mercado Libre, or with another tool.</summary>
    Elsewhere,

    /// <summary>A part that this version doesn't know.</summary>
    Other,
}

/// <summary>One message of a claim. A mediator's markup is gone: what is shown is text.</summary>
/// <param name="Id">The activity's, or the slot's key while the platform has none.</param>
/// <param name="By">Of the seller's: <c>bot</c>, <c>agent:{id}</c> or <c>elsewhere</c>; of another's the platform's word for its part.</param>
public sealed record ClaimMessageView(string Id, string Text, DateTimeOffset At, ClaimAuthor Author, string? By, MessageState State)
{
    /// <summary>The platform's key; null while it has none.</summary>
    public string? Key { get; init; }

    /// <summary>To whom it was written, in the platform's word.</summary>
    public string? Receiver { get; init; }

    /// <summary>Why it is where it is; null when nothing needs saying.</summary>
    public Reason? Reason { get; init; }

    /// <summary>The platform's word for what moderation found; null when it found nothing.</summary>
    public string? Moderation { get; init; }

    public IReadOnlyList<FileView> Files { get; init; } = [];

    public DateTimeOffset? ReadAt { get; init; }

    /// <summary>Of a message that is still ours alone.</summary>
    public EffectState? Sending { get; init; }

    /// <summary>The bot's turns on it, oldest first.</summary>
    public IReadOnlyList<TurnTrace> Turns { get; init; } = [];

    /// <summary>Whether the bot has seen it.</summary>
    public ActivityTurn Turn { get; init; }

    /// <summary>What of it is parked.</summary>
    public IReadOnlyList<ParkedView> Parked { get; init; } = [];

    public bool IsIncoming => Author is ClaimAuthor.Buyer or ClaimAuthor.Mediator or ClaimAuthor.Other;
}

/// <summary>An action that the bot proposes; only a person does it.</summary>
/// <param name="Action">The house's word, or one that a newer bot has.</param>
public sealed record ProposalView(string Id, DateTimeOffset At, string Action, int? Percentage, string? Reason);

/// <summary>An action that a person confirmed.</summary>
/// <param name="Key">Of its slot.</param>
/// <param name="By"><c>agent:{id}</c>.</param>
public sealed record ClaimActView(string Key, DateTimeOffset At, string Action, int? Percentage, decimal? Amount, string? Currency, string By, EffectState State, Reason? Reason)
{
    /// <summary>Id of the proposal that it follows.</summary>
    public string? Proposal { get; init; }

    public IReadOnlyList<ParkedView> Parked { get; init; } = [];

    public bool IsOnItsWay => State is EffectState.Planned or EffectState.Sending or EffectState.Waiting;
}
