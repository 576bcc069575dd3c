using System.Globalization;
using System.Text.Json;
using MeliBot.Adapter;
using MeliBot.Adapter.Claims;
using MeliBot.Delivery;
using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Parking;
using MeliBot.Delivery.Reading;
using MeliBot.Delivery.Signals;
using MeliBot.Inbox.Writing;
using MeliBot.MercadoLibre;

namespace MeliBot.Inbox.Claims;

/// <summary>Reads claims for pages.</summary>
internal sealed class ClaimDesk(IDeliveryReader reader, IParkingStore parking, ClaimStore claims, ISignalStore signals, TimeProvider time)
{
    private const string Source = "inbox";

    /// <summary>Null when neither the claim nor anything in it is known.</summary>
    public async Task<ClaimView?> ReadAsync(string id, CancellationToken cancellationToken)
    {
        if (!ClaimKeys.TryParseConversation(id, out var account, out var claim)) return null;
        var conversation = new ConversationRef(id, account, MercadoLibreChannel.Claims);
        var stored = await FindAsync(account, claim, cancellationToken);
        var detail = await reader.ConversationAsync(conversation, cancellationToken);
        if (stored is null && detail is null) return null;
        return ClaimViewReader.Read(conversation, detail, stored, detail is null ? [] : await parking.ListAsync(conversation, cancellationToken));
    }

    /// <summary>The claims of a sale: open ones first, the most urgent first.</summary>
    public async Task<IReadOnlyList<StoredClaim>> OfSaleAsync(long account, long conversation, CancellationToken cancellationToken)
    {
        try
        {
            return await claims.OfSaleAsync(account, conversation, cancellationToken);
        }
        catch (JsonException)
        {
            // A damaged claim must not hide its sale; the list of claims says what is wrong with it.
            return [];
        }
    }

    /// <summary>Has the claim read anew from Mercado Libre; the page follows what is found.</summary>
    public async Task<Written> RefreshAsync(ClaimView view, CancellationToken cancellationToken)
    {
        try
        {
            var resource = string.Create(CultureInfo.InvariantCulture, $"/post-purchase/v1/claims/{view.Id}");
            await signals.RaiseAsync(new SignalHint(view.Conversation.Account, Topic.PostPurchase.Value!, resource, time.GetUtcNow(), Source), cancellationToken);
            return new Written(WriteResult.Done);
        }
        catch (DeliveryUnavailableException)
        {
            return new Written(WriteResult.NotNow, WritingReasons.StoreAway);
        }
    }

    // What can't be read is shown as not known: the messages stand without it.
    private async Task<StoredClaim?> FindAsync(long account, long claim, CancellationToken cancellationToken)
    {
        try
        {
            return await claims.FindAsync(account, claim, cancellationToken);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
