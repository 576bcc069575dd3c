using MeliBot.Adapter.Outbound.Senders;
using MeliBot.Adapter.Turns;
using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Effects;
using MeliBot.Delivery.Reasons;
using MeliBot.Delivery.Signals;
using MeliBot.MercadoLibre;

namespace MeliBot.Adapter.Inbound;

/// <summary>What one look at a question means: its entries in the conversation, and what was seen of its slot.</summary>
public sealed class QuestionSight(QuestionActivities activities, AnswerEvents events)
{
    /// <summary>Author of an answer that didn't come through us.</summary>
    public const string Elsewhere = "elsewhere";

    /// <param name="question">With its item; the caller has checked the seller.</param>
    /// <param name="account">The seller's user id.</param>
    /// <param name="nickname">Of the seller.</param>
    /// <param name="slot">The answer's slot as stored now, if any.</param>
    /// <param name="handled">The bot has had its turn on this question before.</param>
    /// <param name="settle">A question that is new to us waits this long for older ones that are still on their way.</param>
    /// <param name="now">The time.</param>
    public ConversationIngest See(Question question, long account, string? nickname, EffectSlot? slot, bool handled, TimeSpan settle, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(question);
        var conversation = QuestionActivities.Reference(question, account);
        var entries = new List<ActivityEntry> { QuestionEntry(question, conversation, nickname, settle, now) };
        if (question.Answer is not null)
        {
            var (by, said) = Author(question.Answer, slot);
            entries.Add(AnswerEntry(activities, question, account, conversation.Id, nickname, by, said, now));
        }

        return new ConversationIngest(conversation, null, entries, [Observe(question, conversation, slot, handled, now)]);
    }

    /// <summary>The question is gone: its slot can't be filled any more.</summary>
    public ConversationIngest Gone(EffectSlot slot, string kind, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(slot);
        return new ConversationIngest(
            new ConversationRef(slot.Conversation, slot.Account, kind),
            null,
            [],
            [new SlotObservation(slot.Key, slot.Kind, SlotSight.Closed, null, TurnReasons.Gone, slot.Activity, Unsent(slot, MercadoLibreEvents.AnswerRefused, TurnReasons.Gone, null, now))]);
    }

    internal static ActivityEntry AnswerEntry(QuestionActivities activities, Question question, long account, string conversation, string? nickname, string by, string? said, DateTimeOffset now)
    {
        var activity = activities.Answer(question, account, nickname, by, said);
        var at = question.Answer!.DateCreated ?? now;
        // The platform writes some dates with fewer digits: within one instant the answer still follows its question.
        if (question.DateCreated is { } asked && asked > at)
            at = asked;
        return new ActivityEntry
        {
            Id = activity.Id,
            Conversation = conversation,
            Account = account,
            Role = ActivityRole.Outgoing,
            OrderKey = QuestionKeys.AnswerOrder(at, question.Id),
            Payload = ActivityJson.Write(activity),
            At = at,
            Turn = ActivityTurn.None,
            DueAt = at,
        };
    }

    internal static bool IsPast(QuestionStatus status) =>
        status == QuestionStatus.Answered || status == QuestionStatus.Banned || status == QuestionStatus.Deleted
        || status == QuestionStatus.Disabled || status == QuestionStatus.ClosedUnanswered;

    // Ours when we may have sent it and it reads the same; an answer that moderation emptied is ours when our slot was sent.
    private static (string By, string? Said) Author(Answer answer, EffectSlot? slot)
    {
        if (slot is null || slot.State is not (EffectState.Sent or EffectState.Sending) || AnswerPayload.Parse(slot.Payload) is not { } payload)
            return (Elsewhere, AnswerResult.Parse(slot?.Result)?.Text);
        var ours = answer.Text.Length > 0 ? AnswerText.Same(payload.Text, answer.Text) : slot.State == EffectState.Sent;
        return ours || slot.State == EffectState.Sent ? (slot.Author, payload.Text) : (Elsewhere, null);
    }

    private ActivityEntry QuestionEntry(Question question, ConversationRef conversation, string? nickname, TimeSpan settle, DateTimeOffset now)
    {
        var activity = activities.Question(question, conversation.Account, nickname);
        var at = question.DateCreated ?? now;
        return new ActivityEntry
        {
            Id = activity.Id,
            Conversation = conversation.Id,
            Account = conversation.Account,
            Role = ActivityRole.Incoming,
            OrderKey = QuestionKeys.QuestionOrder(at, question.Id),
            Payload = ActivityJson.Write(activity),
            At = at,
            Turn = IsPast(question.Status) ? ActivityTurn.None : ActivityTurn.Pending,
            // From when we learnt of it, not from when it was asked: after a downtime all that waited arrives at once, in any order.
            DueAt = now + settle,
        };
    }

    private SlotObservation Observe(Question question, ConversationRef conversation, EffectSlot? slot, bool handled, DateTimeOffset now)
    {
        var account = conversation.Account;
        var key = QuestionKeys.Answer(account, question.Id);
        var activity = QuestionKeys.Activity(account, question.Id);
        var answer = question.Answer;
        var result = answer is null ? null : new AnswerResult(answer.Text, answer.Status.Value, answer.DateCreated).ToJson();

        if (answer is not null && answer.Status == AnswerStatus.Banned && slot is { IsFinal: true })
        {
            var said = AnswerPayload.Parse(slot.Payload)?.Text ?? AnswerResult.Parse(slot.Result)?.Text;
            return See(SlotSight.Banned, TurnReasons.AnswerTakenDown, events.Create(MercadoLibreEvents.AnswerBanned, slot, TurnReasons.AnswerTakenDown, said, open: false, now));
        }

        if (answer is not null || question.Status == QuestionStatus.Answered)
            return See(SlotSight.Filled, null, Unsent(MercadoLibreEvents.AnsweredElsewhere, TurnReasons.AnsweredElsewhere, answer?.Text));
        if (question.Status == QuestionStatus.Unanswered)
            return See(SlotSight.Open, null, null);
        if (question.Status == QuestionStatus.UnderReview)
            return See(SlotSight.Blocked, SignalReasons.UnderReview, null);
        if (IsPast(question.Status))
        {
            var reason = question.Status == QuestionStatus.Banned ? TurnReasons.Banned : question.Status == QuestionStatus.ClosedUnanswered ? TurnReasons.ListingClosed : TurnReasons.Deleted;
            return See(SlotSight.Closed, reason, Unsent(MercadoLibreEvents.AnswerRefused, reason, null));
        }

        return See(SlotSight.Blocked, SignalReasons.UnknownStatus.With($"{question.Status}"), null);

        SlotObservation See(SlotSight sight, Reason? reason, ActivityEntry? happened) => new(key, AnswerPayload.Kind, sight, result, reason, activity, happened);

        // The bot is told of what it has met before: an answer that was on its way, or a question that it left to a person.
        ActivityEntry? Unsent(string name, Reason why, string? text) =>
            slot is not null ? this.Unsent(slot, name, why, text, now)
            : handled ? events.Create(name, account, conversation.Id, question.Id, 0, why, text, open: false, now)
            : null;
    }

    private ActivityEntry? Unsent(EffectSlot slot, string name, Reason reason, string? text, DateTimeOffset now) =>
        slot.IsFinal || slot.State == EffectState.Sending ? null
        : events.Create(name, slot, reason, text ?? AnswerPayload.Parse(slot.Payload)?.Text, open: false, now);
}
