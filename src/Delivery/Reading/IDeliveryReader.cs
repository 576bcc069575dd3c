using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Drafts;
using MeliBot.Delivery.Effects;
using MeliBot.Delivery.Turns;

namespace MeliBot.Delivery.Reading;

/// <summary>What pages and commands show.</summary>
public interface IDeliveryReader
{
    /// <summary>All of them, page by page, in an order of the store's own.</summary>
    /// <param name="after">The last one of the page before; null for the first page.</param>
    /// <param name="max">Of a page.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<IReadOnlyList<ConversationSummary>> ConversationsAsync(ConversationRef? after, int max, CancellationToken cancellationToken);

    /// <summary>Those that changed last, the newest first.</summary>
    /// <param name="account">Null for all.</param>
    /// <param name="max">How many.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<IReadOnlyList<ConversationSummary>> RecentAsync(long? account, int max, CancellationToken cancellationToken);

    /// <summary>Null when no conversation has this id.</summary>
    Task<ConversationRef?> FindConversationAsync(string id, CancellationToken cancellationToken);

    /// <summary>All of a conversation as one moment saw it; null when it isn't stored.</summary>
    Task<ConversationDetail?> ConversationAsync(ConversationRef conversation, CancellationToken cancellationToken);

    /// <summary>Those that were planned last, the newest first. Of a large store it takes a while: no index is kept for it.</summary>
    Task<IReadOnlyList<EffectSlot>> EffectsAsync(long? account, EffectState? state, int max, CancellationToken cancellationToken);

    /// <summary>Of the turns that were committed last, the newest first.</summary>
    Task<IReadOnlyList<TurnRecord>> TurnsAsync(long? account, int max, CancellationToken cancellationToken);

    Task<DeliveryCounts> CountsAsync(CancellationToken cancellationToken);

    /// <summary>Counts all that was ever accepted: of a large store it takes a while.</summary>
    Task<DeliveryBalance> BalanceAsync(CancellationToken cancellationToken);
}

/// <param name="Pending">Activities that await their turn.</param>
/// <param name="UpdatedAt">Of the newest committed change.</param>
public sealed record ConversationSummary(ConversationRef Conversation, long Version, Owner Owner, string? Meta, int Pending, DateTimeOffset UpdatedAt);

/// <param name="Drafts">In the order they were made, decided ones too.</param>
/// <param name="Turns">In the order they were committed.</param>
public sealed record ConversationDetail(ConversationSnapshot Snapshot, IReadOnlyList<DecidedDraft> Drafts, IReadOnlyList<TurnRecord> Turns);

/// <param name="DecidedBy">The person; null while it is open, and when it was superseded.</param>
public sealed record DecidedDraft(Draft Draft, string? DecidedBy, DateTimeOffset? DecidedAt);

/// <summary>Work that isn't finished.</summary>
/// <param name="OldestSignalAt">When the oldest open signal's first hint came; null when none is open.</param>
public sealed record DeliveryCounts(
    long OpenSignals,
    DateTimeOffset? OldestSignalAt,
    long PendingTurns,
    long PlannedEffects,
    long SendingEffects,
    long WaitingEffects,
    long OpenDrafts,
    long ParkedSignals,
    long ParkedTurns,
    long ParkedEffects);
