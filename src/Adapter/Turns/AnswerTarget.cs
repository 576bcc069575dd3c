using MeliBot.Adapter.Inbound;
using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Effects;
using MeliBot.Delivery.Reasons;
using MeliBot.MercadoLibre;
using Microsoft.Bot.Schema;
using System.Globalization;

namespace MeliBot.Adapter.Turns;

/// <summary>The question that a turn's text would answer, or why there is none.</summary>
/// <param name="Question">Null when the text has nowhere to go.</param>
/// <param name="Slot">Its answer's slot, when there is one yet.</param>
/// <param name="Failure">Why <paramref name="Question"/> is null.</param>
/// <param name="Reason">The same for people.</param>
internal sealed record AnswerTarget(Activity? Question, EffectSlot? Slot, ChannelFailure? Failure, Reason? Reason)
{
    // A text that was refused this often is a person's matter: the asker may be blocked, and then it never ends.
    private const int MostRevisions = 3;

    /// <summary>The question that is named if it is open, else the only open one.</summary>
    public static AnswerTarget Find(ConversationSnapshot snapshot, string? named)
    {
        if (snapshot.Version == 0)
            return None(ChannelFailure.UnknownConversation, TurnReasons.UnknownConversation.With(snapshot.Conversation.Id));

        var questions = Questions(snapshot).ToList();
        var open = questions.Where(target => target.Question is not null).ToList();
        if (open.Find(target => string.Equals(target.Question!.Id, named, StringComparison.Ordinal)) is { } wanted)
            return wanted;
        return open.Count switch
        {
            1 => open[0],
            > 1 => None(ChannelFailure.SeveralOpenQuestions, TurnReasons.SeveralOpen.With(Number(open.Count))),
            _ => questions.Find(target => target.Failure == ChannelFailure.AlreadyBeingAnswered)
                ?? None(ChannelFailure.NoOpenQuestion, TurnReasons.NoneOpen),
        };
    }

    public static bool AnyOpen(ConversationSnapshot snapshot) => Questions(snapshot).Any(target => target.Question is not null);

    /// <summary>This question if a text may still answer it.</summary>
    public static AnswerTarget OfQuestion(ConversationSnapshot snapshot, Activity question)
    {
        var slot = QuestionKeys.TryParseQuestion(question.Id, out var account, out var id)
            ? snapshot.Effects.FirstOrDefault(effect => string.Equals(effect.Key, QuestionKeys.Answer(account, id), StringComparison.Ordinal))
            : null;
        var status = QuestionStatus.From(QuestionChannelData.Of(question)?.Status ?? "");
        if (OpenQuestion.WhyClosed(status) is { } closed)
            return None(ChannelFailure.NoOpenQuestion, closed) with { Slot = slot };
        return slot?.State switch
        {
            EffectState.Sent => None(ChannelFailure.NoOpenQuestion, TurnReasons.OurAnswer) with { Slot = slot },
            EffectState.AnsweredElsewhere => None(ChannelFailure.NoOpenQuestion, TurnReasons.AnsweredElsewhere) with { Slot = slot },
            EffectState.Planned or EffectState.Sending or EffectState.Waiting =>
                None(ChannelFailure.AlreadyBeingAnswered, TurnReasons.OnItsWay) with { Slot = slot },
            EffectState.Refused or EffectState.Parked when slot.Revision >= MostRevisions =>
                None(ChannelFailure.NoOpenQuestion, TurnReasons.RefusedOften.With(Number(slot.Revision))) with { Slot = slot },
            _ => new AnswerTarget(question, slot, null, null),
        };
    }

    private static IEnumerable<AnswerTarget> Questions(ConversationSnapshot snapshot) => snapshot.Activities
        .Where(entry => entry.Role == ActivityRole.Incoming && QuestionKeys.IsQuestion(entry.Id))
        .Select(entry => OfQuestion(snapshot, ActivityJson.Read(entry.Payload)));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static AnswerTarget None(ChannelFailure failure, Reason reason) => new(null, null, failure, reason);
}
