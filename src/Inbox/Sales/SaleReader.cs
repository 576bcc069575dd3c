using MeliBot.Adapter.Inbound;
using MeliBot.Adapter.Messages;
using MeliBot.Adapter.Orders;
using MeliBot.Adapter.Outbound.Senders;
using MeliBot.Adapter.Turns;
using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Drafts;
using MeliBot.Delivery.Effects;
using MeliBot.Delivery.Parking;
using MeliBot.Delivery.Reading;
using MeliBot.Inbox.Conversations;

namespace MeliBot.Inbox.Sales;

/// <summary>Makes what people see of a sale's conversation out of what is stored.</summary>
internal static class SaleReader
{
    /// <param name="conversation">Of kind <c>orders</c>.</param>
    /// <param name="detail">All that is stored of it; null while nobody has written anything.</param>
    /// <param name="orders">Its sales.</param>
    /// <param name="parked">What of it is parked.</param>
    /// <param name="contactDeletion">Null while the contact is shown.</param>
    public static SaleView Read(ConversationRef conversation, ConversationDetail? detail, IReadOnlyList<StoredOrder> orders, IReadOnlyList<Parked> parked, LeadChange? contactDeletion)
    {
        var pack = MessageKeys.PackOf(conversation.Id) ?? 0;
        if (detail is null)
            return new SaleView(conversation, pack, 0, Owner.Bot, orders, [], [], []) { Buyer = BuyerOf(orders), Site = SiteOf(orders), ContactDeletion = contactDeletion };
        var entries = detail.Snapshot.Activities.Where(entry => entry.Role != ActivityRole.Event).Select(entry => (Entry: entry, Message: StoredMessage.Read(entry.Payload)))
            .Where(read => read.Message is not null).Select(read => (read.Entry, Message: read.Message!)).ToList();
        return new SaleView(
            conversation,
            pack,
            detail.Snapshot.Version,
            detail.Snapshot.Owner,
            orders,
            [.. entries.Select(read => Written(read.Entry, read.Message, detail, parked)), .. Leaving(Unseen(detail, entries), parked)],
            [.. detail.Drafts.Where(draft => draft.Draft.State == DraftState.Open).Select(draft => Draft(draft.Draft))],
            [.. detail.Snapshot.Activities.Where(entry => entry.Role == ActivityRole.Event).Select(Happening)])
        {
            Buyer = BuyerOf(orders) ?? entries.Select(read => read.Message.Buyer).FirstOrDefault(id => id is not null),
            Site = SiteOf(orders) ?? entries.Select(read => read.Message.Site).FirstOrDefault(site => site is not null),
            ContactDeletion = contactDeletion,
        };
    }

    private static MessageView Written(ActivityEntry entry, StoredMessage message, ConversationDetail detail, IReadOnlyList<Parked> parked)
    {
        var resource = message.Resource;
        var author = entry.Role == ActivityRole.Incoming
            ? message.IsAssistants ? MessageAuthor.Assistant : MessageAuthor.Buyer
            : AuthorOf(message.By ?? "elsewhere");
        return new MessageView(entry.Id, message.Text, entry.At, author, entry.Role == ActivityRole.Incoming ? null : message.By ?? "elsewhere", message.Moderation is null ? MessageState.Shown : MessageState.Moderated)
        {
            Number = message.Number,
            Moderation = message.Moderation,
            ReadAt = resource?.ReadAt,
            Files = [.. (resource?.Files ?? []).Select(file => new FileView(file.OriginalFilename ?? file.Filename ?? file.Id ?? "?", file.Filename ?? file.Id, file.Size, file.Type, file.PotentialSecurityThreat == true))],
            Turns = [.. detail.Turns.Where(turn => turn.Activity == entry.Id).Select(turn => TurnTrace.Parse(turn.Payload))],
            Turn = entry.Turn,
            Parked = Of(parked, entry.Id, isAnswer: false),
        };
    }

    /// <summary>
    /// Our slots whose messages the platform doesn't show yet. While one is being sent, its message may already be there without our knowing its id: then it is the one of the same author and
    /// words that no other slot accounts for.
    /// </summary>
    private static List<EffectSlot> Unseen(ConversationDetail detail, IReadOnlyList<(ActivityEntry Entry, StoredMessage Message)> entries)
    {
        var slots = detail.Snapshot.Effects.Where(slot => slot.Kind is MessagePayload.Kind or ContactPayload.Kind).Select(slot => (Slot: slot, Id: MessageResult.Parse(slot.Result)?.Id)).ToList();
        var known = slots.Select(slot => slot.Id).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var free = entries.Where(read => read.Entry.Role == ActivityRole.Outgoing && read.Message.Number is { } number && !known.Contains(number)).Select(read => (read.Message.By, read.Message.Text)).ToList();
        var written = entries.Select(read => read.Entry.Id).ToHashSet(StringComparer.Ordinal);
        return [.. slots.Where(slot => slot.Id is { } id
            ? !written.Contains(MessageKeys.Activity(slot.Slot.Account, id))
            : slot.Slot.State != EffectState.Sending || !free.Remove((slot.Slot.Author, SaleSlots.Of(slot.Slot)?.Text ?? ""))).Select(slot => slot.Slot)];
    }

    /// <summary>What we say and the platform doesn't show yet, in the order in which it goes out.</summary>
    private static IEnumerable<MessageView> Leaving(List<EffectSlot> unseen, IReadOnlyList<Parked> parked) =>
        from slot in unseen
        let payload = MessagePayload.Parse(slot.Payload)
        where SaleSlots.Of(slot) is not null
        select new MessageView(slot.Key, SaleSlots.Of(slot)!.Text ?? "", slot.UpdatedAt, AuthorOf(slot.Author), slot.Author, StateOf(slot.State))
        {
            Sending = slot.State,
            Reason = slot.Reason,
            Files = [.. (payload?.Files ?? []).Select(file => new FileView(file, null, null, null, false))],
            Parked = Of(parked, slot.Key, isAnswer: true),
        };

    private static MessageState StateOf(EffectState state) => state switch
    {
        EffectState.Planned or EffectState.Sending => MessageState.OnItsWay,
        EffectState.Waiting => MessageState.Waiting,
        EffectState.Refused => MessageState.Refused,
        EffectState.Parked => MessageState.Parked,
        _ => MessageState.Shown,
    };

    private static MessageAuthor AuthorOf(string by) => by switch
    {
        "bot" => MessageAuthor.Bot,
        "elsewhere" => MessageAuthor.Elsewhere,
        _ => MessageAuthor.Person,
    };

    private static DraftView Draft(Draft draft)
    {
        var payload = DraftPayload.Parse(draft.Payload);
        return new DraftView(draft.Id, payload.Text, payload.Reasons, draft.At);
    }

    private static HappeningView Happening(ActivityEntry entry)
    {
        var activity = StoredActivity.Read(entry.Payload);
        return new HappeningView(entry.Id, activity.Name ?? "", entry.At, activity.Says) { State = activity.State };
    }

    private static IReadOnlyList<ParkedView> Of(IReadOnlyList<Parked> parked, string key, bool isAnswer) =>
        [.. parked.Where(p => string.Equals(p.Key, key, StringComparison.Ordinal)).Select(p => new ParkedView(p.Id, isAnswer, p.Reason, p.Attempts, p.At))];

    private static long? BuyerOf(IReadOnlyList<StoredOrder> orders) => orders.Select(order => order.Buyer).FirstOrDefault(id => id is not null);

    private static string? SiteOf(IReadOnlyList<StoredOrder> orders) => orders.Select(order => order.Site).FirstOrDefault(site => site is not null);
}
