using MeliBot.Delivery.Effects;

namespace MeliBot.Adapter.Outbound.Senders;

/// <summary>What a slot writes in a sale's thread, however it does.</summary>
public static class SaleSlots
{
    /// <summary>Null when it writes in none.</summary>
    public static SaleWords? Of(EffectSlot slot)
    {
        ArgumentNullException.ThrowIfNull(slot);
        return slot.Kind switch
        {
            MessagePayload.Kind when MessagePayload.Parse(slot.Payload) is { } message => new(message.Pack, message.Text),
            ContactPayload.Kind when ContactPayload.Parse(slot.Payload) is { } contact => new(contact.Pack, contact.Text),
            _ => null,
        };
    }
}

/// <param name="Pack">The pack, or the order of a sale without one.</param>
/// <param name="Text">Null where the platform's template says it.</param>
public sealed record SaleWords(long Pack, string? Text);
