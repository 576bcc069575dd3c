using MeliBot.Adapter.Claims;
using MeliBot.Adapter.Orders;
using MeliBot.Adapter.Tests.Route;
using MeliBot.Delivery.Reading;
using MeliBot.Delivery.Signals;
using MeliBot.Inbox.Claims;
using MeliBot.Inbox.Index;
using MeliBot.Simulator;
using Microsoft.Bot.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace MeliBot.Inbox.Tests.Claims;

/// <summary>The whole route with the inbox's own services on it, and one claim.</summary>
internal sealed class ClaimRoute : IAsyncDisposable
{
    private readonly Route _route;

    private ClaimRoute(Route route, WorldOrder order, WorldClaim claim) => (_route, Order, Claim) = (route, order, claim.Id);

    public WorldOrder Order { get; }

    public long Claim { get; }

    public long Account => _route.Seller.Id;

    public World World => _route.World;

    public string Id => ClaimKeys.Conversation(Account, Claim);

    /// <param name="wish">What is claimed; the buyer wants to send back what was bought, unless it says otherwise.</param>
    /// <param name="bot">Says nothing unless it does.</param>
    public static async Task<ClaimRoute> StartAsync(Func<NewClaim, NewClaim>? wish = null, BotCallbackHandler? bot = null)
    {
        var route = await Route.StartAsync(bot ?? ((_, _) => Task.CompletedTask), services => services.AddLogging().AddInbox(new ConfigurationBuilder().Build()));
        var order = route.World.Sales.Buy(new NewSale { BuyerId = route.Buyer.Id, Lines = [new(route.Item.Id)] })[0];
        var claim = new NewClaim { OrderId = order.Id, SellerId = route.Seller.Id, ReasonId = "PDD9549", Text = "Llegó roto." };
        var stage = new ClaimRoute(route, order, route.World.Claims.Open(wish is null ? claim : wish(claim)));
        await stage.Get<OrderKeeper>().RefreshAsync(stage.Account, order.Id, TestContext.Current.CancellationToken);
        await stage.LookAsync();
        return stage;
    }

    public T Get<T>()
        where T : notnull => _route.Services.GetRequiredService<T>();

    /// <summary>Takes in what the platform shows of the claim now.</summary>
    public async Task LookAsync()
    {
        var looked = (await Get<ClaimKeeper>().LookAsync(Account, Claim, "test", TestContext.Current.CancellationToken)).ShouldNotBeNull();
        await Get<ISignalStore>().IngestAsync(null, new Ingest([looked.Ingest]), default);
    }

    public async Task<ClaimView> ViewAsync() => (await Get<ClaimDesk>().ReadAsync(Id, TestContext.Current.CancellationToken)).ShouldNotBeNull();

    public async Task<IndexedEntry> EntryAsync()
    {
        var view = await ViewAsync();
        var detail = (await Get<IDeliveryReader>().ConversationAsync(view.Conversation, TestContext.Current.CancellationToken)).ShouldNotBeNull();
        return ClaimEntryMaker.Make(detail, view.Claim);
    }

    /// <summary>The view, once it is so.</summary>
    public async Task<ClaimView> UntilAsync(Func<ClaimView, bool> condition)
    {
        ClaimView? view = null;
        await _route.UntilAsync(async () => condition(view = await ViewAsync()));
        return view!;
    }

    public Task UntilAsync(Func<Task<bool>> condition) => _route.UntilAsync(condition);

    public ValueTask DisposeAsync() => _route.DisposeAsync();
}
