using MeliBot.Adapter.Inbound;
using MeliBot.Adapter.Outbound.Senders;
using MeliBot.Adapter.Turns;
using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Drafts;
using MeliBot.Delivery.Effects;
using MeliBot.Delivery.Parking;
using MeliBot.Delivery.Reading;
using MeliBot.Delivery.Reasons;

namespace MeliBot.Inbox.Conversations;

/// <summary>Makes what people see out of what is stored.</summary>
internal static class ConversationReader
{
    /// <param name="detail">All that is stored of it.</param>
    /// <param name="parked">What of it is parked.</param>
    public static ConversationView Read(ConversationDetail detail, IReadOnlyList<Parked>? parked = null)
    {
        var snapshot = detail.Snapshot;
        var entries = snapshot.Activities.Select(entry => (Entry: entry, Activity: StoredActivity.Read(entry.Payload))).ToList();
        var questions = entries.Where(e => e.Entry.Role == ActivityRole.Incoming && QuestionKeys.IsQuestion(e.Entry.Id)).ToList();
        var first = questions.Select(e => e.Activity.Question).FirstOrDefault(data => data is not null);
        return new ConversationView(
            snapshot.Conversation,
            snapshot.Version,
            snapshot.Owner,
            first?.SiteId,
            first?.ItemId,
            first?.BuyerId,
            [.. questions.Select(e => Question(detail, e.Entry, e.Activity.Text ?? "", e.Activity.Question?.Status, entries, parked ?? []))],
            [.. entries.Where(e => e.Entry.Role == ActivityRole.Event).Select(e => new HappeningView(e.Entry.Id, e.Activity.Name ?? "", e.Entry.At, e.Activity.Says) { State = e.Activity.State })]);
    }

    private static QuestionView Question(ConversationDetail detail, ActivityEntry entry, string text, string? status, List<(ActivityEntry Entry, StoredActivity Activity)> entries, IReadOnlyList<Parked> parked)
    {
        var number = QuestionKeys.QuestionOf(entry.Id);
        var key = QuestionKeys.Answer(entry.Account, number);
        var slot = detail.Snapshot.Effects.FirstOrDefault(effect => string.Equals(effect.Key, key, StringComparison.Ordinal));
        var said = entries.FirstOrDefault(e => string.Equals(e.Entry.Id, key, StringComparison.Ordinal)).Activity;
        var turns = detail.Turns.Where(turn => string.Equals(turn.Activity, entry.Id, StringComparison.Ordinal)).Select(turn => TurnTrace.Parse(turn.Payload)).ToList();
        var draft = detail.Drafts.LastOrDefault(d => d.Draft.State == DraftState.Open && string.Equals(d.Draft.Activity, entry.Id, StringComparison.Ordinal))?.Draft;
        var banned = entries.Any(e => e.Activity.Name == MercadoLibreEvents.AnswerBanned && string.Equals(e.Activity.RelatesTo, entry.Id, StringComparison.Ordinal));
        var answer = Answer(slot, said, turns);
        var (state, reason) = State(entry, status, slot, answer, draft, banned, turns);
        return new QuestionView(
            entry.Id, number, text, entry.At, state, reason, answer,
            draft is null ? null : Draft(draft),
            slot is null ? null : new SlotView(slot.Key, slot.Epoch, slot.State, slot.Author, AnswerPayload.Parse(slot.Payload)?.Text, slot.Reason),
            turns)
        {
            Parked = [.. parked.Where(p => string.Equals(p.Key, key, StringComparison.Ordinal) || string.Equals(p.Key, entry.Id, StringComparison.Ordinal))
                .Select(p => new ParkedView(p.Id, p.Kind == ParkedKind.Effect, p.Reason, p.Attempts, p.At))],
        };
    }

    private static (QuestionState State, Reason? Reason) State(
        ActivityEntry entry, string? status, EffectSlot? slot, AnswerView? answer, Draft? draft, bool banned, List<TurnTrace> turns)
    {
        if (banned) return (QuestionState.Moderated, ConversationReasons.TakenDown);
        if (answer is not null) return (answer.By == QuestionSight.Elsewhere ? QuestionState.Elsewhere : QuestionState.Answered, null);
        var closed = OpenQuestion.WhyClosed(status);
        switch (slot?.State)
        {
            case EffectState.Planned or EffectState.Sending:
                return (QuestionState.OnItsWay, slot.Reason);
            case EffectState.Waiting:
                return (QuestionState.Waiting, slot.Reason);
            case EffectState.AnsweredElsewhere:
                return (QuestionState.Elsewhere, null);
            case EffectState.Sent:
                return (QuestionState.Answered, null);
            case EffectState.Refused when slot.Attempt == 0 || closed is not null:
                return (QuestionState.Closed, slot.Reason ?? closed);
            case EffectState.Refused when draft is null:
                return (QuestionState.Refused, slot.Reason);
            case EffectState.Parked when draft is null:
                return (QuestionState.Parked, slot.Reason);
        }

        if (closed is not null) return (QuestionState.Closed, closed);
        if (draft is not null) return (QuestionState.Proposed, Draft(draft).Reasons is [var why, ..] ? why : null);
        if (entry.Turn == ActivityTurn.Parked) return (QuestionState.Parked, turns is [.., { Reasons: [var parked, ..] }] ? parked : ConversationReasons.BotFailed);
        return (QuestionState.Open, turns is [.., { Reasons: [var open, ..] }] ? open : null);
    }

    private static AnswerView? Answer(EffectSlot? slot, StoredActivity? said, List<TurnTrace> turns)
    {
        if (said is null && slot is not { IsFinal: true }) return null;
        var result = AnswerResult.Parse(slot?.Result);
        var by = said is not null ? said.Question?.By ?? QuestionSight.Elsewhere : slot!.State == EffectState.AnsweredElsewhere ? QuestionSight.Elsewhere : slot.Author;
        var text = said?.Text is { Length: > 0 } shown ? shown : result?.Text is { Length: > 0 } held ? held : slot is null ? "" : AnswerPayload.Parse(slot.Payload)?.Text ?? "";
        var proposal = by == "bot" ? null : turns.LastOrDefault(turn => turn.Text is not null);
        return new AnswerView(text, by, said?.At ?? result?.At, string.Equals(proposal?.Text, text, StringComparison.Ordinal) ? null : proposal?.Text) { ProposedAt = proposal?.Clock };
    }

    private static DraftView Draft(Draft draft)
    {
        var payload = DraftPayload.Parse(draft.Payload);
        return new DraftView(draft.Id, payload.Text, payload.Reasons, draft.At);
    }
}
