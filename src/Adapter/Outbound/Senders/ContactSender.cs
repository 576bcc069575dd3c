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

        var messages = client.For(slot.Account).Messages;
        try
        {
            var permit = SendRules.Decide(thread.Situation(slot.Author, thread.BuyerWrote ? null : await messages.ActionGuideAsync(payload.Pack, cancellationToken).ConfigureAwait(false)));
            if (writing.TooSlow(slot) is { } slow) return slow;
            return permit.Way switch
            {
                SendWay.Plain => await PlainAsync(slot, payload, thread, cancellationToken).ConfigureAwait(false),
                SendWay.None => writing.Told(slot, writing.Blocked(permit.Block!), thread),
                _ when permit.Reasons.Any(option => option.Id == new ContactReason(payload.Option)) => await ContactAsync(slot, payload, thread, cancellationToken).ConfigureAwait(false),
                _ => writing.Told(slot, new EffectOutcome.Refused(SaleWriting.Words(new SendBlock(SendCause.ReasonNotOffered, payload.Option))), thread),
            };
        }
        catch (MercadoLibreException failure) when (MessageErrors.WantsPlainMessage(failure.Error))
        {
            return await PlainAsync(slot, payload, thread, cancellationToken).ConfigureAwait(false);
        }
        catch (MercadoLibreException failure)
        {
            return writing.Told(slot, NotOpened(payload, failure.Error), thread);
        }
    }

    public Task<IReadOnlyList<ActivityEntry>> ParkedAsync(EffectSlot slot, Reason reason, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(slot);
        return ContactPayload.Parse(slot.Payload) is { } payload ? writing.ParkedAsync(slot, payload.Pack, reason, cancellationToken) : Task.FromResult<IReadOnlyList<ActivityEntry>>([]);
    }

    private async Task<EffectOutcome> ContactAsync(EffectSlot slot, ContactPayload payload, SaleThread thread, CancellationToken cancellationToken)
    {
        var values = payload.Values?.Select(value => new ContactValue(value.Key, value.Value)).ToList();
        var sent = await client.For(slot.Account).Messages.ContactAsync(
            payload.Pack, new ContactRequest(payload.Option, payload.Template, payload.Template is null ? payload.Text : null, values is { Count: > 0 } ? values : null), cancellationToken).ConfigureAwait(false);
        return sent.Key is null ? new EffectOutcome.Unknown(writing.ReadBackAfter, MessageReasons.NotNamed) : await writing.SentAsync(slot, sent, payload.Text, thread, cancellationToken).ConfigureAwait(false);
    }

    private async Task<EffectOutcome> PlainAsync(EffectSlot slot, ContactPayload payload, SaleThread thread, CancellationToken cancellationToken)
    {
        if (payload.Text is not { Length: > 0 } text || payload.Template is not null) return writing.Told(slot, new EffectOutcome.Refused(MessageReasons.NoTemplateNow), thread);
        if (Recipient.Of(thread.Thread, slot.Account, thread.Site, thread.Buyer) is not { } to) return new EffectOutcome.Park(MessageReasons.NobodyNamed);
        try
        {
            var sent = await client.For(slot.Account).Messages.SendAsync(payload.Pack, slot.Account, new MessageRequest(new(slot.Account), new(to), text), cancellationToken).ConfigureAwait(false);
            return sent.Key is null ? new EffectOutcome.Unknown(writing.ReadBackAfter, MessageReasons.NotNamed) : await writing.SentAsync(slot, sent, text, thread, cancellationToken).ConfigureAwait(false);
        }
        catch (MercadoLibreException failure)
        {
            return writing.Told(slot, writing.NotPosted(failure.Error), thread);
        }
    }

    private EffectOutcome NotOpened(ContactPayload payload, MercadoLibreError error) => error.Kind switch
    {
        // One request at a time for a sale.
        ErrorKind.Conflict => new EffectOutcome.Retry(error.RetryAfter ?? writing.ReadBackAfter, SaleWriting.Words(new SendBlock(SendCause.ContactUnderWay)), Counts: false),
        ErrorKind.NotFound => new EffectOutcome.Refused(SaleWriting.Words(new SendBlock(SendCause.ReasonNotOffered, payload.Option))),
        ErrorKind.Forbidden when error.Message.Contains("again", StringComparison.OrdinalIgnoreCase) => new EffectOutcome.Refused(SaleWriting.Words(new SendBlock(SendCause.CapsUsedUp, payload.Option))),
        _ => writing.NotPosted(error),
    };

    /// <summary>What an earlier try left: the platform names the reason of a message, where it does; else by its words.</summary>
    private static Message? Ours(EffectSlot slot, ContactPayload payload, SaleThread thread) => thread.Thread.All.FirstOrDefault(message =>
        message.From?.UserId == slot.Account
        && (string.Equals(message.Data?.OptionId, payload.Option, StringComparison.OrdinalIgnoreCase) || (payload.Text is { Length: > 0 } text && AnswerText.Same(text, message.Text))));
}
