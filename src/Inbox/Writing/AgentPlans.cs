using MeliBot.Delivery;
using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Drafts;
using MeliBot.Delivery.Effects;
using MeliBot.Delivery.Turns;
using MeliBot.Inbox.Conversations;

namespace MeliBot.Inbox.Writing;

/// <summary>Stores what a person wants said, all of it in one transaction. Whatever comes into the conversation meanwhile doesn't take it back.</summary>
internal sealed class AgentPlans(ITurnStore turns, IDraftStore drafts, TimeProvider time)
{
    private const int MostTries = 10;

    public async Task<Written> StoreAsync(ConversationRef conversation, IReadOnlyList<EffectPlan> plans, CancellationToken cancellationToken)
    {
        try
        {
            for (var tries = 0; tries < MostTries; tries++)
            {
                var snapshot = await turns.LoadAsync(conversation, cancellationToken);
                var commit = new TurnCommit { Conversation = conversation, ExpectedVersion = snapshot.Version, Handled = [], Effects = plans };
                if ((await turns.CommitAsync(commit, time.GetUtcNow(), cancellationToken)).Committed) return new Written(WriteResult.Done);
            }

            return new Written(WriteResult.NotNow);
        }
        catch (DeliveryUnavailableException)
        {
            return new Written(WriteResult.NotNow, WritingReasons.StoreAway);
        }
    }

    /// <param name="conversation">Where it is said.</param>
    /// <param name="draft">The proposal whose place the plans take; null when they take none's.</param>
    /// <param name="plans">What is said, in its order.</param>
    /// <param name="agent">Who writes.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Written> StoreAsync(ConversationRef conversation, DraftView? draft, IReadOnlyList<EffectPlan> plans, string agent, CancellationToken cancellationToken)
    {
        if (draft is null) return await StoreAsync(conversation, plans, cancellationToken);
        try
        {
            return Written.Of(await drafts.ApproveEditedAsync(draft.Id, plans, agent, time.GetUtcNow(), cancellationToken));
        }
        catch (DeliveryUnavailableException)
        {
            return new Written(WriteResult.NotNow, WritingReasons.StoreAway);
        }
    }
}
