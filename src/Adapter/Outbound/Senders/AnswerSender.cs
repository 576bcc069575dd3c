using MeliBot.Adapter.Accounts;
using MeliBot.Adapter.Hosting;
using MeliBot.Adapter.Inbound;
using MeliBot.Adapter.Turns;
using MeliBot.Delivery;
using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Effects;
using MeliBot.Delivery.Reasons;
using MeliBot.MercadoLibre;
using Microsoft.Extensions.Options;
using System.Globalization;

namespace MeliBot.Adapter.Outbound.Senders;

/// <summary>
/// Gives a question its one answer. Reads the question before anything else; posts only while it is unanswered; after a post whose fate is
/// unknown, reads it back before posting again. The platform's refusal of a second answer covers the race that is left.
/// </summary>
public sealed class AnswerSender(
    IMercadoLibreClient client,
    AccountStore accounts,
    QuestionActivities activities,
    AnswerEvents events,
    IOptions<MercadoLibreAdapterOptions> options,
    IOptions<DeliveryOptions> delivery,
    TimeProvider time) : IEffectSender
{
    // Posts that were refused as "not unanswered" while every read says UNANSWERED: reads may lag, so not the first one.
    private const int PostsBeforeBlacklist = 3;

    private TimeSpan ReadBackAfter => options.Value.ReadBackAfter;

    public string Kind => AnswerPayload.Kind;

    public async Task<EffectOutcome> ExecuteAsync(EffectLease lease, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(lease);
        var slot = lease.Slot;
        if (AnswerPayload.Parse(slot.Payload) is not { } payload)
            return new EffectOutcome.Park(AnswerReasons.Unreadable);

        if (await accounts.FindAsync(slot.Account, cancellationToken).ConfigureAwait(false) is not { } account)
            return Park(slot, payload, AnswerReasons.Unlinked.With(Number(slot.Account)));

        var nickname = account.Nickname;
        var questions = client.For(slot.Account).Questions;
        Question question;
        try
        {
            question = await questions.GetAsync(payload.QuestionId, cancellationToken).ConfigureAwait(false);
        }
        catch (MercadoLibreException failure)
        {
            return NotRead(lease, failure.Error, payload);
        }

        if (BeforePosting(lease, question, payload, nickname) is { } settled)
            return settled;
        if (slot.SendingAt is { } since && time.GetUtcNow() - since > delivery.Value.EffectLease / 2)
            return new EffectOutcome.Retry(TimeSpan.Zero, AnswerReasons.SlowRead, Counts: false);

        try
        {
            var answered = await questions.AnswerAsync(new AnswerRequest(payload.QuestionId, payload.Text), cancellationToken).ConfigureAwait(false);
            return answered.Answer is null
                ? Unsure(lease, ReadBackAfter, AnswerReasons.NotShown)
                : Sent(slot, question with { Answer = answered.Answer, Status = answered.Status }, nickname, payload);
        }
        catch (MercadoLibreException failure)
        {
            return NotPosted(lease, failure.Error, payload);
        }
    }

    public Task<IReadOnlyList<ActivityEntry>> ParkedAsync(EffectSlot slot, Reason reason, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(slot);
        return Task.FromResult<IReadOnlyList<ActivityEntry>>([Event(MercadoLibreEvents.AnswerParked, slot, reason, AnswerPayload.Parse(slot.Payload)?.Text, open: true)]);
    }

    /// <summary>Null when the question can be answered now.</summary>
    private EffectOutcome? BeforePosting(EffectLease lease, Question question, AnswerPayload payload, string? nickname)
    {
        var slot = lease.Slot;
        if (question.SellerId is { } seller && seller != slot.Account)
            return Park(slot, payload, AnswerReasons.AnotherSeller.With(Number(question.Id), Number(slot.Account)));
        if (question.ItemId is null)
            return Park(slot, payload, AnswerReasons.NoItem.With(Number(question.Id)));

        if (question.Status == QuestionStatus.Unanswered)
            return null;
        if (question.Status == QuestionStatus.Answered)
            return Answered(lease, question, payload, nickname);
        if (question.Status == QuestionStatus.UnderReview)
            return Wait(options.Value.ReviewRecheck, AnswerReasons.UnderReview);
        if (question.Status == QuestionStatus.Banned)
            return Refuse(slot, payload, TurnReasons.Banned);
        if (question.Status == QuestionStatus.Deleted || question.Status == QuestionStatus.Disabled)
            return Refuse(slot, payload, TurnReasons.Deleted);
        if (question.Status == QuestionStatus.ClosedUnanswered)
            return Refuse(slot, payload, TurnReasons.ListingClosed);
        return Wait(options.Value.ReviewRecheck, AnswerReasons.UnknownStatus.With($"{question.Status}"));
    }

    private EffectOutcome Answered(EffectLease lease, Question question, AnswerPayload payload, string? nickname)
    {
        var slot = lease.Slot;
        var answer = question.Answer;
        // A text that moderation emptied can't be compared; if one of ours may have arrived, it was ours.
        var ours = answer is { Text.Length: > 0 } ? AnswerText.Same(payload.Text, answer.Text) : true;
        if (ours && lease.Recovering)
        {
            var sent = answer is null ? new EffectOutcome.Sent(null) : Sent(slot, question, nickname, payload);
            return answer?.Status == AnswerStatus.Banned
                ? sent with { Activities = [.. sent.Activities, Event(MercadoLibreEvents.AnswerBanned, slot, AnswerReasons.TakenDown, payload.Text)] }
                : sent;
        }

        return new EffectOutcome.AnsweredElsewhere(Result(answer)?.ToJson())
        {
            Activities =
            [
                .. answer is null ? (IEnumerable<ActivityEntry>)[] : [Entry(question, slot, nickname, QuestionSight.Elsewhere, null)],
                Event(MercadoLibreEvents.AnsweredElsewhere, slot, TurnReasons.AnsweredElsewhere, answer?.Text),
            ],
        };
    }

    private EffectOutcome NotRead(EffectLease lease, MercadoLibreError error, AnswerPayload payload)
    {
        var slot = lease.Slot;
        switch (error.Kind)
        {
            case ErrorKind.NotFound:
                return Refuse(slot, payload, TurnReasons.Gone);
            case ErrorKind.ReconnectRequired or ErrorKind.Unauthorized:
                return NotNow(options.Value.ReconnectRecheck, AnswerReasons.Reconnect.With(Number(slot.Account), error.Message));
            case ErrorKind.ApplicationRejected:
                return NotNow(options.Value.ReconnectRecheck, PlatformReasons.Of(error));
            case ErrorKind.MissingPermission or ErrorKind.Forbidden or ErrorKind.LegalBlock:
                return Park(slot, payload, PlatformReasons.Of(error));
            case ErrorKind.Unreadable:
                // Cut short on its way, or a shape that nobody knows: the first passes, the second ends in the parking.
                return new EffectOutcome.Retry(options.Value.RateLimitPause, PlatformReasons.Of(error));
            case ErrorKind.RateLimited or ErrorKind.HeldBack:
                return NotNow(error.RetryAfter ?? options.Value.RateLimitPause, error.Message);
            default:
                // Long outages pass; what fails for longer is shown to a person. What may have arrived stays to be read back.
                return new EffectOutcome.Retry(error.RetryAfter ?? options.Value.RateLimitPause, AnswerReasons.NotRead.With(error.Message), Counts: TooLong(lease));
        }
    }

    private EffectOutcome NotPosted(EffectLease lease, MercadoLibreError error, AnswerPayload payload)
    {
        var slot = lease.Slot;
        if (error.Kind == ErrorKind.NotUnanswered)
        {
            var refused = 1 + RefusedBefore(slot);
            return refused >= PostsBeforeBlacklist
                ? Refuse(slot, payload, AnswerReasons.Blacklisted, open: true)
                : new EffectOutcome.Unknown(ReadBackAfter, AnswerReasons.ReadAgain.With(Number(refused)), Counts: TooLong(lease));
        }

        switch (error.Kind)
        {
            case ErrorKind.NotActiveItem:
                return Wait(options.Value.PausedListingRecheck, AnswerReasons.PausedListing);
            case ErrorKind.NotFound:
                return Refuse(slot, payload, TurnReasons.Gone);
            case ErrorKind.RateLimited or ErrorKind.HeldBack when !error.IsAmbiguous:
                return new EffectOutcome.Retry(error.RetryAfter ?? options.Value.RateLimitPause, error.Message, Counts: false);
            case ErrorKind.ReconnectRequired or ErrorKind.Unauthorized:
                return Wait(options.Value.ReconnectRecheck, AnswerReasons.Reconnect.With(Number(slot.Account), error.Message));
            case ErrorKind.ApplicationRejected:
                return Wait(options.Value.ReconnectRecheck, PlatformReasons.Of(error));
            case ErrorKind.MissingPermission or ErrorKind.Forbidden or ErrorKind.LegalBlock:
                return Park(slot, payload, PlatformReasons.Of(error));
            case ErrorKind.Invalid or ErrorKind.Unknown when !error.IsAmbiguous && error.Status is >= 400 and < 500:
                return Refuse(slot, payload, AnswerReasons.Refused.With(error.Message), open: true);
            default:
                return Unsure(lease, error.RetryAfter ?? ReadBackAfter, AnswerReasons.Unknown.With(error.Message));
        }
    }

    // The platform takes one answer only, so an outage can be waited out by reading back and posting again, ever more rarely.
    private EffectOutcome.Unknown Unsure(EffectLease lease, TimeSpan least, Reason reason)
    {
        var soFar = time.GetUtcNow() - lease.FirstSendingAt;
        var after = soFar < delivery.Value.RetryCap ? soFar : delivery.Value.RetryCap;
        return new(after < least ? least : after, reason, Counts: TooLong(lease));
    }

    private bool TooLong(EffectLease lease) => lease.HasLasted(delivery.Value.GiveUpAfter, time.GetUtcNow());

    // Only those in a row: what an outage kept from arriving was no refusal.
    private static int RefusedBefore(EffectSlot slot) =>
        slot.Reason is { Code: { } code, Arguments: [var times] } && code == AnswerReasons.ReadAgain.Name && int.TryParse(times, NumberStyles.None, CultureInfo.InvariantCulture, out var before) ? before : 0;

    private static EffectOutcome.Retry NotNow(TimeSpan after, Reason reason) => new(after, reason, Counts: false);

    private EffectOutcome.Waiting Wait(TimeSpan after, Reason reason) => new(time.GetUtcNow() + after, reason);

    private EffectOutcome.Refused Refuse(EffectSlot slot, AnswerPayload payload, Reason reason, bool open = false) =>
        new(reason) { Activities = [Event(MercadoLibreEvents.AnswerRefused, slot, reason, payload.Text, open)] };

    private EffectOutcome.Park Park(EffectSlot slot, AnswerPayload payload, Reason reason) =>
        new(reason) { Activities = [Event(MercadoLibreEvents.AnswerParked, slot, reason, payload.Text, open: true)] };

    private EffectOutcome.Sent Sent(EffectSlot slot, Question question, string? nickname, AnswerPayload payload) =>
        new(Result(question.Answer)?.ToJson()) { Activities = [Entry(question, slot, nickname, slot.Author, payload.Text)] };

    private ActivityEntry Entry(Question question, EffectSlot slot, string? nickname, string by, string? said) =>
        QuestionSight.AnswerEntry(activities, question, slot.Account, slot.Conversation, nickname, by, said, time.GetUtcNow());

    private ActivityEntry Event(string name, EffectSlot slot, Reason reason, string? text, bool open = false) => events.Create(name, slot, reason, text, open, time.GetUtcNow());

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static AnswerResult? Result(Answer? answer) => answer is null ? null : new AnswerResult(answer.Text, answer.Status.Value, answer.DateCreated);
}
