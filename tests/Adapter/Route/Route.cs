using MeliBot.Adapter.Accounts;
using MeliBot.Adapter.Inbound;
using MeliBot.Delivery.Changes;
using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Effects;
using MeliBot.Delivery.Leases;
using MeliBot.Delivery.Signals;
using MeliBot.Delivery.Turns;
using MeliBot.MercadoLibre;
using MeliBot.Simulator;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MeliBot.Adapter.Tests.Route;

/// <summary>The whole route in this process: a Simulator on a socket, a SQLite file, the pumps, the adapter, and a bot of the test's own.</summary>
internal sealed class Route : IAsyncDisposable
{
    public const string Secret = "0123456789abcdef0123456789abcdef";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private readonly string _folder = Directory.CreateTempSubdirectory("melibot-adapter-").FullName;
    private WebApplication? _host;

    private Route(SimulatorHost platform, NewApplication? application)
    {
        Platform = platform;
        Application = platform.World.CreateApplication(application);
        Seller = platform.World.CreateSeller(new NewUser { Nickname = "TIENDA" });
        Buyer = platform.World.CreateBuyer();
        Item = platform.World.CreateItem(new NewItem { SellerId = Seller.Id, Title = "Taza", Price = 100, Stock = 3 });
    }

    public SimulatorHost Platform { get; }

    public World World => Platform.World;

    public WorldApplication Application { get; }

    public WorldUser Seller { get; }

    public WorldUser Buyer { get; }

    public WorldItem Item { get; }

    public IServiceProvider Services => _host!.Services;

    public MercadoLibreAdapter Adapter => Services.GetRequiredService<MercadoLibreAdapter>();

    public ConversationRef Conversation => new(QuestionKeys.Conversation(Seller.Id, Item.Id, Buyer.Id, 0), Seller.Id, MercadoLibreChannel.Questions);

    public static Task<Route> StartAsync(BotCallbackHandler bot, Action<IServiceCollection>? more = null, NewApplication? application = null, bool sweeps = false) =>
        StartAsync(_ => new DelegateBot(bot), more, application, sweeps);

    public static async Task<Route> StartAsync(Func<IServiceProvider, IBot> bot, Action<IServiceCollection>? more = null, NewApplication? application = null, bool sweeps = false)
    {
        // A busy machine's answer is late, not missing: the platform's half second would have the notice wait for its next attempt, minutes later.
        var route = new Route(await SimulatorHost.StartAsync(new SimulatorOptions { Notices = new() { AckWithin = Patience } }), application);
        await route.RunAsync(bot, more, sweeps);
        return route;
    }

    public Uri Address => new(_host!.Urls.First());

    /// <summary>The platform notifies from now on.</summary>
    public void Subscribe(params string[] topics) => World.Subscribe(Application.Id, new Uri(Address, $"notifications/{Secret}"), topics.Length > 0 ? topics : ["questions"]);

    /// <summary>Asks and raises the signal that the notice would.</summary>
    public async Task<WorldQuestion> AskAsync(string text, WorldUser? buyer = null)
    {
        var question = World.Ask((buyer ?? Buyer).Id, Item.Id, text);
        await NoticeAsync(question.Id);
        return question;
    }

    public async Task<WorldAnswer> AnswerAsync(long question)
    {
        using var patience = new CancellationTokenSource(Patience);
        return await World.WaitForAnswerAsync(question, patience.Token);
    }

    public async Task NoticeAsync(long question) =>
        await Services.GetRequiredService<ISignalQueue>().SendAsync(new SignalHint(Seller.Id, "questions", $"/questions/{question}", DateTimeOffset.UtcNow, "test"), default);

    public Task<ConversationSnapshot> LoadAsync(ConversationRef? conversation = null) => Services.GetRequiredService<ITurnStore>().LoadAsync(conversation ?? Conversation, default);

    public Task<EffectSlot?> SlotAsync(long question) => Services.GetRequiredService<IEffectStore>().FindAsync(QuestionKeys.Answer(Seller.Id, question), default);

    public async Task<IReadOnlyList<TurnRecord>> RecordsAsync() => await Services.GetRequiredService<ITurnStore>().RecordsAsync(Conversation, default);

