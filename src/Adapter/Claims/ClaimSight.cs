using MeliBot.Adapter.Claims.Writing;
using MeliBot.Adapter.Hosting;
using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Effects;
using MeliBot.Delivery.Signals;
using MeliBot.MercadoLibre;
using Microsoft.Extensions.Options;

namespace MeliBot.Adapter.Claims;

/// <summary>What one look at a claim means: its entries in the conversation, and what was seen of our slots.</summary>
public sealed class ClaimSight(ClaimActivities activities, IOptions<MercadoLibreAdapterOptions> options)
{
    /// <param name="claim">As it is kept after the look.</param>
    /// <param name="messages">Oldest first; empty when they weren't read.</param>
    /// <param name="stored">The conversation as it is stored.</param>
    /// <param name="now">The time.</param>
    public ConversationIngest See(StoredClaim claim, IReadOnlyList<ClaimMessage> messages, ConversationSnapshot stored, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(messages);
        ArgumentNullException.ThrowIfNull(stored);
        var authors = new ClaimAuthors(messages, claim, stored);
        var known = stored.Activities.Select(entry => entry.Id).ToHashSet(StringComparer.Ordinal);
        var due = now + options.Value.ClaimSettle;
        var entries = new List<ActivityEntry>();
        foreach (var happening in ClaimHappenings.Of(claim))
        {
            // What has no time of its own is as old as our knowledge of it: seen again it stays where it is.
            if (known.Contains(ClaimKeys.Event(claim.Account, claim.Id, happening.What))) continue;
            var entry = activities.Event(happening, claim, happening.Wants || stored.Version > 0 ? ActivityTurn.Pending : ActivityTurn.None, now);
            entries.Add(entry.Turn == ActivityTurn.Pending ? entry with { DueAt = due } : entry);
        }

        // What a person wrote since, here or elsewhere, was the answer.
        var answered = messages.ToList().FindLastIndex(message => ClaimActivities.IsOurs(message, claim) && authors.Of(message) != "bot");
        for (var i = 0; i < messages.Count; i++)
        {
            var turn = claim.IsOpen && i > answered ? ActivityTurn.Pending : ActivityTurn.None;
            var entry = activities.Message(messages[i], claim, authors.Of(messages[i]), turn, now);
            entries.Add(entry.Turn == ActivityTurn.Pending ? entry with { DueAt = due } : entry);
        }

        return new ConversationIngest(stored.Conversation, ClaimMeta.Of(claim).ToJson(), entries, [.. Observe(claim, messages, stored, authors)]);
    }

    private static IEnumerable<SlotObservation> Observe(StoredClaim claim, IReadOnlyList<ClaimMessage> messages, ConversationSnapshot stored, ClaimAuthors authors)
    {
        // It was there after all: nobody need wonder, or write it again.
        foreach (var message in messages)
        {
            if (authors.SlotOf(message) is { State: EffectState.Parked } slot)
                yield return new(slot.Key, slot.Kind, SlotSight.Filled, new ClaimMessageResult(message.Key, message.At).ToJson(), ClaimReasons.FoundLater, slot.Activity, null);
        }

        if (claim.IsOpen) yield break;
        foreach (var slot in stored.Effects.Where(slot => slot is { Kind: ClaimMessagePayload.Kind, State: EffectState.Waiting }))
            yield return new(slot.Key, slot.Kind, SlotSight.Open, null, null, slot.Activity, null);
    }
}
