using System.Collections.Concurrent;
using MeliBot.Adapter.Orders;
using MeliBot.Adapter.Sweep;
using MeliBot.Adapter.Webhooks;
using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Drafts;
using MeliBot.Delivery.Effects;
using MeliBot.Delivery.Signals;
using MeliBot.Delivery.Turns;
using MeliBot.MercadoLibre;
using MeliBot.Simulator;
using Microsoft.Extensions.DependencyInjection;

namespace MeliBot.Adapter.Tests.Sweep;

/// <summary>A Simulator, the real client, a real SQLite file, and the sweeps between them.</summary>
internal sealed class SweepWorld : IAsyncDisposable, IAccountDirectory, ISignalQueue
{
    private readonly string _folder = Directory.CreateTempSubdirectory("melibot-sweep-").FullName;
    private readonly ServiceProvider _services;
    private readonly List<LinkedAccount> _linked = [];

    private SweepWorld(SimulatorHost simulator, WorldApplication application, long? owner, Action<SweepOptions>? sweep)
    {
        Simulator = simulator;
        Application = application;
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<ISignalQueue>(this);
        services.AddSingleton<IAccountDirectory>(this);
        services.AddSingleton(new HandledTopics([Topic.Questions]));
        services.AddMercadoLibre(options =>
        {
            options.BaseUrl = simulator.Url;
            options.Application.ClientId = application.Id;
            options.Application.ClientSecret = application.Secrets[0];
            options.Application.RedirectUri = new Uri(application.RedirectUri);
            options.Application.OwnerAccount = owner;
        });
        services.AddSqliteDelivery(options => options.Path = Path.Combine(_folder, "melibot.db"));
        services.AddMetrics();
        services.AddSingleton<HeldQuestions>();
        services.AddSingleton<SweepNews>();
        services.AddSingleton<QuestionSweep>();
        services.AddSingleton<OrderStore>();
        services.AddSingleton<OrderSweep>();
        services.AddSingleton<UnreadSweep>();
        services.AddTransient<MissedFeedSweep>();
        services.Configure<SweepOptions>(options =>
        {
            options.PageSize = PageSize;
            sweep?.Invoke(options);
        });
        _services = services.BuildServiceProvider();
    }

    public static int PageSize => 50;

    public SimulatorHost Simulator { get; }

    public WorldApplication Application { get; }

    public ConcurrentQueue<SignalHint> Raised { get; } = new();

    public SweepNews News => _services.GetRequiredService<SweepNews>();

    public Action<SignalHint>? Sent { get; set; }

    public IReadOnlyList<string> RaisedResources => [.. Raised.Select(hint => hint.Resource).Order(StringComparer.Ordinal)];

    public static async Task<SweepWorld> StartAsync(long? applicationOwner = null, bool ownerSet = true, Uri? callback = null, Action<SweepOptions>? sweep = null)
    {
        var simulator = await SimulatorHost.StartAsync(new SimulatorOptions { Notices = new NoticeOptions { RetryGaps = [], SwitchOffAfter = 0 } });
        var application = simulator.World.CreateApplication(new NewApplication { OwnerId = applicationOwner, CallbackUrl = callback, Topics = callback is null ? null : ["questions"] });
        var seller = simulator.World.CreateSeller();
        var world = new SweepWorld(simulator, application, ownerSet ? seller.Id : null, sweep);
        foreach (var starting in world._services.GetServices<Microsoft.Extensions.Hosting.IHostedService>()) await starting.StartAsync(CancellationToken.None);
        await world.LinkAsync(seller);
        return world;
    }

    public WorldUser Seller => Simulator.World.Users.First(user => user.Seller);

    public async Task<WorldUser> LinkAnotherAsync()
    {
        var seller = Simulator.World.CreateSeller();
        await LinkAsync(seller);
        return seller;
    }

    /// <summary>Questions of as many buyers to one new item.</summary>
    public IReadOnlyList<WorldQuestion> Ask(int count, WorldUser? seller = null)
    {
        var item = Simulator.World.CreateItem(new NewItem { SellerId = (seller ?? Seller).Id, Title = "Zapatilla" });
        return [.. Enumerable.Range(0, count).Select(i => Simulator.World.Ask(Simulator.World.CreateBuyer().Id, item.Id, $"¿Hay stock? {i}"))];
    }

    public async Task<SweepRun> SweepQuestionsAsync()
    {
        var run = new SweepRun(_ => Task.FromResult(true));
        await _services.GetRequiredService<QuestionSweep>().RunAsync(run, CancellationToken.None);
        return run;
    }

    /// <summary>Paid sales of one new item.</summary>
    public IReadOnlyList<WorldOrder> Buy(int count, WorldUser? seller = null)
    {
        var item = Simulator.World.CreateItem(new NewItem { SellerId = (seller ?? Seller).Id, Title = "Zapatilla", Stock = count });
        var buyer = Simulator.World.CreateBuyer();
        return [.. Enumerable.Range(0, count).Select(_ => Simulator.World.Sales.Buy(new NewSale { BuyerId = buyer.Id, Lines = [new(item.Id)] })[0])];
    }

