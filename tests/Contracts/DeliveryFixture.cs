using MeliBot.Delivery;
using MeliBot.Delivery.Changes;
using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Drafts;
using MeliBot.Delivery.Effects;
using MeliBot.Delivery.Leases;
using MeliBot.Delivery.Parking;
using MeliBot.Delivery.Reading;
using MeliBot.Delivery.Records;
using MeliBot.Delivery.Signals;
using MeliBot.Delivery.State;
using MeliBot.Delivery.Turns;
using MeliBot.Delivery.Work;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace MeliBot.Contracts;

/// <summary>A real store, empty at first, on a clock that the test moves. One subclass per kind of store.</summary>
public abstract class DeliveryFixture : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    private ServiceProvider? _services;

    public FakeTimeProvider Time { get; } = new(Start);

    public DateTimeOffset Now => Time.GetUtcNow();

    public IServiceProvider Services => _services ??= Build();

    public ISignalStore Signals => Get<ISignalStore>();

    public ISignalQueue Queue => Get<ISignalQueue>();

    public ITurnStore Turns => Get<ITurnStore>();

    public IEffectStore Effects => Get<IEffectStore>();

    public IDraftStore Drafts => Get<IDraftStore>();

    public IStateStore State => Get<IStateStore>();

    public IParkingStore Parking => Get<IParkingStore>();

    public IRecordStore Records => Get<IRecordStore>();

    public ILeaseStore Leases => Get<ILeaseStore>();

    public IChangeFeed Changes => Get<IChangeFeed>();

    public IDeliveryReader Reader => Get<IDeliveryReader>();

    public IWorkAlarm Alarm => Get<IWorkAlarm>();

    /// <summary>What a new process would see: everything closed and opened again.</summary>
    public async Task ReopenAsync()
    {
        if (_services is not null)
            await _services.DisposeAsync();
        _services = null;
    }

    public virtual async ValueTask DisposeAsync()
    {
        if (_services is not null)
            await _services.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected abstract void AddStore(IServiceCollection services);

    private ServiceProvider Build()
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Time);
        services.Configure<DeliveryOptions>(Configure);
        AddStore(services);
        return services.BuildServiceProvider();
    }

    protected virtual void Configure(DeliveryOptions options)
    {
    }

    private T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();
}

/// <summary>What every suite says the same way.</summary>
public static class Some
{
    public const long Account = 7;

    public static readonly ConversationRef Conversation = new("questions:7:MLA1:5", Account, "questions");

    public static ConversationRef AnyConversation(int number, long account = Account) => new($"questions:{account}:MLA{number}:5", account, "questions");

    public static SignalHint Hint(DeliveryFixture fixture, string resource = "/questions/1", long account = Account) => new(account, "questions", resource, fixture.Now, "notification");

    public static ActivityEntry Question(DeliveryFixture fixture, int number, ConversationRef? conversation = null, ActivityTurn turn = ActivityTurn.Pending, TimeSpan due = default)
    {
        conversation ??= Conversation;
        return new ActivityEntry
        {
            Id = $"{conversation.Account}:question:{conversation.Id.Split(':')[2]}-{number}",
            Conversation = conversation.Id,
            Account = conversation.Account,
            Role = ActivityRole.Incoming,
            OrderKey = $"2026-11-23T12:00:00.0000000Z/{number:D20}",
            Payload = $"question {number}",
            At = fixture.Now,
            Turn = turn,
            DueAt = fixture.Now + due,
        };
    }

    public static ActivityEntry Event(DeliveryFixture fixture, string id, ConversationRef? conversation = null) => Question(fixture, 99, conversation, ActivityTurn.None) with
    {
        Id = id,
        Role = ActivityRole.Event,
        Payload = "event",
    };

    public static EffectPlan Plan(DeliveryFixture fixture, string key = "7:answer:1", string author = "bot", TimeSpan due = default) => new()
    {
        Key = key,
        Kind = "answer",
        Payload = "text of " + key,
        Author = author,
        Activity = key.Replace("answer", "question", StringComparison.Ordinal),
        DueAt = fixture.Now + due,
    };

    public static TurnCommit Commit(ConversationSnapshot snapshot, params IEnumerable<string> handled) => new()
    {
        Conversation = snapshot.Conversation,
        ExpectedVersion = snapshot.Version,
        Handled = [.. handled],
    };

    public static Ingest Ingest(ConversationRef? conversation, params ActivityEntry[] activities) => new([new ConversationIngest(conversation ?? Conversation, null, activities, [])]);

    public static Ingest Seen(SlotSight sight, string key = "7:answer:1", ActivityEntry? happened = null) => new(
    [
        new ConversationIngest(Conversation, null, [], [new SlotObservation(key, "answer", sight, "what is there", "as seen", key.Replace("answer", "question", StringComparison.Ordinal), happened)]),
    ]);

    public static async Task<ConversationSnapshot> WithQuestionsAsync(DeliveryFixture fixture, int count, ConversationRef? conversation = null)
    {
        conversation ??= Conversation;
        var questions = Enumerable.Range(1, count).Select(number => Question(fixture, number, conversation)).ToArray();
        await fixture.Signals.IngestAsync(null, Ingest(conversation, questions), default);
        return await fixture.Turns.LoadAsync(conversation, default);
    }

    public static async Task<EffectLease> ClaimedAsync(DeliveryFixture fixture, EffectPlan? plan = null)
    {
        (await fixture.Effects.PlanAsync(Conversation, plan ?? Plan(fixture), fixture.Now, default)).ShouldBeTrue();
        return await ClaimAsync(fixture);
    }

    public static async Task<EffectLease> ClaimAsync(DeliveryFixture fixture) => (await ClaimAllAsync(fixture)).ShouldHaveSingleItem();

    public static Task<IReadOnlyList<EffectLease>> ClaimAllAsync(DeliveryFixture fixture) => fixture.Effects.ClaimAsync(fixture.Now, 100, TimeSpan.FromMinutes(1), default);
}
