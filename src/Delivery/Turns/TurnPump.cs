using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Diagnostics;
using MeliBot.Delivery.Reasons;
using MeliBot.Delivery.Work;
using Microsoft.Extensions.Logging;

namespace MeliBot.Delivery.Turns;

/// <summary>Runs the bot over due activities, one turn of a conversation at a time, and commits what it did.</summary>
internal sealed class TurnPump(ITurnStore store, ITurnHandler handler, ConversationLocks locks, PumpTools tools, ILogger<TurnPump> logger)
    : Pump<ConversationRef>(WorkKind.Turns, tools, options => options.TurnConcurrency, logger)
{
    private const int MostTries = 20;
    private static readonly object Ran = new();

    protected override Task<IReadOnlyList<ConversationRef>> FindAsync(DateTimeOffset now, int max, Func<object, bool> inFlight, CancellationToken cancellationToken)
        => store.FindDueAsync(now, max, inFlight, cancellationToken);

    protected override Task<DateTimeOffset?> NextDueAsync(DateTimeOffset after, CancellationToken cancellationToken) => store.NextDueAsync(after, cancellationToken);

    protected override int Ahead(int atOnce) => 2 * atOnce;

    protected override object IdOf(ConversationRef item) => item.Id;

    protected override Task HandleAsync(ConversationRef item, CancellationToken cancellationToken) => locks.RunAsync(
        item,
        async () =>
        {
            await RunAsync(item, cancellationToken);
            return Ran;
        },
        CancellationToken.None,
        cancellationToken);

    private async Task<TurnWork?> LoadAsync(ConversationRef conversation, CancellationToken cancellationToken)
    {
        using var span = DeliverySpans.Start(DeliverySpans.TurnLoad, conversation.Account, conversation.Id);
        var snapshot = await store.LoadAsync(conversation, cancellationToken);
        var now = Now;

        // One that isn't due holds back those after it: turns are in the platform's order.
        var pending = snapshot.Activities.Where(entry => entry.Turn == ActivityTurn.Pending).TakeWhile(entry => entry.DueAt <= now).ToList();
        return pending.Count == 0 ? null : new TurnWork(snapshot, pending, pending[0].Attempts);
    }

    // A lost race isn't a failure, unless the turn itself is what keeps changing its conversation.
    private async Task RunAsync(ConversationRef conversation, CancellationToken cancellationToken)
    {
        for (var tries = 1; await LoadAsync(conversation, cancellationToken) is { } work; tries++)
        {
            if (await IsOverAsync(work, cancellationToken))
                return;
            if (tries < MostTries)
                continue;
            await FailAsync(work, new TurnConflictException($"The turn lost its version race {tries} times. Does the bot change its own conversation beside the turn?"), cancellationToken);
            return;
        }
    }

    private async Task<bool> IsOverAsync(TurnWork work, CancellationToken cancellationToken)
    {
        try
        {
            var commit = await AskAsync(DeliverySpans.TurnRun, work, handler.HandleAsync, cancellationToken);
            if (commit.Handled.Count == 0 && commit.Parked.Count == 0)
                throw new InvalidOperationException("The turn handler neither handled nor parked any pending activity, so the turn would repeat for ever.");
            return await CommitAsync(work, commit, cancellationToken);
        }
        catch (Exception e) when (e is not DeliveryUnavailableException && !(e is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            await FailAsync(work, e, cancellationToken);
            return true;
        }
    }

    private async Task<TurnCommit> AskAsync(string name, TurnWork work, Func<TurnWork, CancellationToken, Task<TurnCommit>> ask, CancellationToken cancellationToken)
    {
        using var span = DeliverySpans.Start(name, work.Snapshot.Conversation.Account, work.Pending[0].Id, work.Pending[0].Trace);
        foreach (var other in work.Pending.Skip(1))
            span.LinkTo(other.Trace);
        using var timeout = new CancellationTokenSource(Tools.Options.Value.HandlerTimeout, Tools.Time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            return await ask(work, both.Token);
        }
        catch (Exception e)
        {
            span.Failed(e);
            if (e is OperationCanceledException && timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
                throw new TimeoutException($"The turn took longer than {Tools.Options.Value.HandlerTimeout} ({DeliveryOptions.Section}:{nameof(DeliveryOptions.HandlerTimeout)}).", e);
            throw;
        }
    }

    /// <summary>False when it lost its race: the conversation is still due, with what moved.</summary>
    private async Task<bool> CommitAsync(TurnWork work, TurnCommit commit, CancellationToken cancellationToken)
    {
        using var span = DeliverySpans.Start(DeliverySpans.TurnCommit, commit.Conversation.Account, commit.Conversation.Id, work.Pending[0].Trace);
        var result = await store.CommitAsync(commit, Now, cancellationToken);
        span?.SetTag(DeliverySpans.OutcomeTag, result.Committed ? "committed" : "conflict");
        Tools.Meters.Turn(result.Committed ? commit.Parked.Count > 0 ? "parked" : "committed" : "conflict");
        if (!result.Committed)
            Log.TurnConflict(Logger, commit.Conversation.Id, result.Conflict);
        return result.Committed;
    }

    private async Task FailAsync(TurnWork work, Exception exception, CancellationToken cancellationToken)
    {
        var (conversation, attempt) = (work.Snapshot.Conversation, work.Attempt + 1);
        var reason = Failure.Reason(DeliveryReasons.TurnFailed, exception);
        if (attempt >= Tools.Options.Value.MaxAttempts)
        {
            Log.TurnGivenUp(Logger, conversation.Id, attempt, Thrown.Silent(exception));

            // Afresh: what the failed turn saw may have moved on, by its own doing even.
            for (var tries = 0; tries < MostTries; tries++)
            {
                if (await LoadAsync(conversation, cancellationToken) is not { } last || last.Pending[0].Id != work.Pending[0].Id)
                    return;
                if (await GiveUpAsync(last, reason, exception, cancellationToken))
                    return;
            }

            return;
        }

        var delay = Tools.Backoff.After(attempt);
        Log.TurnFailed(Logger, conversation.Id, attempt, delay, Thrown.Silent(exception));
        Tools.Meters.Turn("failed");
        using (DeliverySpans.Start(DeliverySpans.TurnFail, conversation.Account, conversation.Id, work.Pending[0].Trace))
            await store.FailAsync(conversation, [work.Pending[0].Id], Now + delay, reason.Text, cancellationToken);
    }

    private async Task<bool> GiveUpAsync(TurnWork work, Reason reason, Exception exception, CancellationToken cancellationToken)
    {
        try
        {
            var commit = await AskAsync(DeliverySpans.TurnGiveUp, work, (given, token) => handler.GiveUpAsync(given, reason, token), cancellationToken);
            if (commit.Handled.Count == 0 && commit.Parked.Count == 0)
                throw new InvalidOperationException("Giving up the turn neither handled nor parked any pending activity.");
            return await CommitAsync(work, commit, cancellationToken);
        }
        catch (Exception e) when (e is not DeliveryUnavailableException && !(e is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            Log.GiveUpFailed(Logger, work.Snapshot.Conversation.Id, Thrown.Silent(e));
            return await CommitAsync(
                work,
                new TurnCommit
                {
                    Conversation = work.Snapshot.Conversation,
                    ExpectedVersion = work.Snapshot.Version,
                    Handled = [],
                    Parked = [work.Pending[0].Id],
                    ParkReason = reason,
                    ParkDetail = Failure.Detail(exception),
                },
                cancellationToken);
        }
    }
}
