using MeliBot.Adapter.Messages;
using System.Globalization;
using System.Text.Json;
using MeliBot.Adapter.Orders;
using MeliBot.Delivery.Changes;
using Microsoft.Extensions.Logging;

namespace MeliBot.Inbox.Index;

/// <summary>Keeps the board's table as the stored orders are. What changed is read from the store again, so whatever order changes come in, the table ends at the newest.</summary>
internal sealed partial class SaleProjector(ISaleIndex index, OrderStore orders, Leads leads, ILogger<SaleProjector> logger)
{
    private const int Batch = 500;

    public async Task FillAsync(CancellationToken cancellationToken)
    {
        var deleted = (await leads.DeletedContactsAsync(cancellationToken)).Select(contact => (contact.Account, (long?)contact.Buyer)).ToHashSet();
        var batch = new List<IndexedSale>(Batch);
        await foreach (var sale in orders.AllAsync((record, why) => Unreadable(logger, record.Key, record.Kind, why), cancellationToken))
        {
            batch.Add(IndexedSale.Of(sale, deleted.Contains((sale.Account, sale.Buyer))));
            if (batch.Count < Batch) continue;
            await index.PutAsync(batch, cancellationToken);
            batch.Clear();
        }

        await index.PutAsync(batch, cancellationToken);
    }

    /// <returns>Ids of the conversations that a contact's change bears upon.</returns>
    public async Task<IReadOnlySet<(string Conversation, long Account)>> FollowAsync(IReadOnlyList<Change> changes, CancellationToken cancellationToken)
    {
        var touched = changes.Where(change => change.What == OrderStore.News).Select(change => (change.Account, Order: Number(change.Key))).ToHashSet();
        var conversations = new HashSet<(string, long)>();
        foreach (var (account, buyer) in changes.Where(change => change.What == Leads.ContactNews).Select(change => (change.Account, Number(change.Key))).Distinct())
        {
            foreach (var row in await index.OfBuyerAsync(account, buyer, cancellationToken))
            {
                touched.Add((account, row.Order));
                conversations.Add((row.Conversation, account));
            }
        }

        var sales = new List<IndexedSale>(touched.Count);
        foreach (var (account, order) in touched)
        {
            try
            {
                if (await orders.FindAsync(account, order, cancellationToken) is { } sale)
                    sales.Add(IndexedSale.Of(sale, await IsContactDeletedAsync(sale, cancellationToken)));
            }
            catch (JsonException e)
            {
                Unreadable(logger, Key(order), OrderStore.News, e.Message);
            }
        }

        await index.PutAsync(sales, cancellationToken);
        return conversations;
    }

    /// <summary>The sales of an orders conversation, and whether somebody deleted their contact.</summary>
    public async Task<(IReadOnlyList<StoredOrder> Sales, bool ContactDeleted)> OfConversationAsync(string conversation, long account, CancellationToken cancellationToken)
    {
        var sales = MessageKeys.PackOf(conversation) is { } pack ? await orders.OfConversationAsync(account, pack, cancellationToken) : [];
        return (sales, sales.Count > 0 && await IsContactDeletedAsync(sales[0], cancellationToken));
    }

    private async Task<bool> IsContactDeletedAsync(StoredOrder sale, CancellationToken cancellationToken) =>
        sale.Buyer is { } buyer && await leads.FindContactAsync(sale.Account, buyer, cancellationToken) is { Deletion: not null };

    private static string Key(long order) => order.ToString(CultureInfo.InvariantCulture);

    private static long Number(string key) => long.Parse(key, CultureInfo.InvariantCulture);

    [LoggerMessage(7004, LogLevel.Error, "The sale {Order} ({Kind}) isn't on the board, because what is stored of it can't be read: {Why}. Repair its row, or restore the database from before.")]
    private static partial void Unreadable(ILogger logger, string order, string kind, string why);
}
