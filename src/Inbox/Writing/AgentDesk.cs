using MeliBot.Adapter;
using MeliBot.Adapter.Outbound.Senders;
using MeliBot.Adapter.Turns;
using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Drafts;
using MeliBot.Delivery.Effects;
using MeliBot.Delivery.Parking;
using MeliBot.Inbox.Conversations;
using MeliBot.MercadoLibre;

namespace MeliBot.Inbox.Writing;

/// <summary>What an agent does in a conversation. Every act is decided in the store's own transaction: of two who answer, one wins and the other is told.</summary>
internal sealed class AgentDesk(
    IDraftStore drafts, IEffectStore effects, IParkingStore parking, IHandoffs handoffs, AnswerPreview preview, IMercadoLibreClient client, TimeProvider time)
{
    private DateTimeOffset Now => time.GetUtcNow();

    public async Task<Written> ApproveAsync(DraftView draft, string agent, CancellationToken cancellationToken) =>
        Of(await drafts.ApproveAsync(draft.Id, agent, Now, cancellationToken));

    public async Task<Written> DiscardAsync(DraftView draft, string agent, CancellationToken cancellationToken) =>
        Of(await drafts.DiscardAsync(draft.Id, agent, Now, cancellationToken));

    /// <summary>Says this instead of whatever was proposed or is on its way.</summary>
    public async Task<Written> AnswerAsync(ConversationRef conversation, QuestionView question, string typed, string agent, CancellationToken cancellationToken)
    {
        var previewed = preview.Of(typed);
        if (!previewed.CanBeSent) return new Written(WriteResult.NotAllowed, previewed.Problems.Concat(previewed.Findings).FirstOrDefault());
        var payload = new AnswerPayload(question.Number, previewed.Line!).ToJson();
        if (question.Draft is { } draft) return Of(await drafts.ApproveEditedAsync(draft.Id, payload, agent, Now, cancellationToken));
        if (question.Slot is { } slot) return Of(await effects.TakeOverAsync(slot.Key, slot.Epoch, payload, Author(agent), Now, cancellationToken));

        var plan = new EffectPlan
        {
            Key = Adapter.Inbound.QuestionKeys.Answer(conversation.Account, question.Number),
            Kind = AnswerPayload.Kind,
            Payload = payload,
            Author = Author(agent),
            Activity = question.Id,
            DueAt = Now,
        };
        return await effects.PlanAsync(conversation, plan, Now, cancellationToken) ? new Written(WriteResult.Done) : new Written(WriteResult.TooLate);
    }

    public Task TakeOverAsync(ConversationRef conversation, string agent, CancellationToken cancellationToken) =>
        handoffs.AcceptAsync(conversation.Id, agent, cancellationToken: cancellationToken);

    public Task HandBackAsync(ConversationRef conversation, CancellationToken cancellationToken) =>
        handoffs.CompleteAsync(conversation.Id, cancellationToken: cancellationToken);

    public async Task<Written> ReplayAsync(long parked, CancellationToken cancellationToken) =>
        await parking.ReplayAsync(parked, Now, cancellationToken) ? new Written(WriteResult.Done) : new Written(WriteResult.TooLate);

    /// <summary>Deletes the question on Mercado Libre, for everybody and for good.</summary>
    public Task<Written> DeleteAsync(ConversationRef conversation, QuestionView question, CancellationToken cancellationToken) =>
        AskAsync(() => client.For(conversation.Account).Questions.DeleteAsync(question.Number, cancellationToken));

    /// <summary>The buyer can't ask this seller any more, on any listing. Open questions of theirs can't be answered then.</summary>
    public Task<Written> BlockAsync(ConversationRef conversation, long buyer, CancellationToken cancellationToken) =>
        AskAsync(() => client.For(conversation.Account).Questions.BlacklistAsync(conversation.Account, new BlacklistRequest(buyer), cancellationToken));

    private static async Task<Written> AskAsync(Func<Task> call)
    {
        try
        {
            await call();
            return new Written(WriteResult.Done);
        }
        catch (MercadoLibreException failure)
        {
            return new Written(WriteResult.Refused, PlatformReasons.Of(failure.Error));
        }
    }

    private static string Author(string agent) => "agent:" + agent;

    private static Written Of(DraftResult result) => new(result switch
    {
        DraftResult.Done => WriteResult.Done,
        DraftResult.Missing => WriteResult.Missing,
        _ => WriteResult.TooLate,
    });

    private static Written Of(TakeOverResult result) => new(result switch
    {
        TakeOverResult.TakenOver => WriteResult.Done,
        TakeOverResult.Missing => WriteResult.Missing,
        TakeOverResult.Sending => WriteResult.BeingSent,
        TakeOverResult.AlreadyFinal => WriteResult.Closed,
        _ => WriteResult.TooLate,
    });
}
