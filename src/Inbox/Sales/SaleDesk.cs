using MeliBot.Adapter.Messages;
using MeliBot.Adapter;
using MeliBot.Adapter.Orders;
using MeliBot.Delivery;
using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Parking;
using MeliBot.Delivery.Reading;
using MeliBot.Delivery.Reasons;
using MeliBot.Inbox.Writing;
using MeliBot.MercadoLibre;

namespace MeliBot.Inbox.Sales;

/// <summary>Reads sales for pages, and does what people do about leads and contacts.</summary>
internal sealed class SaleDesk(IDeliveryReader reader, IParkingStore parking, OrderStore orders, OrderKeeper keeper, Leads leads)
{
    /// <summary>Null when neither a sale nor a message of it is known.</summary>
    public async Task<SaleView?> ReadAsync(string id, CancellationToken cancellationToken)
    {
        if (!MessageKeys.TryParseConversation(id, out var account, out var pack)) return null;
        var conversation = new ConversationRef(id, account, MercadoLibreChannel.Orders);
        var sales = await orders.OfConversationAsync(account, pack, cancellationToken);
        var detail = await reader.ConversationAsync(conversation, cancellationToken);
        if (sales.Count == 0 && detail is null) return null;
        var parked = detail is null ? [] : await parking.ListAsync(conversation, cancellationToken);
        var view = SaleReader.Read(conversation, detail, sales, parked, null);
        return view.Buyer is { } buyer && await leads.FindContactAsync(account, buyer, cancellationToken) is { Deletion: { } deletion } ? view with { ContactDeletion = deletion } : view;
    }

    public Task<StoredOrder?> FindAsync(long account, long order, CancellationToken cancellationToken) => orders.FindAsync(account, order, cancellationToken);

    /// <summary>Reads the sales of a conversation anew from Mercado Libre.</summary>
    /// <returns>Why one of them couldn't be read; null when all could.</returns>
    public async Task<Reason?> RefreshAsync(SaleView view, CancellationToken cancellationToken)
    {
        Reason? problem = null;
        foreach (var order in view.Orders)
        {
            try
            {
                await keeper.RefreshAsync(order.Account, order.Id, cancellationToken);
            }
            catch (MercadoLibreException failure)
            {
                problem = PlatformReasons.Of(failure.Error);
            }
        }

        return problem;
    }

    public Task<Written> DeleteLeadAsync(long account, long order, string agent, CancellationToken cancellationToken) => TryAsync(() => leads.DeleteAsync(account, order, By(agent), cancellationToken));

    public Task<Written> RestoreLeadAsync(long account, long order, string agent, CancellationToken cancellationToken) => TryAsync(() => leads.RestoreAsync(account, order, By(agent), cancellationToken));

    public Task<Written> DeleteContactAsync(long account, long buyer, string agent, CancellationToken cancellationToken) => TryAsync(() => leads.DeleteContactAsync(account, buyer, By(agent), cancellationToken));

    public Task<Written> RestoreContactAsync(long account, long buyer, string agent, CancellationToken cancellationToken) => TryAsync(() => leads.RestoreContactAsync(account, buyer, By(agent), cancellationToken));

    public Task<IReadOnlyList<StoredContact>> DeletedContactsAsync(CancellationToken cancellationToken) => leads.DeletedContactsAsync(cancellationToken);

    private static async Task<Written> TryAsync(Func<Task<bool>> act)
    {
        try
        {
            return new Written(await act() ? WriteResult.Done : WriteResult.TooLate);
        }
        catch (DeliveryUnavailableException)
        {
            return new Written(WriteResult.NotNow, WritingReasons.StoreAway);
        }
    }

    private static string By(string agent) => "agent:" + agent;
}
