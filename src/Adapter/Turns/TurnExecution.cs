using System.Security.Claims;
using MeliBot.Adapter.State;
using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.State;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace MeliBot.Adapter.Turns;

/// <summary>What one run of the bot left behind, before anything is decided about it.</summary>
internal sealed record TurnRun(
    TurnScope Scope,
    IReadOnlyList<OutgoingBuffer.Entry> Sent,
    IReadOnlyList<StateRead> Reads,
    IReadOnlyList<StateWrite> Writes);

/// <summary>Runs the bot over one activity with everything staged.</summary>
internal sealed class TurnExecution(IStateStore states, TimeProvider time)
{
    public async Task<TurnRun> RunAsync(
        MercadoLibreAdapter adapter,
        ConversationSnapshot snapshot,
        Activity activity,
        TurnCause cause,
        AnswerTarget target,
        ClaimsIdentity? identity,
        string? audience,
        BotCallbackHandler callback,
        CancellationToken cancellationToken)
    {
        var scope = new TurnScope(snapshot, activity, cause, target, new StagedState(states), time.GetUtcNow());
        await adapter.RunTurnAsync(scope, identity, audience, callback, cancellationToken).ConfigureAwait(false);
        var sent = scope.Buffer.Seal();
        var (reads, writes) = scope.State.Seal();
        return new TurnRun(scope, sent, reads, writes);
    }
}
