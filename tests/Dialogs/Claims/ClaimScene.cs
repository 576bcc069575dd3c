using MeliBot.Dialogs.Claims;
using MeliBot.Dialogs.Facts;
using MeliBot.Dialogs.Playbooks;
using MeliBot.Dialogs.Understanding;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.DependencyInjection;
using Newtonsoft.Json.Linq;

namespace MeliBot.Dialogs.Tests.Claims;

/// <summary>A claim and the bot, without a channel between them.</summary>
internal sealed class ClaimScene : IFactSource
{
    public static readonly DateTimeOffset Now = new(2026, 11, 26, 15, 0, 0, TimeSpan.Zero);

    private static readonly ModelCache Models = new(Path.Combine(AppContext.BaseDirectory, "models"));

    private readonly ServiceProvider _services;
    private readonly string _locale;
    private readonly TestAdapter _adapter = new(
        new ConversationReference
        {
            ChannelId = "mercadolibre",
            ServiceUrl = "https://api.mercadolibre.com",
            User = new ChannelAccount("1:3"),
            Bot = new ChannelAccount("1"),
            Conversation = new ConversationAccount(id: "claims:1:55", conversationType: "claims"),
        },
        sendTraceActivity: true);

    /// <param name="claim">Null for one that isn't known.</param>
    public ClaimScene(string? claim, string locale = "es-AR", Playbook? playbook = null)
    {
        Fixture = claim is null ? null : ClaimFixture.Parse("claim.yaml", claim, Now);
        _locale = locale;
        var used = playbook ?? ShippedPlaybook.Playbook;
        _services = new ServiceCollection().AddSingleton<IStorage>(new MemoryStorage()).AddSingleton<IFactSource>(this)
            .AddPlaybookBot(
                _ => used,
                _ => throw new InvalidOperationException("A claim's message was understood as a question."),
                _ => used.AfterSale is { } set ? Models.LoadOrTrain(set) : null,
                _ => used.InClaims is { } set ? Models.LoadOrTrain(set) : null)
            .BuildServiceProvider();
    }

    public ClaimFixture? Fixture { get; set; }

    public ClaimRequest? Asked { get; private set; }

    public SaleRequest? SaleAsked { get; private set; }

    public Task<ItemFacts?> ItemAsync(FactRequest request, CancellationToken cancellationToken) => Task.FromResult<ItemFacts?>(null);

    public Task<Fact<string>?> DescriptionAsync(FactRequest request, CancellationToken cancellationToken) => Task.FromResult<Fact<string>?>(null);

    public Task<Fact<DeliveryOffer>?> DeliveryAsync(FactRequest request, string postcode, CancellationToken cancellationToken) => Task.FromResult<Fact<DeliveryOffer>?>(null);

    public Task<Fact<string>?> NotesAsync(FactRequest request, CancellationToken cancellationToken) => Task.FromResult<Fact<string>?>(null);

    public Task<AccountFacts?> AccountAsync(long account, CancellationToken cancellationToken) => Task.FromResult<AccountFacts?>(null);

    public Task<SaleFacts?> SaleAsync(SaleRequest request, CancellationToken cancellationToken)
    {
        SaleAsked = request;
        return Task.FromResult(Fixture?.Sale);
    }

    public Task<ClaimFacts?> ClaimAsync(ClaimRequest request, CancellationToken cancellationToken)
    {
        Asked = request;
        return Task.FromResult(Fixture?.Claim);
    }

    public Task<IReadOnlyList<Activity>> WriteAsync(string text, string sender = "complainant") => TurnAsync(new Activity
    {
        Type = ActivityTypes.Message,
        Text = text,
        ChannelData = Data("claim-message", sender),
    });

    public Task<IReadOnlyList<Activity>> HappensAsync(string name = ClaimEvents.Opened) => TurnAsync(new Activity { Type = ActivityTypes.Event, Name = name, ChannelData = Data("claim", null) });

    public static IReadOnlyList<string> Said(IEnumerable<Activity> replies) => [.. replies.Where(r => r.Type == ActivityTypes.Message).Select(r => r.Text)];

    public static IReadOnlyList<JObject> Values(IEnumerable<Activity> replies, string name) => [.. replies.Where(r => r.Type == ActivityTypes.Event && r.Name == name).Select(r => JObject.FromObject(r.Value))];

    public static string? Person(IEnumerable<Activity> replies) =>
        replies.SingleOrDefault(r => r.Name == "handoff.initiate") is { } handoff ? (string?)JObject.FromObject(handoff.Value)["reason"] : null;

    private JObject Data(string kind, string? sender)
    {
        var data = new JObject { ["kind"] = kind, ["account"] = 1, ["claimId"] = 55, ["siteId"] = _locale.StartsWith("pt", StringComparison.Ordinal) ? "MLB" : _locale == "es-MX" ? "MLM" : "MLA" };
        if (sender is not null) data["sender"] = sender;
        return data;
    }

    private async Task<IReadOnlyList<Activity>> TurnAsync(Activity activity)
    {
        activity.ChannelId = "mercadolibre";
        activity.ServiceUrl = "https://api.mercadolibre.com";
        activity.Locale = _locale;
        activity.From = new ChannelAccount("1:3");
        activity.Recipient = new ChannelAccount("1");
        var bot = _services.GetRequiredService<IBot>();
        await _adapter.ProcessActivityAsync(
            activity,
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
