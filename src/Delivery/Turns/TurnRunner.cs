using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Diagnostics;
using MeliBot.Delivery.Work;
using Microsoft.Extensions.Logging;

namespace MeliBot.Delivery.Turns;

internal sealed class TurnRunner(ITurnStore store, ConversationLocks locks, TimeProvider time, DeliveryMeters meters, ILogger<TurnRunner> logger) : ITurnRunner
{
    private const int MostTries = 20;

    // Long enough for a turn that merely started this one and goes on to its end.
    private static readonly TimeSpan NestedPatience = TimeSpan.FromSeconds(10);

    public async Task<CommitResult> RunAsync(ConversationRef conversation, Func<ConversationSnapshot, CancellationToken, Task<TurnCommit?>> turn, CancellationToken cancellationToken)
    {
        using var patience = locks.HeldByCaller(conversation) ? new CancellationTokenSource(NestedPatience, time) : null;
        return await locks.RunAsync(conversation, () => TryAsync(conversation, turn, cancellationToken), patience?.Token ?? CancellationToken.None, cancellationToken)
            ?? throw new InvalidOperationException(
                $"A turn of {conversation.Id} waits for another turn of the same conversation that it started itself, so neither can end. Start it without awaiting it, or send the text in the running turn.");
    }

    private async Task<CommitResult> TryAsync(ConversationRef conversation, Func<ConversationSnapshot, CancellationToken, Task<TurnCommit?>> turn, CancellationToken cancellationToken)
    {
        CommitResult? result = null;
        for (var tries = 0; tries < MostTries; tries++)
        {
            ConversationSnapshot snapshot;
            using (DeliverySpans.Start(DeliverySpans.TurnLoad, conversation.Account, conversation.Id))
                snapshot = await store.LoadAsync(conversation, cancellationToken);
            TurnCommit? commit;
            using (DeliverySpans.Start(DeliverySpans.TurnRun, conversation.Account, conversation.Id))
                commit = await turn(snapshot, cancellationToken);
            if (commit is null)
                return new CommitResult(true, null, []);
            using (DeliverySpans.Start(DeliverySpans.TurnCommit, conversation.Account, conversation.Id))
                result = await store.CommitAsync(commit, time.GetUtcNow(), cancellationToken);
            meters.Turn(result.Committed ? "committed" : "conflict");
            if (result.Committed)
                return result;
            Log.TurnConflict(logger, conversation.Id, result.Conflict);
        }

        throw new TurnConflictException($"The turn lost its race for {result?.Conflict} {MostTries} times; nothing of it was committed. Others keep changing the conversation or that state: try again later.");
    }
}
