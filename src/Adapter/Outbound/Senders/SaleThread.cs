using MeliBot.Adapter.Accounts;
using MeliBot.Adapter.Messages;
using MeliBot.Adapter.Orders;
using MeliBot.Adapter.Outbound.Sending;
using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Effects;
using MeliBot.MercadoLibre;

namespace MeliBot.Adapter.Outbound.Senders;

/// <summary>A sale's thread as it was read to write in it, with all that decides whether that may be done.</summary>
internal sealed record SaleThread(long Pack, Account Account, MessageThread Thread, IReadOnlyList<StoredOrder> Sales, ConversationSnapshot Stored, MessageAuthors Authors)
{
    /// <summary>As the sale names it; null when it isn't known.</summary>
    public long? Buyer => Sales.Select(sale => sale.Buyer).FirstOrDefault(id => id is not null);

    public string? Site => Sales.Select(sale => sale.Site).FirstOrDefault(site => site is not null) ?? Account.SiteId;

    public bool BuyerWrote => Thread.All.Any(message => message.From?.UserId is { } from && from != Account.UserId);

    public SendSituation Situation(string author) => SendSituation.Of(
        author.StartsWith("agent:", StringComparison.Ordinal) ? SendAuthor.Person : SendAuthor.Bot,
        Account, Sales, Thread.ConversationStatus, BuyerWrote,
        lastIsSellers: Thread.All is [.., { From.UserId: { } last }] && last == Account.UserId);

    /// <summary>Somebody else has written to the buyer since: what the bot wanted to say comes too late. By the conversation's order, because two messages may carry the same second.</summary>
    public bool WasAnswered(EffectSlot slot) =>
        Stored.Activities.FirstOrDefault(entry => string.Equals(entry.Id, slot.Activity, StringComparison.Ordinal)) is { } asked
        && Thread.All.Any(message => message.From?.UserId == slot.Account && IsAfter(message, asked) && Authors.Of(message) != "bot");

    private static bool IsAfter(Message message, ActivityEntry asked) =>
        message is { At: { } at, Key: { } key } && string.CompareOrdinal(MessageKeys.Order(at, key), asked.OrderKey) > 0;
}
