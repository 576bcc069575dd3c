using MeliBot.Adapter.Orders;
using MeliBot.Delivery.Conversations;
using MeliBot.Inbox.Conversations;

namespace MeliBot.Inbox.Sales;

/// <summary>A sale, or a pack of them, with what was written about it.</summary>
/// <param name="Pack">The pack, or the order of a sale without one.</param>
/// <param name="Version">0 while nobody has written anything.</param>
/// <param name="Orders">Empty while only messages are known.</param>
/// <param name="Messages">Oldest first, those that are on their way last.</param>
/// <param name="Drafts">Replies that wait for a person, oldest first.</param>
/// <param name="Happenings">Hand-overs, oldest first.</param>
public sealed record SaleView(
    ConversationRef Conversation,
    long Pack,
    long Version,
    Owner Owner,
    IReadOnlyList<StoredOrder> Orders,
    IReadOnlyList<MessageView> Messages,
    IReadOnlyList<DraftView> Drafts,
    IReadOnlyList<HappeningView> Happenings)
{
    /// <summary>Somebody deleted the contact: its name and texts aren't shown.</summary>
    public LeadChange? ContactDeletion { get; init; }

    /// <summary>Somebody deleted all of its leads.</summary>
    public LeadChange? Deletion => Orders.Count > 0 && Orders.All(order => order.Deletion is not null) ? Orders[^1].Deletion : null;

    public long? Buyer { get; init; }

    public string? Site { get; init; }

    /// <summary>The buyer's name as the sale gave it; null where it gave none, and while the contact is deleted.</summary>
    public string? Contact => ContactDeletion is null ? Orders.Select(order => order.Contact).FirstOrDefault(name => name is not null) : null;

    public bool IsFraudRisk => Orders.Any(order => order.FraudRisk);

    public bool BuyerWrote => Messages.Any(message => message.IsIncoming);

    /// <summary>The buyer's messages that nobody has answered.</summary>
    public IReadOnlyList<MessageView> Waiting => SaleStanding.Unanswered(Messages);

    /// <summary>The same conversation as what is common to all kinds shows it.</summary>
    public ConversationView Common => new(Conversation, Version, Owner, Site, Orders.SelectMany(order => order.Lines).Select(line => line.Item).FirstOrDefault(item => item is not null), Buyer, [], Happenings);
}
