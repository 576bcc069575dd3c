using MeliBot.Adapter.Inbound;
using MeliBot.Adapter.Outbound.Senders;
using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Effects;
using MeliBot.Delivery.Signals;
using MeliBot.MercadoLibre;

namespace MeliBot.Adapter.Messages;

/// <summary>A sale's thread as it was read, with what is known of the sale.</summary>
/// <param name="Thread">In the platform's order; may lack what is older than the messages that are known.</param>
/// <param name="Stored">The conversation as it is stored.</param>
/// <param name="Pack">The pack, or the order of a sale without one.</param>
/// <param name="Buyer">As the sale names it; null when it isn't known.</param>
/// <param name="Site">For messages that don't name theirs.</param>
public sealed record SeenThread(MessageThread Thread, ConversationSnapshot Stored, long Pack, long? Buyer, string? Site);

/// <summary>What one look at a thread means: its entries in the conversation, and what was seen of our slots.</summary>
public sealed class ThreadSight(MessageActivities activities, MessageEvents events)
{
    /// <param name="seen">What was read.</param>
    /// <param name="settle">How long the lines of a buyer are gathered into one turn.</param>
    /// <param name="replyWithin">What the buyer wrote longer ago is shown, and left to people.</param>
    /// <param name="now">The time.</param>
    public ConversationIngest See(SeenThread seen, TimeSpan settle, TimeSpan replyWithin, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(seen);
        var (thread, stored) = (seen.Thread, seen.Stored);
        var account = stored.Conversation.Account;
        var authors = new MessageAuthors(thread, stored);

        // What the seller wrote since, by whomever but the bot, was the answer.
        var answered = -1;
        for (var i = 0; i < thread.All.Count; i++)
        {
            if (thread.All[i].From?.UserId == account && authors.Of(thread.All[i]) != "bot") answered = i;
        }

        var entries = new List<ActivityEntry>();
        for (var i = 0; i < thread.All.Count; i++)
        {
            var message = thread.All[i];
            if (message.Key is null) continue;
            var turn = i < answered || now - (message.At ?? now) > replyWithin ? ActivityTurn.None : ActivityTurn.Pending;
            var entry = activities.Entry(message with { SiteId = message.SiteId ?? seen.Site }, account, seen.Pack, seen.Buyer, authors.Of(message), turn, now);
            entries.Add(entry with { DueAt = turn == ActivityTurn.Pending ? now + settle : entry.DueAt });
        }

        return new ConversationIngest(stored.Conversation, ThreadMeta.Of(thread, seen.Buyer).ToJson(), entries, [.. Observe(seen, authors, now)]);
    }

    private IEnumerable<SlotObservation> Observe(SeenThread seen, MessageAuthors authors, DateTimeOffset now)
    {
        foreach (var message in seen.Thread.All)
        {
            if (authors.SlotOf(message) is not { } slot) continue;
            if (slot.State == EffectState.Sent && !message.IsDelivered)
            {
                var why = MessageReasons.TakenDown.With(Moderation(message));
                yield return new(slot.Key, slot.Kind, SlotSight.Banned, null, why, slot.Activity, events.Create(MercadoLibreEvents.MessageBanned, slot, why, open: false, seen.Buyer, seen.Site, now));
            }

            // It was there after all: nobody need wonder, or write it again.
            if (slot.State == EffectState.Parked)
                yield return new(slot.Key, slot.Kind, SlotSight.Filled, new MessageResult(message.Key!, message.Status.Value, message.At).ToJson(), MessageReasons.FoundLater, slot.Activity, null);
        }

        // Whatever waited for the thread may look again.
        if (seen.Thread.ConversationStatus is not { IsBlocked: false }) yield break;
        foreach (var slot in seen.Stored.Effects.Where(slot => slot is { Kind: MessagePayload.Kind or ContactPayload.Kind, State: EffectState.Waiting }))
            yield return new(slot.Key, slot.Kind, SlotSight.Open, null, null, slot.Activity, null);
    }

    internal static string Moderation(Message message) => message.Moderated?.Reason.Value ?? message.Moderated?.Status.Value ?? message.Status.Value ?? "";
}
