using MeliBot.Adapter.Claims;
using MeliBot.Adapter.Claims.Chronicle;
using MeliBot.Adapter.Inbound;
using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Effects;
using MeliBot.Delivery.Reading;
using MeliBot.Delivery.Signals;
using MeliBot.Delivery.Turns;
using MeliBot.Simulator;
using Microsoft.Bot.Builder;
using Microsoft.Extensions.DependencyInjection;
using Newtonsoft.Json.Linq;

namespace MeliBot.Adapter.Tests.Claims;

/// <summary>The whole route with a sale on it and a claim about that sale.</summary>
internal sealed class ClaimRoute : IAsyncDisposable
{
    private ClaimRoute(Route.Route route, Func<NewClaim, NewClaim>? wish)
    {
        Route = route;
        Order = route.World.Sales.Buy(new NewSale { BuyerId = route.Buyer.Id, Lines = [new(route.Item.Id)] })[0];
        var claim = new NewClaim { OrderId = Order.Id };
        Claim = route.World.Claims.Open(wish is null ? claim : wish(claim));
    }

    public Route.Route Route { get; }

    public WorldOrder Order { get; }

    public WorldClaim Claim { get; }

    public World World => Route.World;

    public long Id => Claim.Id;

    public long Seller => Route.Seller.Id;

    public ConversationRef Conversation => new(ClaimKeys.Conversation(Seller, Id), Seller, MercadoLibreChannel.Claims);

    public T Get<T>()
        where T : notnull => Route.Services.GetRequiredService<T>();

    /// <param name="bot">Runs for everything in claims.</param>
    /// <param name="wish">The claim; null for a defective product of an open claim.</param>
    /// <param name="more">More services.</param>
    /// <param name="notices">Whether the platform tells of what happens.</param>
    public static async Task<ClaimRoute> StartAsync(BotCallbackHandler bot, Func<NewClaim, NewClaim>? wish = null, Action<IServiceCollection>? more = null, bool notices = true)
    {
        var route = await Tests.Route.Route.StartAsync(bot, more);
        if (notices) route.Subscribe("post_purchase", "claims", "orders_v2");
        return new ClaimRoute(route, wish);
    }

    /// <summary>Raises what a sweep would.</summary>
    public ValueTask LookAsync() => Get<ISignalQueue>().SendAsync(new SignalHint(Seller, "post_purchase", $"/post-purchase/v1/claims/{Id}", DateTimeOffset.UtcNow, "test"), default);

    public Task<ConversationSnapshot> LoadAsync() => Route.LoadAsync(Conversation);

    public async Task<ConversationSnapshot> UntilAsync(Func<ConversationSnapshot, bool> condition)
    {
        ConversationSnapshot? snapshot = null;
        await Route.UntilAsync(async () => condition(snapshot = await LoadAsync()));
        return snapshot!;
    }

    /// <summary>The claim as it is kept, once it is so.</summary>
    public async Task<StoredClaim> KeptAsync(Func<StoredClaim, bool>? condition = null)
    {
        StoredClaim? kept = null;
        await Route.UntilAsync(async () => (kept = await Get<ClaimStore>().FindAsync(Seller, Id, default)) is not null && condition?.Invoke(kept) != false);
        return kept!;
    }

    public async Task<TurnRecord> RecordAsync(int number = 0)
    {
        await Route.UntilAsync(async () => (await Get<ITurnStore>().RecordsAsync(Conversation, default)).Count > number);
        return (await Get<ITurnStore>().RecordsAsync(Conversation, default))[number];
    }

    /// <summary>What the seller has said in the claim, oldest first, once it is so much.</summary>
    public async Task<IReadOnlyList<string>> SaidAsync(int count)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await World.WaitUntilAsync(_ => Said().Count >= count, patience.Token);
        return Said();
    }

    public IReadOnlyList<string> Said() => [.. World.Claims.Find(Id)!.Messages.Where(message => message.Sender == ClaimRoles.Respondent).Select(message => message.Text)];

    public Task<IReadOnlyList<ClaimEvent>> EventsAsync() => Get<ClaimRecord>().EventsAsync(Seller, Id, default);

    /// <summary>Once every notice was delivered and everything was followed to its end.</summary>
    public async Task SettleAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await World.WaitIdleAsync(patience.Token);
        while (await Get<IDeliveryReader>().CountsAsync(patience.Token) is var counts && counts is not { OpenSignals: 0, PendingTurns: 0, PlannedEffects: 0, SendingEffects: 0 })
        {
            if (patience.IsCancellationRequested) throw new TimeoutException($"There is still something to do: {counts}.");
            await Task.Yield();
        }
    }

    public async Task<EffectSlot> SlotAsync(string kind, Func<EffectSlot, bool> condition) => (await UntilAsync(now => now.Effects.Any(slot => slot.Kind == kind && condition(slot)))).Effects.First(slot => slot.Kind == kind && condition(slot));

    public static string? Name(ActivityEntry entry) => ActivityJson.Read(entry.Payload).Name;

    public static string? Text(ActivityEntry entry) => ActivityJson.Read(entry.Payload).Text;

    public static JObject Data(ActivityEntry entry) => (JObject)ActivityJson.Read(entry.Payload).ChannelData;

    public ValueTask DisposeAsync() => Route.DisposeAsync();
}
