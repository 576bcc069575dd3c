using MeliBot.Adapter.Accounts;
using MeliBot.Adapter.Claims;
using MeliBot.Adapter.Orders;
using MeliBot.Bot.Composition;
using MeliBot.Dialogs.Facts;
using MeliBot.MercadoLibre;
using Microsoft.Extensions.Options;

namespace MeliBot.Bot.Facts;

/// <summary>
/// Listings as Mercado Libre shows them now, and sales and claims as they are kept here; several questions on one listing within seconds share a reading.
/// </summary>
internal sealed class ItemFactSource(IMercadoLibreClient client, AccountStore accounts, OrderStore orders, ClaimStore claims, ItemNotes notes, IOptions<BotOptions> options, TimeProvider time) : IFactSource
{
    private readonly SharedReads<(long, string), ItemFacts?> _items = new(time, () => options.Value.FactsMaxAge);
    private readonly SharedReads<(long, string), Fact<string>?> _descriptions = new(time, () => options.Value.FactsMaxAge);
    private readonly SharedReads<(long, string, string), Fact<DeliveryOffer>?> _deliveries = new(time, () => options.Value.FactsMaxAge);

    public Task<ItemFacts?> ItemAsync(FactRequest request, CancellationToken cancellationToken) =>
        _items.ReadAsync((request.Account, request.ItemId), (at, ct) => ReadItemAsync(request, at, ct), cancellationToken);

    public Task<Fact<string>?> DescriptionAsync(FactRequest request, CancellationToken cancellationToken) =>
        _descriptions.ReadAsync((request.Account, request.ItemId), (at, ct) => ReadDescriptionAsync(request, at, ct), cancellationToken);

    public Task<Fact<DeliveryOffer>?> DeliveryAsync(FactRequest request, string postcode, CancellationToken cancellationToken) =>
        _deliveries.ReadAsync((request.Account, request.ItemId, postcode), (at, ct) => ReadDeliveryAsync(request, postcode, at, ct), cancellationToken);

    public Task<Fact<string>?> NotesAsync(FactRequest request, CancellationToken cancellationToken) => notes.FindAsync(request.Account, request.ItemId, cancellationToken);

    public async Task<SaleFacts?> SaleAsync(SaleRequest request, CancellationToken cancellationToken) =>
        SaleFactMap.Of([.. (await orders.OfConversationAsync(request.Account, request.Number, cancellationToken)).Where(order => request.Order is null || order.Id == request.Order)]);

    public async Task<ClaimFacts?> ClaimAsync(ClaimRequest request, CancellationToken cancellationToken) =>
        ClaimFactMap.Of(await claims.FindAsync(request.Account, request.Claim, cancellationToken));

    public async Task<AccountFacts?> AccountAsync(long account, CancellationToken cancellationToken) =>
        await accounts.FindAsync(account, cancellationToken) is { } linked ? new AccountFacts(account, linked.Nickname, linked.SiteId, linked.TimeZone) : null;

    private async Task<ItemFacts?> ReadItemAsync(FactRequest request, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var items = client.For(request.Account).Items;
        if (await OrNullAsync(() => items.GetAsync(request.ItemId, cancellationToken: cancellationToken)) is not { } item) return null;

        // What a buyer pays today; where the platform has no such price the listing's own counts.
        return ItemFactMap.Of(item, await OrNullAsync(() => items.SalePriceAsync(request.ItemId, cancellationToken: cancellationToken)), at);
    }

    private async Task<Fact<string>?> ReadDescriptionAsync(FactRequest request, DateTimeOffset at, CancellationToken cancellationToken) =>
        await OrNullAsync(() => client.For(request.Account).Items.DescriptionAsync(request.ItemId, cancellationToken)) is { PlainText: { Length: > 0 } text } ? new Fact<string>(text.Trim(), "description", at) : null;

    private async Task<Fact<DeliveryOffer>?> ReadDeliveryAsync(FactRequest request, string postcode, DateTimeOffset at, CancellationToken cancellationToken) =>
        await OrNullAsync(() => client.For(request.Account).Items.ShippingOptionsAsync(request.ItemId, postcode, cancellationToken)) is { } found ? DeliveryFactMap.Of(found, postcode, at) : null;

    /// <summary>Null where the platform says that there is no such thing, or not for this account.</summary>
    private static async Task<T?> OrNullAsync<T>(Func<Task<T>> read)
        where T : class
    {
        try
        {
            return await read();
        }
        catch (MercadoLibreException e) when (e.Error.Kind is ErrorKind.NotFound or ErrorKind.Forbidden or ErrorKind.Invalid)
        {
            return null;
        }
    }
}
