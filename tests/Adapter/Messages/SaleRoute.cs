using MeliBot.Adapter.Inbound;
using MeliBot.Adapter.Messages;
using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Reading;
using MeliBot.Delivery.Signals;
using MeliBot.Delivery.Turns;
using MeliBot.Simulator;
using Microsoft.Bot.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace MeliBot.Adapter.Tests.Messages;

/// <summary>The whole route with one sale on it, and a buyer who writes.</summary>
internal sealed class SaleRoute : IAsyncDisposable
{
    private SaleRoute(Route.Route route, bool agent)
    {
        Route = route;
        Order = route.World.Sales.Buy(new NewSale { BuyerId = route.Buyer.Id, Lines = [new(route.Item.Id)], Agent = agent })[0];
    }

    public Route.Route Route { get; }

    public WorldOrder Order { get; }

    public World World => Route.World;

    public long Pack => Order.Conversation;

    public ConversationRef Conversation => new(MessageKeys.Conversation(Route.Seller.Id, Pack), Route.Seller.Id, MercadoLibreChannel.Orders);

    public static async Task<SaleRoute> StartAsync(BotCallbackHandler bot, Action<IServiceCollection>? more = null, bool agent = false, bool notices = true)
    {
        var route = await Tests.Route.Route.StartAsync(bot, more);
        if (notices) route.Subscribe("messages", "orders_v2", "payments", "shipments");
        return new SaleRoute(route, agent);
    }

    public WorldMessage Write(string text) => World.Messages.WriteAsBuyer(Pack, text);

    /// <summary>Raises what a sweep would.</summary>
    public ValueTask LookAsync(long? pack = null) => Route.Services.GetRequiredService<ISignalQueue>().SendAsync(
        new SignalHint(Route.Seller.Id, "messages", ThreadResource.Of(pack ?? Pack, Route.Seller.Id), DateTimeOffset.UtcNow, "test"), default);

    public Task<ConversationSnapshot> LoadAsync() => Route.LoadAsync(Conversation);

    public async Task<ConversationSnapshot> UntilAsync(Func<ConversationSnapshot, bool> condition)
    {
        ConversationSnapshot? snapshot = null;
        await Route.UntilAsync(async () => condition(snapshot = await LoadAsync()));
        return snapshot!;
    }

    public async Task<IReadOnlyList<TurnRecord>> RecordsAsync() => await Route.Services.GetRequiredService<ITurnStore>().RecordsAsync(Conversation, default);

    public async Task<TurnRecord> RecordAsync(int number = 0)
    {
        await Route.UntilAsync(async () => (await RecordsAsync()).Count > number);
        return (await RecordsAsync())[number];
    }

    /// <summary>The seller's messages of the thread, oldest first, once there are so many.</summary>
    public async Task<IReadOnlyList<string>> SaidAsync(int count)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await World.WaitUntilAsync(world => world.Messages.Of(Pack).Count(message => message.FromSeller) >= count, patience.Token);
        return [.. World.Messages.Of(Pack).Where(message => message.FromSeller).Select(message => message.Text)];
    }

    /// <summary>Once every notice was delivered and every signal followed.</summary>
    public async Task SettleAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await World.WaitIdleAsync(patience.Token);
        var reader = Route.Services.GetRequiredService<IDeliveryReader>();
        while (await reader.CountsAsync(patience.Token) is var counts && counts is not { OpenSignals: 0, PendingTurns: 0, PlannedEffects: 0, SendingEffects: 0 })
        {
            if (patience.IsCancellationRequested) throw new TimeoutException($"There is still something to do: {counts}.");
            await Task.Yield();
        }
    }

    public static string Text(ActivityEntry entry) => ActivityJson.Read(entry.Payload).Text;

    public ValueTask DisposeAsync() => Route.DisposeAsync();
}
