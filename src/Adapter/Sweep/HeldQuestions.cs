using System.Globalization;
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
        if (await effects.FindAsync(Key(account, "answer", question.Id), cancellationToken) is not null) return true;
        var conversation = new ConversationRef(Conversation(account, question), account, "questions");
        var snapshot = await turns.LoadAsync(conversation, cancellationToken);
        var id = Key(account, "question", question.Id);
        return snapshot.Activities.Any(activity => string.Equals(activity.Id, id, StringComparison.Ordinal));
    }

    private static string Key(long account, string part, long question) => string.Create(CultureInfo.InvariantCulture, $"{account}:{part}:{question}");

    private static string Conversation(long account, Question question) => question.AskerId is { } asker
        ? string.Create(CultureInfo.InvariantCulture, $"questions:{account}:{question.ItemId}:{asker}")
        : string.Create(CultureInfo.InvariantCulture, $"questions:{account}:{question.ItemId}:question-{question.Id}");
}
