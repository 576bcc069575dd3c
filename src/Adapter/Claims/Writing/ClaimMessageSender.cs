using System.Globalization;
using MeliBot.Adapter.Accounts;
using MeliBot.Adapter.Hosting;
using MeliBot.Adapter.Outbound.Senders;
using MeliBot.Delivery;
using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Effects;
using MeliBot.Delivery.Reasons;
using MeliBot.Delivery.Turns;
using MeliBot.MercadoLibre;
using Microsoft.Extensions.Options;

namespace MeliBot.Adapter.Claims.Writing;

/// <summary>
/// Writes one message in a claim. Reads the claim before anything else: only what it offers now is tried, and a text goes to nobody but the one it was written to. The platform's yes names no
/// message, so the claim is read after it; after a post whose fate is unknown it is read back: there it is ours, absent after two reads apart it is posted once more, and what then stays unknown is a
/// person's.
/// </summary>
public sealed class ClaimMessageSender(
    IMercadoLibreClient client,
    AccountStore accounts,
    ClaimStore claims,
    ITurnStore turns,
    ClaimActivities activities,
    ClaimMessageEvents events,
    IOptions<MercadoLibreAdapterOptions> options,
    IOptions<DeliveryOptions> delivery,
    TimeProvider time) : IEffectSender
{
    private TimeSpan Apart => options.Value.MessageReadBackAfter;

    public string Kind => ClaimMessagePayload.Kind;

    public async Task<EffectOutcome> ExecuteAsync(EffectLease lease, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(lease);
        var slot = lease.Slot;
        if (ClaimMessagePayload.Parse(slot.Payload) is not { } payload) return new EffectOutcome.Park(ClaimReasons.Unreadable);
        if (await accounts.FindAsync(slot.Account, cancellationToken).ConfigureAwait(false) is null) return new EffectOutcome.Park(ClaimReasons.Unlinked.With(Number(slot.Account)));
        SeenClaim seen;
        try
        {
            seen = await ReadAsync(slot, payload, cancellationToken).ConfigureAwait(false);
        }
        catch (MercadoLibreException failure)
        {
            return Told(slot, payload, null, ClaimOutcomes.NotRead(failure.Error, payload.Claim, options.Value, lease.HasLasted(delivery.Value.GiveUpAfter, time.GetUtcNow())));
        }

        if (lease.Recovering)
        {
            if (Ours(seen, slot) is { } ours) return Taken(slot, payload, ours, seen);
            if (ReadBack.Absent(lease, Apart, time.GetUtcNow(), ClaimReasons.NotShown, ClaimReasons.PostedTwice) is { } absent) return absent;
        }

        if (WhyNot(seen, slot, payload) is { } outcome) return Told(slot, payload, seen.Claim, outcome);
        if (slot.SendingAt is { } since && time.GetUtcNow() - since > delivery.Value.EffectLease / 2) return new EffectOutcome.Retry(TimeSpan.Zero, ClaimReasons.SlowRead, Counts: false);
        try
        {
            await client.For(slot.Account).Claims.SendMessageAsync(payload.Claim, new ClaimMessageRequest(ClaimRole.From(payload.Receiver), payload.Text, payload.Files is { Count: > 0 } files ? files : null), cancellationToken).ConfigureAwait(false);
        }
        catch (MercadoLibreException failure)
        {
            return Told(slot, payload, seen.Claim, NotPosted(failure.Error));
        }

        return await ShownAsync(slot, payload, cancellationToken).ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<ActivityEntry>> ParkedAsync(EffectSlot slot, Reason reason, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(slot);
        return ClaimMessagePayload.Parse(slot.Payload) is { } payload
            ? [events.Create(Inbound.MercadoLibreEvents.MessageParked, slot, payload, await claims.FindAsync(slot.Account, payload.Claim, cancellationToken).ConfigureAwait(false), reason, time.GetUtcNow())]
            : [];
    }

    private async Task<SeenClaim> ReadAsync(EffectSlot slot, ClaimMessagePayload payload, CancellationToken cancellationToken)
    {
        var calls = client.For(slot.Account).Claims;
        var stored = await turns.LoadAsync(new ConversationRef(slot.Conversation, slot.Account, MercadoLibreChannel.Claims), cancellationToken).ConfigureAwait(false);
        var known = await claims.FindAsync(slot.Account, payload.Claim, cancellationToken).ConfigureAwait(false);
        var reading = calls.GetAsync(payload.Claim, cancellationToken);
        var writing = calls.MessagesAsync(payload.Claim, cancellationToken);
        await Task.WhenAll(reading, writing).ConfigureAwait(false);
        var claim = ClaimMerge.Merge(known, new ClaimReading { Claim = await reading.ConfigureAwait(false), At = time.GetUtcNow() }, slot.Account, payload.Claim);
        return new SeenClaim(claim, (await writing.ConfigureAwait(false)).All, stored);
    }

    /// <summary>Null when it may be posted.</summary>
    private static EffectOutcome? WhyNot(SeenClaim seen, EffectSlot slot, ClaimMessagePayload payload)
    {
        var claim = seen.Claim;
        if (!claim.IsOpen) return new EffectOutcome.Refused(ClaimReasons.Closed);
        if (claim.Receiver is not { } receiver) return new EffectOutcome.Refused(ClaimReasons.NobodyToWrite.With(claim.Claim.Stage.ToString()));
        if (receiver != ClaimRole.From(payload.Receiver)) return new EffectOutcome.Refused(ClaimReasons.ReceiverChanged.With(payload.Receiver, receiver.ToString()));
        return slot.Author == "bot" && WasAnswered(seen, slot) ? new EffectOutcome.AnsweredElsewhere(null) : null;
    }

    /// <summary>Somebody else has written since: what the bot wanted to say comes too late.</summary>
    private static bool WasAnswered(SeenClaim seen, EffectSlot slot) =>
        seen.Stored.Activities.FirstOrDefault(entry => string.Equals(entry.Id, slot.Activity, StringComparison.Ordinal)) is { } asked
        && seen.Messages.Any(message => ClaimActivities.IsOurs(message, seen.Claim) && message.At > asked.At && seen.Authors.Of(message) != "bot");

    private static ClaimMessage? Ours(SeenClaim seen, EffectSlot slot) => seen.Messages.FirstOrDefault(message => seen.Authors.SlotOf(message)?.Key == slot.Key);

    /// <summary>The platform said yes without naming the message: the claim shows it, at once or a little later.</summary>
    private async Task<EffectOutcome> ShownAsync(EffectSlot slot, ClaimMessagePayload payload, CancellationToken cancellationToken)
    {
        try
        {
            var seen = await ReadAsync(slot, payload, cancellationToken).ConfigureAwait(false);
            return Ours(seen, slot) is { } ours ? Taken(slot, payload, ours, seen) : new EffectOutcome.Unknown(options.Value.ReadBackAfter, ClaimReasons.NotShown);
        }
        catch (MercadoLibreException)
        {
            return new EffectOutcome.Unknown(options.Value.ReadBackAfter, ClaimReasons.NotShown);
        }
    }

    private EffectOutcome Taken(EffectSlot slot, ClaimMessagePayload payload, ClaimMessage message, SeenClaim seen)
    {
        var result = new ClaimMessageResult(message.Key, message.At).ToJson();
        var entry = activities.Message(message, seen.Claim, slot.Author, ActivityTurn.None, time.GetUtcNow());

        // A yes of the platform's isn't delivery.
        EffectOutcome outcome = message.IsDelivered
            ? new EffectOutcome.Sent(result)
            : new EffectOutcome.Refused(ClaimReasons.Moderated.With(message.MessageModeration?.Reason.Value ?? message.Status.Value ?? ""), result);
        outcome = Told(slot, payload, seen.Claim, outcome);
        return outcome with { Activities = [entry, .. outcome.Activities] };
    }

    private EffectOutcome NotPosted(MercadoLibreError error)
    {
        switch (error.Kind)
        {
            case ErrorKind.RateLimited or ErrorKind.HeldBack when !error.IsAmbiguous:
                return new EffectOutcome.Retry(error.RetryAfter ?? options.Value.RateLimitPause, PlatformReasons.Of(error), Counts: false);
            case ErrorKind.ReconnectRequired or ErrorKind.Unauthorized or ErrorKind.ApplicationRejected:
                return new EffectOutcome.Waiting(time.GetUtcNow() + options.Value.ReconnectRecheck, PlatformReasons.Of(error));
            case ErrorKind.MissingPermission or ErrorKind.Forbidden or ErrorKind.LegalBlock:
                return new EffectOutcome.Park(PlatformReasons.Of(error));
            default:
                return !error.IsAmbiguous && error.Status is >= 400 and < 500
                    ? new EffectOutcome.Refused(ClaimReasons.Refused.With(PlatformReasons.Of(error).Store()))
                    : new EffectOutcome.Unknown(error.RetryAfter ?? Apart, ClaimReasons.Unknown.With(PlatformReasons.Of(error).Store()));
        }
    }

    /// <summary>The bot is told of what was refused.</summary>
    private EffectOutcome Told(EffectSlot slot, ClaimMessagePayload payload, StoredClaim? claim, EffectOutcome outcome) => outcome is EffectOutcome.Refused refused
        ? refused with { Activities = [events.Create(Inbound.MercadoLibreEvents.MessageRefused, slot, payload, claim, refused.Reason, time.GetUtcNow())] }
        : outcome;

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed record SeenClaim(StoredClaim Claim, IReadOnlyList<ClaimMessage> Messages, ConversationSnapshot Stored)
    {
        public ClaimAuthors Authors { get; } = new(Messages, Claim, Stored);
    }
}