    public async Task<SweepRun> SweepOrdersAsync()
    {
        var run = new SweepRun(_ => Task.FromResult(true));
        await _services.GetRequiredService<OrderSweep>().RunAsync(run, CancellationToken.None);
        return run;
    }

    public async Task<SweepRun> SweepUnreadAsync()
    {
        var run = new SweepRun(_ => Task.FromResult(true));
        await _services.GetRequiredService<UnreadSweep>().RunAsync(run, CancellationToken.None);
        return run;
    }

    /// <summary>As the fetch of a signal keeps it.</summary>
    public Task KnowAsync(WorldOrder sale)
    {
        var now = Simulator.World.Sales.Order(sale.Id)!;
        return _services.GetRequiredService<OrderStore>().ChangeAsync(
            now.SellerId, now.Id, _ => new StoredOrder { Account = now.SellerId, Id = now.Id, Status = now.Status, UpdatedAt = now.LastUpdated, SeenAt = now.LastUpdated }, CancellationToken.None);
    }

    public MissedFeedSweep NewMissedFeedSweep() => _services.GetRequiredService<MissedFeedSweep>();

    /// <summary>As the fetch of a signal does it.</summary>
    public async Task HoldAsync(WorldQuestion question, SlotSight? slot = null)
    {
        var conversation = Conversation(question);
        SlotObservation[] seen = slot is { } sight ? [new($"{question.SellerId}:answer:{question.Id}", "answer", sight, null, "seen", null, null)] : [];
        await _services.GetRequiredService<ISignalStore>().IngestAsync(null, new Ingest([new(conversation, null, [Entry(question, conversation)], seen)]), CancellationToken.None);
    }

    public async Task DraftAsync(WorldQuestion question)
    {
        var conversation = Conversation(question);
        await HoldAsync(question);
        var turns = _services.GetRequiredService<ITurnStore>();
        var snapshot = await turns.LoadAsync(conversation, CancellationToken.None);
        var committed = await turns.CommitAsync(
            new TurnCommit
            {
                Conversation = conversation,
                ExpectedVersion = snapshot.Version,
                Handled = [],
                Draft = new Draft
                {
                    Id = $"{question.SellerId}:draft:{question.Id}",
                    Conversation = conversation.Id,
                    Account = question.SellerId,
                    Activity = $"{question.SellerId}:question:{question.Id}",
                    Payload = "{}",
                    Effects = [],
                    StagedState = [],
                    At = DateTimeOffset.UtcNow.AddMinutes(-1),
                },
            },
            DateTimeOffset.UtcNow,
            CancellationToken.None);
        committed.Committed.ShouldBeTrue();
    }

    public ValueTask SendAsync(SignalHint hint, CancellationToken cancellationToken)
    {
        Raised.Enqueue(hint);
        Sent?.Invoke(hint);
        return ValueTask.CompletedTask;
    }

    public ValueTask<bool> IsLinkedAsync(long? applicationId, long account, CancellationToken cancellationToken) =>
        new(_linked.Exists(linked => linked.Account == account && (applicationId is null || linked.ApplicationId == applicationId)));

    public ValueTask<IReadOnlyList<LinkedAccount>> ListAsync(CancellationToken cancellationToken) => new(_linked.ToList());

    public async ValueTask DisposeAsync()
    {
        foreach (var stopping in _services.GetServices<Microsoft.Extensions.Hosting.IHostedService>()) await stopping.StopAsync(CancellationToken.None);
        await _services.DisposeAsync();
        await Simulator.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static ConversationRef Conversation(WorldQuestion question) =>
        new($"questions:{question.SellerId}:{question.ItemId}:{question.BuyerId}", question.SellerId, "questions");

    private static ActivityEntry Entry(WorldQuestion question, ConversationRef conversation) => new()
    {
        Id = $"{question.SellerId}:question:{question.Id}",
        Conversation = conversation.Id,
        Account = question.SellerId,
        Role = ActivityRole.Incoming,
        OrderKey = $"{question.Id:D20}",
        Payload = "{}",
        At = DateTimeOffset.UtcNow,
    };

    private async Task LinkAsync(WorldUser seller)
    {
        var issued = Simulator.World.Grant(Application.Id, seller.Id);
        await _services.GetRequiredService<ITokenSource>().LinkAsync(
            seller.Id,
            new TokenAnswer { AccessToken = issued.AccessToken, RefreshToken = issued.RefreshToken, ExpiresIn = issued.ExpiresIn, Scope = issued.Scope, UserId = seller.Id });
        _linked.Add(new(Application.Id, seller.Id, seller.SiteId));
    }
}
