using System.Runtime.ExceptionServices;
using System.Security.Claims;
using MeliBot.Adapter.Inbound;
using MeliBot.Adapter.Turns.Venues;
using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Turns;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace MeliBot.Adapter.Turns;

/// <summary>Turns that a caller starts, one after the other with the conversation's own.</summary>
public sealed class ProactiveTurns
{
    private readonly Func<ITurnRunner> _runner;
    private readonly TurnExecution _execution;
    private readonly TurnOutcomes _outcomes;

    internal ProactiveTurns(Func<ITurnRunner> runner, TurnExecution execution, TurnOutcomes outcomes) =>
        (_runner, _execution, _outcomes) = (runner, execution, outcomes);

    internal async Task RunAsync(
        MercadoLibreAdapter adapter,
        ClaimsIdentity? identity,
        Activity continuation,
        string? audience,
        BotCallbackHandler callback,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(continuation);
        ArgumentNullException.ThrowIfNull(callback);
        if (continuation.ChannelId is { } channel && channel != MercadoLibreChannel.Id)
            throw new MercadoLibreChannelException(ChannelFailure.NotThisChannel, $"The reference is of channel \"{channel}\"; this adapter continues conversations of \"{MercadoLibreChannel.Id}\".");
        if (!QuestionKeys.TryParseConversation(continuation.Conversation?.Id, out var account, out var kind))
            throw new MercadoLibreChannelException(ChannelFailure.NotThisChannel, $"\"{continuation.Conversation?.Id}\" is no conversation of this channel: its id looks like questions:{{account}}:{{item}}:{{buyer}} or orders:{{account}}:{{pack}}.");
        var conversation = new ConversationRef(continuation.Conversation!.Id, account, kind);
        if (TurnScope.Current?.Snapshot.Conversation.Id == conversation.Id)
            throw new MercadoLibreChannelException(ChannelFailure.InsideItsOwnTurn, "A turn can't continue its own conversation: it would wait for itself. Send with the turn's context.");

        continuation.ChannelId = MercadoLibreChannel.Id;
        continuation.Id ??= Guid.NewGuid().ToString();
        var named = continuation.RelatesTo?.ActivityId ?? continuation.Id;
        // The turn may run more than once: each time from the same activity, as the caller gave it.
        var json = ActivityJson.Write(continuation);
        try
        {
            var wanted = 0;
            var result = await _runner().RunAsync(
                conversation,
                async (snapshot, token) =>
                {
                    var target = Venue.Of(conversation).Find(snapshot, named);
                    if (target.Failure == ChannelFailure.UnknownConversation)
                        throw new MercadoLibreChannelException(ChannelFailure.UnknownConversation, target.Reason!.Text);
                    var run = await _execution.RunAsync(adapter, snapshot, ActivityJson.Read(json), TurnCause.Proactive, target, identity, audience, callback, token).ConfigureAwait(false);
                    var commit = await _outcomes.CommitAsync(run, [], 0, token).ConfigureAwait(false);
                    wanted = commit.Effects.Count;
                    return commit;
                },
                cancellationToken).ConfigureAwait(false);
            if (result.PlannedKeys.Count < wanted)
                throw new MercadoLibreChannelException(ChannelFailure.AlreadyBeingAnswered, "Somebody else's answer was first; a buyer is answered once.");
        }
        catch (BotFailedException failed)
        {
            ExceptionDispatchInfo.Capture(failed.InnerException!).Throw();
        }
    }
}
