using System.Globalization;
using MeliBot.Adapter.Inbound;
using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Effects;
using MeliBot.Delivery.Reasons;
using Newtonsoft.Json.Linq;

namespace MeliBot.Adapter.Claims.Writing;

/// <summary>What became of a message in a claim, as an entry that awaits a turn of the bot.</summary>
public sealed class ClaimMessageEvents(string serviceUrl)
{
    /// <param name="name">One of <see cref="MercadoLibreEvents"/>.</param>
    /// <param name="slot">The message's slot.</param>
    /// <param name="payload">What it holds.</param>
    /// <param name="claim">The claim, where it is known.</param>
    /// <param name="reason">What happened.</param>
    /// <param name="at">When we learnt of it.</param>
    public ActivityEntry Create(string name, EffectSlot slot, ClaimMessagePayload payload, StoredClaim? claim, Reason reason, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(slot);
        ArgumentNullException.ThrowIfNull(payload);
        var data = new JObject { ["kind"] = "event", ["account"] = slot.Account, ["claimId"] = payload.Claim };
        if (claim?.Claim.SiteId is { } site) data["siteId"] = site;
        return new EventEntry
        {
            // One event per name and revision: seeing the same end again appends nothing.
            Id = string.Create(CultureInfo.InvariantCulture, $"{slot.Key}:{MercadoLibreEvents.End(name)}:{slot.Revision}"),
            Name = name,
            Conversation = new(slot.Conversation, slot.Account, MercadoLibreChannel.Claims),
            About = slot.Activity,
            Buyer = claim?.Counterpart,
            Site = claim?.Claim.SiteId,
            ServiceUrl = serviceUrl,
            Reason = reason,
            Text = payload.Text,
            Open = claim?.IsOpen != false,
            OrderKey = ClaimKeys.Order(at, slot.Key, isMessage: true),
            At = at,
            ChannelData = data,
        }.ToEntry();
    }
}
