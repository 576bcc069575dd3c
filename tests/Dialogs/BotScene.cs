using MeliBot.Dialogs.Facts;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.DependencyInjection;
using Newtonsoft.Json.Linq;

namespace MeliBot.Dialogs.Tests;

/// <summary>A buyer, a listing and the bot, without a channel between them.</summary>
internal sealed class BotScene : IFactSource
{
    public static readonly DateTimeOffset Read = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);

    private readonly ServiceProvider _services;
    private readonly string _locale;

    public BotScene(ItemFacts? facts, string locale = "es-AR")
    {
        Facts = facts;
        _locale = locale;
        _services = new ServiceCollection().AddSingleton<IStorage>(new MemoryStorage()).AddSingleton<IFactSource>(this).AddPresaleBot().BuildServiceProvider();
    }

    public ItemFacts? Facts { get; set; }

    public IBot Bot => _services.GetRequiredService<IBot>();

    public FactRequest? Asked { get; private set; }

    public static ItemFacts Listing() => new()
    {
        Id = "MLA1",
        Title = Known("Campera Impermeable Unisex"),
        Price = Known(new Money(15000, "ARS")),
        AvailableQuantity = Known(5),
        Variations = Known<IReadOnlyList<Variation>>(
        [
            new([new("Color", "Azul"), new("Talle", "M")], 3),
            new([new("Color", "Negro"), new("Talle", "M")], 2),
            new([new("Color", "Rojo"), new("Talle", "M")], 0),
        ]),
        Warranty = Known(new Warranty("Garantía del vendedor: 6 meses")),
        Shipping = Known(new Shipping(true, "me2", "cross_docking", false)),
        Condition = Known("new"),
        Status = Known("active"),
    };

    public static Fact<T> Known<T>(T value) => new(value, "item", Read);

    public Task<ItemFacts?> ItemAsync(FactRequest request, CancellationToken cancellationToken)
    {
        Asked = request;
        return Task.FromResult(Facts);
    }

    public async Task<IReadOnlyList<Activity>> AskAsync(string text)
    {
        var adapter = new TestAdapter();
        var question = new Activity
        {
            Type = ActivityTypes.Message,
            Id = "1:question:9",
            ChannelId = "mercadolibre",
            ServiceUrl = "https://api.mercadolibre.com",
            Text = text,
            Locale = _locale,
            From = new ChannelAccount("1:3"),
            Recipient = new ChannelAccount("1"),
            Conversation = new ConversationAccount(id: "questions:1:MLA1:3", conversationType: "questions"),
            ChannelData = JObject.Parse("""{"kind":"question","account":1,"siteId":"MLA","itemId":"MLA1","questionId":9,"buyerId":3}"""),
        };
        await adapter.ProcessActivityAsync(question, (turn, ct) => Bot.OnTurnAsync(turn, ct), default);
        var replies = new List<Activity>();
        while (adapter.ActiveQueue.TryDequeue(out var reply)) replies.Add(reply);
        return replies;
    }

    public static IEnumerable<string> Texts(IEnumerable<Activity> replies, string role = "core") =>
        replies.Where(r => r.Type == ActivityTypes.Message && (string?)Fragment(r)["role"] == role).Select(r => r.Text);

    public static JObject Fragment(Activity reply) => reply.Entities.Single(e => e.Type == "mercadolibre/fragment").Properties;
}
