using MeliBot.Adapter.Inbound;
using MeliBot.Adapter.Outbound.Senders;
using MeliBot.Adapter.Turns;
using MeliBot.Delivery;
using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Drafts;
using MeliBot.Delivery.Effects;
using MeliBot.Delivery.Parking;
using MeliBot.Delivery.Turns;
using MeliBot.Inbox.Conversations;

namespace MeliBot.Inbox.Writing;

/// <summary>What an agent does in a conversation. Every act is decided in the store's own transaction: of two who answer, one wins and the other is told.</summary>
internal sealed class AgentDesk(IDraftStore drafts, IEffectStore effects, IParkingStore parking, IHandoffs handoffs, AnswerPreview preview, TimeProvider time)
{
    private DateTimeOffset Now => time.GetUtcNow();

    public Task<Written> ApproveAsync(DraftView draft, string agent, CancellationToken cancellationToken) =>
        TryAsync(async () => Written.Of(await drafts.ApproveAsync(draft.Id, agent, Now, cancellationToken)));

    public Task<Written> DiscardAsync(DraftView draft, string agent, CancellationToken cancellationToken) =>
        TryAsync(async () => Written.Of(await drafts.DiscardAsync(draft.Id, agent, Now, cancellationToken)));

    /// <summary>Says this instead of whatever was proposed or is on its way.</summary>
    public Task<Written> AnswerAsync(ConversationRef conversation, QuestionView question, string typed, string agent, CancellationToken cancellationToken)
    {
        var previewed = preview.Of(typed);
        return previewed.CanBeSent
            ? TryAsync(() => SayAsync(conversation, question, previewed.Line!, agent, cancellationToken))
            : Task.FromResult(new Written(WriteResult.NotAllowed, previewed.Problems.Concat(previewed.Findings).FirstOrDefault()));
    }

    /// <summary>Says once more what Mercado Libre refused, or what couldn't go on.</summary>
    public Task<Written> AgainAsync(ConversationRef conversation, QuestionView question, string agent, CancellationToken cancellationToken) =>
        question.Slot?.Text is { Length: > 0 } text ? AnswerAsync(conversation, question with { Draft = null }, text, agent, cancellationToken) : Task.FromResult(new Written(WriteResult.Missing));

    /// <summary>The agent speaks from now on, unless somebody else began to since the page was read.</summary>
    public Task<Written> TakeOverAsync(ConversationView view, string agent, string? name, CancellationToken cancellationToken) =>
        TryAsync(async () => new Written(await handoffs.TryAcceptAsync(view.Conversation.Id, agent, view.Owner, name, cancellationToken) ? WriteResult.Done : WriteResult.TooLate));

    public Task<Written> TakeOverAsync(ConversationRef conversation, string agent, CancellationToken cancellationToken) => TryAsync(async () =>
    {
        await handoffs.AcceptAsync(conversation.Id, agent, cancellationToken: cancellationToken);
        return new Written(WriteResult.Done);
    });

    public Task<Written> HandBackAsync(ConversationRef conversation, CancellationToken cancellationToken) => TryAsync(async () =>
    {
        await handoffs.CompleteAsync(conversation.Id, cancellationToken: cancellationToken);
        return new Written(WriteResult.Done);
    });

    public Task<Written> ReplayAsync(long parked, CancellationToken cancellationToken) =>
        TryAsync(async () => new Written(await parking.ReplayAsync(parked, Now, cancellationToken) ? WriteResult.Done : WriteResult.TooLate));

    private async Task<Written> SayAsync(ConversationRef conversation, QuestionView question, string line, string agent, CancellationToken cancellationToken)
    {
        var payload = new AnswerPayload(question.Number, line).ToJson();
        if (question.Draft is { } draft) return Written.Of(await drafts.ApproveEditedAsync(draft.Id, payload, agent, Now, cancellationToken));
        if (question.Slot is { } slot) return Of(await effects.TakeOverAsync(slot.Key, slot.Epoch, payload, Author(agent), Now, cancellationToken));

        var plan = new EffectPlan
        {
            Key = QuestionKeys.Answer(conversation.Account, question.Number),
            Kind = AnswerPayload.Kind,
            Payload = payload,
            Author = Author(agent),
            Activity = question.Id,
            DueAt = Now,
        };
        return new Written(await effects.PlanAsync(conversation, plan, Now, cancellationToken) ? WriteResult.Done : WriteResult.TooLate);
    }

    private static async Task<Written> TryAsync(Func<Task<Written>> act)
    {
        try
        {
            return await act();
        }
        catch (DeliveryUnavailableException)
        {
            return new Written(WriteResult.NotNow, WritingReasons.StoreAway);
        }
        catch (TurnConflictException)
        {
            return new Written(WriteResult.TooLate);
        }
        catch (MercadoLibreChannelException)
        {
            return new Written(WriteResult.Missing);
        }
    }

    private static string Author(string agent) => "agent:" + agent;

    private static Written Of(TakeOverResult result) => new(result switch
    {
        TakeOverResult.TakenOver => WriteResult.Done,
        TakeOverResult.Missing => WriteResult.Missing,
        TakeOverResult.Sending => WriteResult.BeingSent,
        TakeOverResult.AlreadyFinal => WriteResult.Closed,
        _ => WriteResult.TooLate,
    });
}
