using MeliBot.Adapter.Messages;
using MeliBot.Adapter.Outbound.Sending;
using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Effects;
using MeliBot.Delivery.Reasons;
using MeliBot.MercadoLibre;

namespace MeliBot.Adapter.Outbound.Senders;

/// <summary>
/// Writes one message into a sale's thread. Reads the thread before anything else: it says whether the seller may write, and to whom. Nothing guards a message against being posted twice, so
/// after a post whose fate is unknown the thread is read back: there it is ours, and it was sent; absent after two reads apart it is posted once more; whatever then stays unknown is a person's.
/// </summary>
public sealed class MessageSender(SaleWriting writing) : IEffectSender
{
    public string Kind => MessagePayload.Kind;

    public async Task<EffectOutcome> ExecuteAsync(EffectLease lease, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(lease);
        var slot = lease.Slot;
        if (MessagePayload.Parse(slot.Payload) is not { } payload) return new EffectOutcome.Park(MessageReasons.Unreadable);
        var (thread, instead) = await writing.ReadAsync(lease, payload.Pack, cancellationToken).ConfigureAwait(false);
        if (thread is null) return instead!;
        if (lease.Recovering)
        {
            if (Ours(slot, payload, thread) is { } ours) return await writing.SentAsync(slot, ours, payload.Text, thread, cancellationToken).ConfigureAwait(false);
            if (writing.Absent(lease) is { } absent) return absent;
        }

        if (slot.Author == "bot" && thread.WasAnswered(slot)) return new EffectOutcome.AnsweredElsewhere(null);
        var permit = SendRules.Decide(thread.Situation(slot.Author));
        return permit.Way == SendWay.Plain
            ? await writing.PostAsync(slot, payload.Text, payload.Files, thread, cancellationToken).ConfigureAwait(false)
            : writing.Told(slot, writing.Blocked(permit.Block!), thread);
    }

    public Task<IReadOnlyList<ActivityEntry>> ParkedAsync(EffectSlot slot, Reason reason, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(slot);
        return MessagePayload.Parse(slot.Payload) is { } payload ? writing.ParkedAsync(slot, payload.Pack, reason, cancellationToken) : Task.FromResult<IReadOnlyList<ActivityEntry>>([]);
    }

    /// <summary>The message of ours that a post of this slot left, if one did.</summary>
    private static Message? Ours(EffectSlot slot, MessagePayload payload, SaleThread thread) => thread.Thread.All.FirstOrDefault(message =>
        thread.Authors.SlotOf(message)?.Key == slot.Key && (payload.Files ?? []).All(file => message.Files.Any(there => there.Key == file)));
}
