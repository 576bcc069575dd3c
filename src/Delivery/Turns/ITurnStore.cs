using MeliBot.Delivery.Conversations;

namespace MeliBot.Delivery.Turns;

public interface ITurnStore
{
    /// <summary>Conversations whose first pending activity in the platform's order is due, longest waiting first; one that isn't due holds back those after it.</summary>
    Task<IReadOnlyList<ConversationRef>> FindDueAsync(DateTimeOffset now, int max, Func<string, bool> inFlight, CancellationToken cancellationToken);

    /// <summary>When the next conversation falls due after that moment; null when none does.</summary>
    Task<DateTimeOffset?> NextDueAsync(DateTimeOffset after, CancellationToken cancellationToken);

    /// <summary>The conversation as it is now; version 0 and nothing in it when unknown.</summary>
    Task<ConversationSnapshot> LoadAsync(ConversationRef conversation, CancellationToken cancellationToken);

    Task<CommitResult> CommitAsync(TurnCommit commit, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Counts a failed try of these activities and makes them due at <paramref name="dueAt"/>.</summary>
    Task FailAsync(ConversationRef conversation, IReadOnlyList<string> activities, DateTimeOffset dueAt, string reason, CancellationToken cancellationToken);

    /// <summary>In the order they were committed.</summary>
    Task<IReadOnlyList<TurnRecord>> RecordsAsync(ConversationRef conversation, CancellationToken cancellationToken);
}

/// <param name="Committed">False when a version moved on: run the turn again on a fresh snapshot.</param>
/// <param name="Conflict">What moved on, for the log: the conversation or a state key.</param>
/// <param name="PlannedKeys">The effect keys that this commit planned; a key that was taken already isn't among them.</param>
public sealed record CommitResult(bool Committed, string? Conflict, IReadOnlyList<string> PlannedKeys);
