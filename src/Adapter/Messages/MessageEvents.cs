using System.Globalization;
using MeliBot.Adapter.Inbound;
using MeliBot.Adapter.Outbound.Senders;
using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Effects;
using MeliBot.Delivery.Reasons;
using Newtonsoft.Json.Linq;

namespace MeliBot.Adapter.Messages;

/// <summary>What became of a message of a sale, as an entry that awaits a turn of the bot.</summary>
public sealed class MessageEvents(string serviceUrl)
{
    /// <param name="name">One of <see cref="MercadoLibreEvents"/>.</param>
    /// <param name="slot">The message's slot.</param>
    /// <param name="reason">What happened.</param>
    /// <param name="open">True while a person could still write it.</param>
    /// <param name="buyer">As the sale names it.</param>
    /// <param name="site">Of the sale.</param>
    /// <param name="at">When we learnt of it.</param>
    public ActivityEntry Create(string name, EffectSlot slot, Reason reason, bool open, long? buyer, string? site, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(slot);
        var payload = SaleSlots.Of(slot);
        var data = new JObject { ["kind"] = "event", ["account"] = slot.Account };
        if (payload is not null) data["packId"] = payload.Pack;
        if (site is not null) data["siteId"] = site;
        if (buyer is not null) data["buyerId"] = buyer;
        return new EventEntry
        {
            // One event per name and revision: seeing the same end again appends nothing.
            Id = string.Create(CultureInfo.InvariantCulture, $"{slot.Key}:{MercadoLibreEvents.End(name)}:{slot.Revision}"),
            Name = name,
            Conversation = new(slot.Conversation, slot.Account, MercadoLibreChannel.Orders),
            About = slot.Activity,
            Buyer = buyer,
            Site = site,
            ServiceUrl = serviceUrl,
            Reason = reason,
            Text = payload?.Text,
            Open = open,
            OrderKey = MessageKeys.Order(at, slot.Key, rank: 1),
            At = at,
            ChannelData = data,
        }.ToEntry();
    }
}
