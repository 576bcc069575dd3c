namespace MeliBot.Delivery.Effects;

public interface IEffectStore
{
    Task<EffectSlot?> FindAsync(string key, CancellationToken cancellationToken);

    /// <summary>
    /// Takes due planned and waiting slots, and expired sending ones, into <see cref="EffectState.Sending"/> with epoch + 1; committed when the task completes.
    /// Within a conversation an effect is taken only when no earlier one is planned or sending (held, waiting, refused and parked ones don't block), and of several that are due the one planned first; within a
    /// chain only when all before it are sent.
    /// An owner-checked slot whose conversation has another owner is parked instead, and so is one whose chain broke before it.
    /// </summary>
    Task<IReadOnlyList<EffectLease>> ClaimAsync(DateTimeOffset now, int max, TimeSpan lease, CancellationToken cancellationToken);

    /// <summary>When the next open slot (planned, waiting, or sending until its lease ends) falls due after that moment; null when none does.</summary>
    Task<DateTimeOffset?> NextDueAsync(DateTimeOffset after, CancellationToken cancellationToken);

    /// <summary>True when marked; false when the epoch is stale: somebody else holds the slot now and decides.</summary>
    Task<bool> MarkAsync(EffectLease lease, EffectOutcome outcome, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>A person replaces a slot's payload while it is planned, waiting, refused or parked: epoch + 1, revision + 1, planned and due now.</summary>
    Task<TakeOverResult> TakeOverAsync(string key, long expectedEpoch, string payload, string author, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Plans an effect outside a turn (a caller's idempotency key, a person's reply). False when the key was taken (<see cref="EffectPlan"/>).</summary>
    Task<bool> PlanAsync(Conversations.ConversationRef conversation, EffectPlan plan, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>What waits for one of these reasons is due now: what it waited for has happened.</summary>
    /// <param name="reasons">Their codes.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task WakeAsync(IReadOnlyList<string> reasons, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>After a restart of a store with a single host: every lease is expired, because its holder is gone. A slot that waits for its read-back goes on waiting.</summary>
    Task ExpireOrphansAsync(CancellationToken cancellationToken);
}

public enum TakeOverResult
{
    TakenOver,
    Missing,

    /// <summary>The epoch moved on since it was read.</summary>
    Stale,

    /// <summary>It is being sent right now; its outcome decides.</summary>
    Sending,

    /// <summary>It is filled, or can't be filled any more.</summary>
    AlreadyFinal,
}
