using MeliBot.Adapter.Turns;
using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Effects;
using MeliBot.Delivery.Reasons;
using MeliBot.Inbox.Conversations;

namespace MeliBot.Inbox.Sales;

/// <summary>Who wrote a message of a sale.</summary>
public enum MessageAuthor
{
    Buyer,
    Bot,

    /// <summary>A person at this inbox.</summary>
    Person,

    /// <summary>The seller on Mercado Libre, or with another tool.</summary>
    Elsewhere,

    /// <summary>Mercado Libre's own agent, for the buyer.</summary>
    Assistant,
}

/// <summary>How far a message is.</summary>
public enum MessageState
{
    /// <summary>Its reader can see it.</summary>
    Shown,

    /// <summary>Queued, or being sent.</summary>
    OnItsWay,

    /// <summary>Mercado Libre takes it later.</summary>
    Waiting,

    /// <summary>Moderation keeps it, or took it away.</summary>
    Moderated,

    /// <summary>Mercado Libre refused it.</summary>
    Refused,

    /// <summary>It couldn't go on and is parked.</summary>
    Parked,
}

/// <summary>One message of a sale.</summary>
/// <param name="Id">The activity's, or the slot's key while the platform has none.</param>
/// <param name="By">Of the seller's: <c>bot</c>, <c>agent:{id}</c> or <c>elsewhere</c>.</param>
public sealed record MessageView(string Id, string Text, DateTimeOffset At, MessageAuthor Author, string? By, MessageState State)
{
    /// <summary>The platform's; null while it has none.</summary>
    public string? Number { get; init; }

    /// <summary>Why it is where it is; null when nothing needs saying.</summary>
    public Reason? Reason { get; init; }

    /// <summary>The platform's word for what moderation found; null when it found nothing.</summary>
    public string? Moderation { get; init; }

    public IReadOnlyList<FileView> Files { get; init; } = [];

    /// <summary>When the other side read it.</summary>
    public DateTimeOffset? ReadAt { get; init; }

    /// <summary>Of a message that is still ours alone.</summary>
    public EffectState? Sending { get; init; }

    /// <summary>The bot's turns on it, oldest first.</summary>
    public IReadOnlyList<TurnTrace> Turns { get; init; } = [];

    /// <summary>Whether the bot has seen it.</summary>
    public ActivityTurn Turn { get; init; }

    /// <summary>What of it is parked.</summary>
    public IReadOnlyList<ParkedView> Parked { get; init; } = [];

    public bool IsIncoming => Author is MessageAuthor.Buyer or MessageAuthor.Assistant;
}

/// <summary>A file of a message. Strangers sent it: its name is shown as text, and it is never opened here.</summary>
/// <param name="Name">As the sender called it.</param>
/// <param name="Key">By which the platform gives it.</param>
/// <param name="IsThreat">Mercado Libre warns of it.</param>
public sealed record FileView(string Name, string? Key, long? Size, string? Type, bool IsThreat);
