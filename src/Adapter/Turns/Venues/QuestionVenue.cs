using MeliBot.Adapter.Inbound;
using MeliBot.Adapter.Outbound.Senders;
using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Effects;
using MeliBot.Delivery.Turns;
using Microsoft.Bot.Schema;

namespace MeliBot.Adapter.Turns.Venues;

/// <summary>Under a listing: one public answer to each question.</summary>
internal sealed class QuestionVenue : Venue
{
    public override TurnCause Cause => TurnCause.Question;

    public override bool IsPresale => true;

    public override GatheredLines Gather(TurnWork work) => new(ActivityJson.Read(work.Pending[0].Payload), [work.Pending[0].Id]);

    public override AnswerTarget OfPending(ConversationSnapshot snapshot, Activity activity) => AnswerTarget.OfQuestion(snapshot, activity);

    public override AnswerTarget Find(ConversationSnapshot snapshot, string? named) => AnswerTarget.Find(snapshot, named);

    public override bool AnyOpen(ConversationSnapshot snapshot) => AnswerTarget.AnyOpen(snapshot);

    public override string EventOrder(DateTimeOffset at, Activity about) => QuestionKeys.EventOrder(at, QuestionKeys.QuestionOf(about.Id));

    public override VenueText Fit(string line, ConversationSnapshot snapshot) => new([line], []);

    public override IReadOnlyList<EffectPlan> Plan(IReadOnlyList<string> texts, Activity answered, TurnScope scope)
    {
        var question = QuestionKeys.QuestionOf(answered.Id);
        return
        [
            new EffectPlan
            {
                Key = QuestionKeys.Answer(scope.Snapshot.Conversation.Account, question),
                Kind = AnswerPayload.Kind,
                Payload = new AnswerPayload(question, texts[0]).ToJson(),
                Activity = answered.Id,
                DueAt = scope.Clock,
            },
        ];
    }
}
