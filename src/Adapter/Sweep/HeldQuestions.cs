using MeliBot.Adapter.Inbound;
using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Effects;
using MeliBot.Delivery.Turns;
using MeliBot.MercadoLibre;

namespace MeliBot.Adapter.Sweep;

/// <summary>Tells which of the platform's open questions are news.</summary>
public sealed class HeldQuestions(IEffectStore effects, ITurnStore turns)
{
    /// <summary>
    /// Not news: its slot exists (whoever planned it goes on by itself, a refused one is a person's matter), or the question is an activity here (pending, drafted or held).
    /// </summary>
    public async ValueTask<bool> HoldsAsync(long account, Question question, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        if (await effects.FindAsync(QuestionKeys.Answer(account, question.Id), cancellationToken) is not null) return true;
        var conversation = new ConversationRef(QuestionKeys.Conversation(account, question.ItemId ?? "", question.AskerId, question.Id), account, MercadoLibreChannel.Questions);
        var snapshot = await turns.LoadAsync(conversation, cancellationToken);
        var id = QuestionKeys.Activity(account, question.Id);
        return snapshot.Activities.Any(activity => string.Equals(activity.Id, id, StringComparison.Ordinal));
    }
}
