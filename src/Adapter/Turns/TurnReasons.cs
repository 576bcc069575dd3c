using MeliBot.Delivery.Reasons;

namespace MeliBot.Adapter.Turns;

/// <summary>Why a turn wasn't run, failed, or had nothing that it could answer.</summary>
internal static class TurnReasons
{
    public static readonly ReasonCode NotRun = new("turn.not-run", "The bot wasn't run: {0:reason}");
    public static readonly ReasonCode FailedOnQuestion = new("turn.failed-question", "The bot failed {0} times on it: {1:reason} Answer the question by hand, or correct the bot and replay this.");
    public static readonly ReasonCode FailedOnEvent = new("turn.failed-event", "The bot failed {0} times on it: {1:reason} Correct the bot and replay this.");

    public static readonly ReasonCode Answered = new("question.answered", "The question is answered.");
    public static readonly ReasonCode Banned = new("question.banned", "Mercado Libre banned the question.");
    public static readonly ReasonCode Deleted = new("question.deleted", "The question was deleted.");
    public static readonly ReasonCode Disabled = new("question.disabled", "The question is disabled.");
    public static readonly ReasonCode ListingClosed = new("question.listing-closed", "The listing closed before the question was answered.");
    public static readonly ReasonCode Gone = new("question.gone", "The question is gone: Mercado Libre doesn't find it any more.");
    public static readonly ReasonCode OurAnswer = new("question.our-answer", "The question has our answer already.");
    public static readonly ReasonCode AnsweredElsewhere = new("question.answered-elsewhere", "The question was answered outside MeliBot.");
    public static readonly ReasonCode OnItsWay = new("question.on-its-way", "An answer to the question is on its way already; Mercado Libre takes one.");
    public static readonly ReasonCode RefusedOften = new("question.refused-often", "Mercado Libre refused {0} answers to the question; a person should look at it.");
    public static readonly ReasonCode AnswerTakenDown = new("question.answer-taken-down", "Mercado Libre's moderation took the answer down; the question can't be answered again.");

    public static readonly ReasonCode UnknownConversation = new(
        "turn.unknown-conversation", "No conversation \"{0}\" is known. Buyers start conversations on Mercado Libre; a reference comes from one of their activities.");
    public static readonly ReasonCode SeveralOpen = new(
        "turn.several-open", "{0} questions of this conversation are open and the reference names none of them. Set its ActivityId to the question that the text answers.");
    public static readonly ReasonCode NoneOpen = new(
        "turn.none-open", "No question of this conversation is open. On Mercado Libre a seller can only answer: wait for the buyer's next question.");
}
