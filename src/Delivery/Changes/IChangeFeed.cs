namespace MeliBot.Delivery.Changes;

/// <summary>One committed change, for live pages and analytics.</summary>
/// <param name="Sequence">Rises without gaps that matter; a cursor.</param>
/// <param name="What">For example <c>activity</c>, <c>turn</c>, <c>effect:sent</c>, <c>owner</c>, <c>parked</c>.</param>
/// <param name="Key">Of the thing that changed.</param>
public sealed record Change(long Sequence, DateTimeOffset At, long Account, string? Conversation, string What, string Key);

public interface IChangeFeed
{
    Task<IReadOnlyList<Change>> ReadAsync(long after, int max, CancellationToken cancellationToken);

    Task<long> LastAsync(CancellationToken cancellationToken);

    /// <summary>Completes when something was committed after <paramref name="after"/>.</summary>
    Task WaitAsync(long after, CancellationToken cancellationToken);
}
