using MeliBot.Dialogs.Facts;
using MeliBot.Dialogs.Playbooks;
using MeliBot.Dialogs.Running;
using MeliBot.Dialogs.Understanding;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.DependencyInjection;
using Newtonsoft.Json.Linq;

namespace MeliBot.Dialogs.Tests;

/// <summary>A buyer, a listing and the bot, without a channel between them.</summary>
internal sealed class BotScene : IFactSource
{
    public static readonly DateTimeOffset Read = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);

    // Kept beside the tests: what is learnt is the same every time.
    private static readonly Lazy<IntentModel> Model = new(() => new ModelCache(Path.Combine(AppContext.BaseDirectory, "models")).LoadOrTrain(ShippedPlaybook.Playbook.Training));

    private readonly ServiceProvider _services;
    private readonly string _locale;
    private int _questions;

    /// <param name="playbook">Null for the one that comes with the product.</param>
    public BotScene(ItemFacts? facts, string locale = "es-AR", Playbook? playbook = null, params Dialog[] own)
    {
        Facts = facts;
        _locale = locale;
        Playbook = playbook ?? ShippedPlaybook.Playbook;
        var services = new ServiceCollection().AddSingleton<IStorage>(new MemoryStorage()).AddSingleton<IFactSource>(this).AddSingleton<IPlaybookAction>(Acts).AddPlaybookBot(_ => Playbook, _ => Model.Value);
        foreach (var dialog in own) services.AddSingleton(dialog);
        _services = services.BuildServiceProvider();
    }

    public Playbook Playbook { get; set; }

    public Fact<DeliveryOffer>? Delivery { get; set; }

    public Fact<string>? Notes { get; set; }

    public Fact<string>? Description { get; set; }

    /// <summary>What was read beside the listing.</summary>
    public List<string> Reads { get; } = [];

    public RememberedActs Acts { get; } = new();

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

    public Task<Fact<string>?> DescriptionAsync(FactRequest request, CancellationToken cancellationToken)
    {
        Reads.Add("description");
        return Task.FromResult(Description);
    }

    public Task<Fact<DeliveryOffer>?> DeliveryAsync(FactRequest request, string postcode, CancellationToken cancellationToken)
    {
        Reads.Add($"delivery to {postcode}");
        return Task.FromResult(Delivery);
    }

    public Task<Fact<string>?> NotesAsync(FactRequest request, CancellationToken cancellationToken)
    {
        Reads.Add("notes");
        return Task.FromResult(Notes);
    }

    public Task<AccountFacts?> AccountAsync(long account, CancellationToken cancellationToken) => Task.FromResult<AccountFacts?>(null);

    public async Task<IReadOnlyList<Activity>> AskAsync(string text)
    {
        var adapter = new TestAdapter(sendTraceActivity: true);
        var question = new Activity
        {
            Type = ActivityTypes.Message,
            Id = $"1:question:{++_questions}",
            ChannelId = "mercadolibre",
            ServiceUrl = "https://api.mercadolibre.com",
            Text = text,
            Locale = _locale,
            From = new ChannelAccount("1:3"),
            Recipient = new ChannelAccount("1"),
            Conversation = new ConversationAccount(id: "questions:1:MLA1:3", conversationType: "questions"),
            ChannelData = JObject.Parse("""{"kind":"question","account":1,"itemId":"MLA1","questionId":9,"buyerId":3}"""),
        };
        await adapter.ProcessActivityAsync(question, (turn, ct) => Bot.OnTurnAsync(turn, ct), default);
        var replies = new List<Activity>();
        while (adapter.ActiveQueue.TryDequeue(out var reply)) replies.Add(reply);
        return replies;
    }

    public static IEnumerable<string> Texts(IEnumerable<Activity> replies, string role = "core") =>
        replies.Where(r => r.Type == ActivityTypes.Message && (string?)Fragment(r)["role"] == role).Select(r => r.Text);

    public static string? HandOver(IEnumerable<Activity> replies) => (string?)JObject.FromObject(replies.Single(r => r.Name == "handoff.initiate").Value)["reason"];

    public static JObject Trace(IEnumerable<Activity> replies) => replies.SelectMany(r => r.Entities ?? []).Single(e => e.Type == "mercadolibre/playbook").Properties;

    public static IEnumerable<string?> Intents(IEnumerable<Activity> replies) => replies.SelectMany(r => r.Entities ?? []).Single(e => e.Type == "mercadolibre/intents").Properties["intents"]!.Select(i => (string?)i["name"]);

    public static JObject Fragment(Activity reply) => reply.Entities.Single(e => e.Type == "mercadolibre/fragment").Properties;
}

/// <summary>An act that only remembers what it was asked.</summary>
internal sealed class RememberedActs : IPlaybookAction
{
    public List<string> Asked { get; } = [];

    public string Name => "remember";

    public Task RunAsync(ITurnContext turnContext, IReadOnlyDictionary<string, string> with, CancellationToken cancellationToken)
    {
        Asked.Add(string.Join(", ", with.Select(w => $"{w.Key}={w.Value}")));
        return Task.CompletedTask;
    }
}
