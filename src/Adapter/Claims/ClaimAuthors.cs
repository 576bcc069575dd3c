using MeliBot.Adapter.Claims.Writing;
using MeliBot.Adapter.Inbound;
using MeliBot.Adapter.Outbound.Senders;
using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Effects;
using MeliBot.MercadoLibre;

namespace MeliBot.Adapter.Claims;

/// <summary>
/// Tells which of the account's messages in a claim went out through us, and for whom: by what the slot knows of it, and a message whose reply was lost by its words and its receiver, each slot
/// for one message.
/// </summary>
public sealed class ClaimAuthors
{
    // Its clock isn't ours.
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(2);

    private readonly Dictionary<string, EffectSlot> _slots = new(StringComparer.Ordinal);

    /// <param name="messages">Of the claim, oldest first.</param>
    /// <param name="claim">The claim.</param>
    /// <param name="stored">Its conversation with its slots.</param>
    public ClaimAuthors(IReadOnlyList<ClaimMessage> messages, StoredClaim claim, ConversationSnapshot stored)
    {
        ArgumentNullException.ThrowIfNull(messages);
        ArgumentNullException.ThrowIfNull(stored);
        var slots = stored.Effects.Where(slot => slot.Kind == ClaimMessagePayload.Kind).ToList();
        foreach (var slot in slots)
        {
            if (ClaimMessageResult.Parse(slot.Result)?.Key is { } key) _slots.TryAdd(key, slot);
        }

        var lost = slots.Where(slot => slot.Attempt > 0 && slot.State is EffectState.Sending or EffectState.Planned or EffectState.Parked && ClaimMessageResult.Parse(slot.Result) is null)
            .Select(slot => (Slot: slot, Payload: ClaimMessagePayload.Parse(slot.Payload), Since: Since(slot, stored))).Where(known => known.Payload is not null).ToList();
        foreach (var message in messages.Where(message => ClaimActivities.IsOurs(message, claim)))
        {
            if (_slots.ContainsKey(message.Key)) continue;
            var at = lost.FindIndex(known => IsOf(known.Payload!, message) && !(message.At < known.Since));
            if (at < 0) continue;
            _slots[message.Key] = lost[at].Slot;
            lost.RemoveAt(at);
        }
    }

    /// <summary>The slot that the account's message came from; null when it was written elsewhere.</summary>
    public EffectSlot? SlotOf(ClaimMessage message) => message is null ? null : _slots.GetValueOrDefault(message.Key);

    /// <summary><c>bot</c>, <c>agent:{id}</c> or <c>elsewhere</c>.</summary>
    public string Of(ClaimMessage message) => SlotOf(message)?.Author ?? QuestionSight.Elsewhere;

    private static bool IsOf(ClaimMessagePayload payload, ClaimMessage message) =>
        AnswerText.Same(payload.Text, message.Message) && (message.ReceiverRole.Value is null || message.ReceiverRole == ClaimRole.From(payload.Receiver));

    /// <summary>It can't have been written before what it answers.</summary>
    private static DateTimeOffset Since(EffectSlot slot, ConversationSnapshot stored) =>
        (stored.Activities.FirstOrDefault(entry => string.Equals(entry.Id, slot.Activity, StringComparison.Ordinal))?.At ?? slot.UpdatedAt - TimeSpan.FromHours(1)) - Skew;
}
