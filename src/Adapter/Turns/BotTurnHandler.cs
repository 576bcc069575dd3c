using MeliBot.Adapter.Turns.Venues;
using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Reasons;
using MeliBot.Delivery.Turns;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json.Linq;

namespace MeliBot.Adapter.Turns;

/// <summary>Runs the registered <see cref="IBot"/>, in a service scope of its own, over one pending activity after the other.</summary>
internal sealed class BotTurnHandler(IServiceScopeFactory services, TurnExecution execution, TurnOutcomes outcomes, TimeProvider time, ILogger<BotTurnHandler> logger) : ITurnHandler
{
    public async Task<TurnCommit> HandleAsync(TurnWork work, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        var entry = work.Pending[0];
        var venue = Venue.Of(work.Snapshot.Conversation);
        var (activity, handled) = venue.Gather(work);
        var isBuyers = entry.Role == ActivityRole.Incoming;
        var target = isBuyers ? venue.OfPending(work.Snapshot, activity) : venue.Find(work.Snapshot, activity.RelatesTo?.ActivityId);
        if (isBuyers && target.Question is null)
        {
            TurnLog.Skipped(logger, entry.Id, entry.Conversation, target.Reason!.Text);
            return outcomes.Skip(work, handled, target.Reason!);
        }

        await using var scope = services.CreateAsyncScope();
        var adapter = scope.ServiceProvider.GetRequiredService<MercadoLibreAdapter>();
        var bot = scope.ServiceProvider.GetRequiredService<IBot>();
        var cause = isBuyers ? venue.Cause : TurnCause.Event;
        var run = await execution.RunAsync(adapter, work.Snapshot, activity, cause, target, null, null, bot.OnTurnAsync, cancellationToken).ConfigureAwait(false);
        var commit = await outcomes.CommitAsync(run, handled, work.Attempt, cancellationToken).ConfigureAwait(false);
        return cause == TurnCause.Event && commit.Owner is null && commit.Effects.Count == 0
            ? commit with { Owner = AfterEvent(activity, work.Snapshot) }
            : commit;
    }

    public Task<TurnCommit> GiveUpAsync(TurnWork work, Reason reason, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        TurnLog.GivenUp(logger, work.Pending[0].Id, work.Snapshot.Conversation.Id, work.Attempt + 1);
        return Task.FromResult(TurnOutcomes.GiveUp(work, Venue.Of(work.Snapshot.Conversation).Gather(work).Handled, reason, time.GetUtcNow()));
    }

    private static Owner? AfterEvent(Activity activity, ConversationSnapshot snapshot)
    {
        if (activity.Value is not JObject value || (bool?)value["open"] is not { } open)
            return null;
        return snapshot.Owner.Kind switch
        {
            // Our answer won't go out and nothing else was said, while the buyer still waits.
            OwnerKind.Bot when open => Owner.Waiting,
            // What waited for a person is settled: the bot speaks again.
            OwnerKind.Waiting when !open && !Venue.Of(snapshot.Conversation).AnyOpen(snapshot) => Owner.Bot,
            _ => null,
        };
    }
}
