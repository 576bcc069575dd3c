using MeliBot.Adapter.Messages;
using MeliBot.Adapter.Outbound.Sending;
using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Effects;
using MeliBot.Delivery.Reasons;
using MeliBot.MercadoLibre;

namespace MeliBot.Adapter.Outbound.Senders;

/// <summary>
/// Opens a sale's thread for a person, by a reason of the platform's action guide. Where the buyer has written meanwhile, or the platform wants a plain message, words of one's own go out as one;
/// a template has no such form, and that is said.
/// </summary>
public sealed class ContactSender(IMercadoLibreClient client, SaleWriting writing) : IEffectSender
{
    public string Kind => ContactPayload.Kind;

    public async Task<EffectOutcome> ExecuteAsync(EffectLease lease, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(lease);
        var slot = lease.Slot;
        if (ContactPayload.Parse(slot.Payload) is not { } payload) return new EffectOutcome.Park(MessageReasons.Unreadable);
        var (thread, instead) = await writing.ReadAsync(lease, payload.Pack, cancellationToken).ConfigureAwait(false);
        if (thread is null) return instead!;
        if (lease.Recovering)
        {
            if (Ours(slot, payload, thread) is { } ours) return await writing.SentAsync(slot, ours, payload.Text, thread, cancellationToken).ConfigureAwait(false);
            if (writing.Absent(lease) is { } absent) return absent;
        }

        // The thread's own state first: where it is blocked, the guide only says no.
        var situation = thread.Situation(slot.Author);
        var permit = SendRules.Decide(situation);
        if (permit.Way == SendWay.Reason)
        {
            try
            {
                permit = SendRules.Decide(situation with { Guide = await client.For(slot.Account).Messages.ActionGuideAsync(payload.Pack, cancellationToken).ConfigureAwait(false) });
            }
            catch (MercadoLibreException failure)
            {
                return await WithoutGuideAsync(lease, payload, thread, failure.Error, cancellationToken).ConfigureAwait(false);
            }
        }

        return permit.Way switch
        {
            SendWay.Plain => await PlainAsync(slot, payload, thread, cancellationToken).ConfigureAwait(false),
            SendWay.None => writing.Told(slot, writing.Blocked(permit.Block!), thread),
            _ when permit.Reasons.Any(option => option.Id == new ContactReason(payload.Option)) => await ContactAsync(slot, payload, thread, cancellationToken).ConfigureAwait(false),
            _ => writing.Told(slot, new EffectOutcome.Refused(SendReason.Of(new SendBlock(SendCause.ReasonNotOffered, payload.Option))), thread),
        };
    }

    public Task<IReadOnlyList<ActivityEntry>> ParkedAsync(EffectSlot slot, Reason reason, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(slot);
        return ContactPayload.Parse(slot.Payload) is { } payload ? writing.ParkedAsync(slot, payload.Pack, reason, cancellationToken) : Task.FromResult<IReadOnlyList<ActivityEntry>>([]);
    }

    private async Task<EffectOutcome> ContactAsync(EffectSlot slot, ContactPayload payload, SaleThread thread, CancellationToken cancellationToken)
    {
        if (writing.TooSlow(slot) is { } slow) return slow;
        var values = payload.Values?.Select(value => new ContactValue(value.Key, value.Value)).ToList();
        try
        {
            var sent = await client.For(slot.Account).Messages.ContactAsync(
                payload.Pack, new ContactRequest(payload.Option, payload.Template, payload.Template is null ? payload.Text : null, values is { Count: > 0 } ? values : null), cancellationToken).ConfigureAwait(false);
            return await writing.TakenAsync(slot, sent, payload.Text, thread, cancellationToken).ConfigureAwait(false);
        }
        catch (MercadoLibreException failure)
        {
            return MessageErrors.WantsPlainMessage(failure.Error)
                ? await PlainAsync(slot, payload, thread, cancellationToken).ConfigureAwait(false)
                : writing.Told(slot, NotOpened(payload, failure.Error), thread);
        }
    }

    /// <summary>Nothing was posted yet: what may pass is read again, a refusal is the same as the post's would be.</summary>
    private async Task<EffectOutcome> WithoutGuideAsync(EffectLease lease, ContactPayload payload, SaleThread thread, MercadoLibreError error, CancellationToken cancellationToken)
    {
        if (MessageErrors.WantsPlainMessage(error)) return await PlainAsync(lease.Slot, payload, thread, cancellationToken).ConfigureAwait(false);
        var refusal = error.Kind is ErrorKind.Forbidden or ErrorKind.LegalBlock or ErrorKind.NotFound or ErrorKind.Invalid or ErrorKind.Conflict;
        return writing.Told(lease.Slot, refusal ? NotOpened(payload, error) : writing.NotRead(lease, error), thread);
    }

    private Task<EffectOutcome> PlainAsync(EffectSlot slot, ContactPayload payload, SaleThread thread, CancellationToken cancellationToken) =>
        payload is { Text: { Length: > 0 } text, Template: null }
            ? writing.PostAsync(slot, text, null, thread, cancellationToken)
            : Task.FromResult(writing.Told(slot, new EffectOutcome.Refused(MessageReasons.NoTemplateNow), thread));

    private EffectOutcome NotOpened(ContactPayload payload, MercadoLibreError error) => error.Kind switch
    {
        // One request at a time for a sale.
        ErrorKind.Conflict => new EffectOutcome.Retry(error.RetryAfter ?? writing.ReadBackAfter, SendReason.Of(new SendBlock(SendCause.ContactUnderWay)), Counts: false),
        ErrorKind.NotFound => new EffectOutcome.Refused(SendReason.Of(new SendBlock(SendCause.ReasonNotOffered, payload.Option))),
        ErrorKind.Forbidden when error.Message.Contains("again", StringComparison.OrdinalIgnoreCase) => new EffectOutcome.Refused(SendReason.Of(new SendBlock(SendCause.CapsUsedUp, payload.Option))),
        _ => writing.NotPosted(error),
    };

    /// <summary>What an earlier try left: the platform names the reason of a message, where it does; else by its words. What another slot accounts for isn't it.</summary>
    private static Message? Ours(EffectSlot slot, ContactPayload payload, SaleThread thread) => thread.Thread.All.FirstOrDefault(message =>
        message.From?.UserId == slot.Account
        && thread.Authors.SlotOf(message)?.Key is var known && (known is null || known == slot.Key)
        && (string.Equals(message.Data?.OptionId, payload.Option, StringComparison.OrdinalIgnoreCase) || (payload.Text is { Length: > 0 } text && AnswerText.Same(text, message.Text))));
}
