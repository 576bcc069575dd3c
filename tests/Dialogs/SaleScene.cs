using MeliBot.Dialogs.Facts;
using MeliBot.Dialogs.Playbooks;
using MeliBot.Dialogs.Understanding;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.DependencyInjection;
using Newtonsoft.Json.Linq;

namespace MeliBot.Dialogs.Tests;

/// <summary>A buyer who has bought, the sale and the bot, without a channel between them.</summary>
internal sealed class SaleScene : IFactSource
{
    public static readonly DateTimeOffset Now = new(2026, 11, 26, 15, 0, 0, TimeSpan.Zero);

    // Kept beside the tests: what is learnt is the same every time.
    private static readonly ModelCache Models = new(Path.Combine(AppContext.BaseDirectory, "models"));

    // One for all messages: it numbers them.
    private readonly TestAdapter _adapter = new(
        new ConversationReference
        {
            ChannelId = "mercadolibre",
            ServiceUrl = "https://api.mercadolibre.com",
            User = new ChannelAccount("1:3"),
            Bot = new ChannelAccount("1"),
            Conversation = new ConversationAccount(id: "orders:1:77", conversationType: "orders"),
        },
        sendTraceActivity: true);

    private readonly ServiceProvider _services;
    private readonly SaleFacts? _sale;
    private readonly string _locale;

    public SaleScene(SaleFacts? sale, string locale = "es-AR", Playbook? playbook = null)
    {
        (_sale, _locale) = (sale, locale);
        var used = playbook ?? ShippedPlaybook.Playbook;
        _services = new ServiceCollection().AddSingleton<IStorage>(new MemoryStorage()).AddSingleton<IFactSource>(this)
            .AddPlaybookBot(_ => used, _ => Models.LoadOrTrain(used.Training), _ => used.AfterSale is { } set ? Models.LoadOrTrain(set) : null)
            .BuildServiceProvider();
    }

    public SaleRequest? Asked { get; private set; }

    public List<string> ItemsRead { get; } = [];

    public ItemFacts? Item { get; init; }

    public static SaleFacts Sale(string yaml) => OrderFixture.Parse("order.yaml", yaml, Now).Sale;

    public Task<ItemFacts?> ItemAsync(FactRequest request, CancellationToken cancellationToken)
    {
        ItemsRead.Add(request.ItemId);
        return Task.FromResult(Item);
    }

    public Task<Fact<string>?> DescriptionAsync(FactRequest request, CancellationToken cancellationToken) => Task.FromResult<Fact<string>?>(null);

    public Task<Fact<DeliveryOffer>?> DeliveryAsync(FactRequest request, string postcode, CancellationToken cancellationToken) => Task.FromResult<Fact<DeliveryOffer>?>(null);

    public Task<Fact<string>?> NotesAsync(FactRequest request, CancellationToken cancellationToken) => Task.FromResult<Fact<string>?>(null);

    public Task<AccountFacts?> AccountAsync(long account, CancellationToken cancellationToken) => Task.FromResult<AccountFacts?>(null);

    public Task<SaleFacts?> SaleAsync(SaleRequest request, CancellationToken cancellationToken)
    {
        Asked = request;
        return Task.FromResult(_sale);
    }

    public async Task<IReadOnlyList<Activity>> WriteAsync(string text)
    {
        var message = new Activity
        {
            Type = ActivityTypes.Message,
            ChannelId = "mercadolibre",
            ServiceUrl = "https://api.mercadolibre.com",
            Text = text,
            Locale = _locale,
            From = new ChannelAccount("1:3"),
            Recipient = new ChannelAccount("1"),
            ChannelData = JObject.Parse("""{"kind":"message","account":1,"packId":77,"messageId":"m1","siteId":"MLA","buyerId":3}"""),
        };
        if (_locale.StartsWith("pt", StringComparison.Ordinal)) ((JObject)message.ChannelData)["siteId"] = "MLB";
        var bot = _services.GetRequiredService<IBot>();
        await _adapter.ProcessActivityAsync(
            message,
            (turn, ct) =>
            {
                turn.TurnState.Add<TimeProvider>(new Standing());
                return bot.OnTurnAsync(turn, ct);
            },
            default);
        var replies = new List<Activity>();
        while (_adapter.ActiveQueue.TryDequeue(out var reply)) replies.Add(reply);
        return replies;
    }

    private sealed class Standing : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}