    /// <summary>Waits, from change to change, until it holds.</summary>
    public async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var patience = new CancellationTokenSource(Patience);
        var changes = Services.GetRequiredService<IChangeFeed>();
        while (true)
        {
            var seen = await changes.LastAsync(patience.Token);
            if (await condition())
                return;
            await changes.WaitAsync(seen, patience.Token);
        }
    }

    public Task UntilAsync(Func<ConversationSnapshot, bool> condition) => UntilAsync(async () => condition(await LoadAsync()));

    public async Task<EffectSlot> UntilSlotAsync(long question, Func<EffectSlot, bool> condition)
    {
        EffectSlot? slot = null;
        await UntilAsync(async () => (slot = await SlotAsync(question)) is not null && condition(slot));
        return slot!;
    }

    /// <summary>Waits until this host holds the right of that name.</summary>
    public async Task UntilTakenAsync(string lease)
    {
        using var patience = new CancellationTokenSource(Patience);
        var leases = Services.GetRequiredService<ILeaseStore>();
        // Given back at once, where it is free yet.
        while (await leases.TryAcquireAsync(lease, "test", DateTimeOffset.UtcNow, TimeSpan.FromMinutes(1), patience.Token) is { } free)
        {
            await leases.ReleaseAsync(free, patience.Token);
            await Task.Yield();
        }
    }

    /// <summary>Waits until the platform has refused a token of ours.</summary>
    public async Task UntilReconnectAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await World.WaitUntilAsync(world => world.Journal.Refused(EffectKinds.Token).Count > 0, patience.Token);
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.StopAsync();
            await _host.DisposeAsync();
        }

        await Platform.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task RunAsync(Func<IServiceProvider, IBot> bot, Action<IServiceCollection>? more, bool sweeps)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["MercadoLibre:BaseUrl"] = Platform.Url.AbsoluteUri,
            ["MercadoLibre:AuthorizationUrl"] = new Uri(Platform.Url, "authorization").AbsoluteUri,
            ["MercadoLibre:Application:ClientId"] = Application.Id.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["MercadoLibre:Application:ClientSecret"] = Application.Secrets[0],
            ["MercadoLibre:Application:RedirectUri"] = Application.RedirectUri,
            ["MercadoLibre:Budget:CallsPerSecond"] = "1000",
            ["MercadoLibre:Budget:Burst"] = "1000",
            ["MercadoLibre:Budget:MessageCallsPerMinute"] = "100000",
            ["MercadoLibre:RetryDelay"] = "00:00:00.010",
            ["MercadoLibre:AttemptTimeout"] = "00:00:30",
            ["MercadoLibre:Adapter:QuestionSettle"] = "00:00:00",
            ["MercadoLibre:Adapter:MessageSettle"] = "00:00:00",
            ["MercadoLibre:Adapter:ClaimSettle"] = "00:00:00",
            ["MercadoLibre:Adapter:ReadBackAfter"] = "00:00:00.050",
            ["MercadoLibre:Adapter:MessageReadBackAfter"] = "00:00:00.050",
            ["MercadoLibre:Adapter:RateLimitPause"] = "00:00:00.050",
            ["MercadoLibre:Adapter:NotFoundPatience"] = "00:00:05",
            ["MercadoLibre:Adapter:PausedListingRecheck"] = "00:00:01",
            ["MercadoLibre:Adapter:ReviewRecheck"] = "00:00:01",
            ["MercadoLibre:Adapter:ReconnectRecheck"] = "00:00:01",
            ["MercadoLibre:Notifications:Secrets:0"] = Secret,
            ["MercadoLibre:Sweep:Enabled"] = sweeps.ToString(),
            ["MercadoLibre:Sweep:Polling"] = "true",
            ["MercadoLibre:Sweep:PollingEvery"] = "00:00:01",
            ["Delivery:RetryBase"] = "00:00:00.010",
            ["Delivery:Sqlite:Path"] = Path.Combine(_folder, "melibot.db"),
        });
        builder.Logging.SetMinimumLevel(LogLevel.None);
        builder.Services.AddTransient(bot);
        more?.Invoke(builder.Services);
        builder.Services.AddMercadoLibreAdapter();
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRouting();
        _host = builder.Build();
        _host.UseRouting();
        _host.MapMercadoLibre();
        await _host.StartAsync();
        await LinkAsync();
    }

    public async Task LinkAsync()
    {
        var issued = World.Grant(Application.Id, Seller.Id);
        await Services.GetRequiredService<ITokenSource>().LinkAsync(Seller.Id, new TokenAnswer
        {
            AccessToken = issued.AccessToken,
            RefreshToken = issued.RefreshToken,
            ExpiresIn = issued.ExpiresIn,
            Scope = issued.Scope,
            UserId = issued.UserId,
            TokenType = TokenType.Bearer,
        });
        await Services.GetRequiredService<AccountStore>().SaveAsync(
            new Account { UserId = Seller.Id, Nickname = Seller.Nickname, SiteId = Seller.SiteId, TimeZone = "America/Argentina/Buenos_Aires", ApplicationId = Application.Id, LinkedAt = DateTimeOffset.UnixEpoch },
            default);
    }
}

internal sealed class DelegateBot(BotCallbackHandler turn) : IBot
{
    public Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default) => turn(turnContext, cancellationToken);
}

/// <summary>Bots that tests use.</summary>
internal static class Bots
{
    public static BotCallbackHandler Say(string text) => async (turn, cancellationToken) =>
    {
        if (turn.Activity.Type == ActivityTypes.Message)
            await turn.SendActivityAsync(text, cancellationToken: cancellationToken);
    };
}
