using MeliBot.Adapter.Messages;
using MeliBot.Adapter.Orders;
using MeliBot.Adapter.Tests.Route;
using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Reading;
using MeliBot.Delivery.Signals;
using MeliBot.Inbox.Index;
using MeliBot.Inbox.Sales;
using MeliBot.MercadoLibre;
using MeliBot.Simulator;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace MeliBot.Inbox.Tests.Sales;

/// <summary>The whole route with the inbox's own services on it, and one sale.</summary>
internal sealed class SaleRoute : IAsyncDisposable
{
    private readonly Route _route;

    private SaleRoute(Route route, WorldOrder order) => (_route, Order) = (route, order);

    public WorldOrder Order { get; }

    public long Account => _route.Seller.Id;

    public long Pack => Order.Conversation;

    public World World => _route.World;

    public MessageDesk Desk => Get<MessageDesk>();

    public string Id => MessageKeys.Conversation(Account, Pack);

    /// <param name="sale">What is bought; the seller's only item, paid, unless it says otherwise.</param>
    public static async Task<SaleRoute> StartAsync(Func<NewSale, NewSale>? sale = null)
    {
        var route = await Route.StartAsync((_, _) => Task.CompletedTask, services => services.AddInbox(new ConfigurationBuilder().Build()));
        var wish = new NewSale { BuyerId = route.Buyer.Id, Lines = [new(route.Item.Id)] };
        var order = route.World.Sales.Buy(sale is null ? wish : sale(wish))[0];
        var stage = new SaleRoute(route, order);
        await stage.ReadOrderAsync();
        return stage;
    }

    public T Get<T>()
        where T : notnull => _route.Services.GetRequiredService<T>();

    public Task ReadOrderAsync() => Get<OrderKeeper>().RefreshAsync(Account, Order.Id, TestContext.Current.CancellationToken);

    /// <summary>The buyer writes, and what the platform's thread holds is taken in.</summary>
    public async Task<WorldMessage> BuyerWritesAsync(string text, IReadOnlyList<string>? files = null)
    {
        var message = World.Messages.WriteAsBuyer(Pack, text, files);
        await IngestAsync();
        return message;
    }

    /// <summary>Takes in what the platform shows of the thread; what the seller wrote is this author's.</summary>
    public async Task IngestAsync(string by = "elsewhere")
    {
        var thread = await Get<IMercadoLibreClient>().For(Account).Messages.ThreadAsync(Pack, Account);
        var entries = thread.All.Select(message => Get<MessageActivities>().Entry(message, Account, Pack, Order.BuyerId, by, ActivityTurn.None, DateTimeOffset.UtcNow)).ToList();
        await Get<ISignalStore>().IngestAsync(null, new Ingest([new ConversationIngest(new(Id, Account, "orders"), null, entries, [])]), default);
    }

    public async Task<SaleView> ViewAsync() => (await Get<SaleDesk>().ReadAsync(Id, TestContext.Current.CancellationToken)).ShouldNotBeNull();

    public async Task<IndexedEntry> EntryAsync()
    {
        var view = await ViewAsync();
        var detail = (await Get<IDeliveryReader>().ConversationAsync(view.Conversation, TestContext.Current.CancellationToken)).ShouldNotBeNull();
        return SaleEntryMaker.Make(detail, view.Orders, view.ContactDeletion is not null);
    }

    public async Task<SaleSending> LookAsync() => await Get<SaleThreads>().LookAsync(await ViewAsync(), fresh: true, TestContext.Current.CancellationToken);

    /// <summary>The view, once it is so.</summary>
    public async Task<SaleView> UntilAsync(Func<SaleView, bool> condition)
    {
        SaleView? view = null;
        await _route.UntilAsync(async () => condition(view = await ViewAsync()));
        return view!;
    }

    public Task UntilAsync(Func<Task<bool>> condition) => _route.UntilAsync(condition);

    public ValueTask DisposeAsync() => _route.DisposeAsync();
}
