using MeliBot.Adapter.Inbound;
using MeliBot.Adapter.Outbound.Senders;
using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Effects;
using MeliBot.MercadoLibre;

namespace MeliBot.Adapter.Messages;

/// <summary>
/// Tells which of the seller's messages went out through us, and for whom. By its id where a slot holds it; a message whose reply was lost by its words, each slot for one message: two slots
/// of the same words account for two messages, and a third is somebody's elsewhere.
/// </summary>
public sealed class MessageAuthors
{
    // Its clock isn't ours, and it writes seconds.
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(2);

    private readonly Dictionary<string, EffectSlot> _slots = new(StringComparer.Ordinal);

    /// <param name="thread">In the platform's order.</param>
    /// <param name="stored">The conversation with its slots.</param>
    public MessageAuthors(MessageThread thread, ConversationSnapshot stored)
    {
        ArgumentNullException.ThrowIfNull(thread);
        ArgumentNullException.ThrowIfNull(stored);
        var slots = stored.Effects.Where(slot => slot.Kind is MessagePayload.Kind or ContactPayload.Kind).ToList();
        foreach (var slot in slots)
        {
            if (MessageResult.Parse(slot.Result)?.Id is { } id) _slots.TryAdd(id, slot);
        }

        var lost = slots.Where(slot => slot.Attempt > 0 && slot.State is EffectState.Sending or EffectState.Planned or EffectState.Parked && MessageResult.Parse(slot.Result) is null)
            .Select(slot => (Slot: slot, SaleSlots.Of(slot)?.Text, Since: Since(slot, stored))).Where(known => known.Text is not null).ToList();
        foreach (var message in thread.All.Where(message => message.From?.UserId == stored.Conversation.Account))
        {
            if (message.Key is not { } key || _slots.ContainsKey(key)) continue;
            var at = lost.FindIndex(known => AnswerText.Same(known.Text, message.Text) && !(message.At < known.Since));
            if (at < 0) continue;
            _slots[key] = lost[at].Slot;
            lost.RemoveAt(at);
        }
    }

    /// <summary>The slot that the seller's message came from; null when it was written elsewhere.</summary>
    public EffectSlot? SlotOf(Message message) => message?.Key is { } key ? _slots.GetValueOrDefault(key) : null;

    /// <summary><c>bot</c>, <c>agent:{id}</c> or <c>elsewhere</c>.</summary>
    public string Of(Message message) => SlotOf(message)?.Author ?? QuestionSight.Elsewhere;

    /// <summary>It can't have been written before what it answers.</summary>
    private static DateTimeOffset Since(EffectSlot slot, ConversationSnapshot stored) =>
        (stored.Activities.FirstOrDefault(entry => string.Equals(entry.Id, slot.Activity, StringComparison.Ordinal))?.At ?? slot.UpdatedAt - TimeSpan.FromHours(1)) - Skew;
}
