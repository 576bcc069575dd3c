using System.Collections.Concurrent;
using System.Diagnostics;
using MeliBot.Contracts;
using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Diagnostics;
using MeliBot.Delivery.Effects;
using MeliBot.Delivery.Reading;
using MeliBot.Delivery.Reasons;
using MeliBot.Delivery.Signals;
using MeliBot.Delivery.Stores.Sqlite;
using MeliBot.Delivery.Turns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace MeliBot.Delivery.Tests;

/// <summary>The pumps over a real file, with handlers that the test decides on; its clock only moves when the test moves it.</summary>
internal sealed class DeliveryHost : IAsyncDisposable, ISignalHandler, ITurnHandler, IEffectHandler
{
    private readonly string _folder = Directory.CreateTempSubdirectory("melibot-pumps-").FullName;
    private IHost? _host;

    public DeliveryHost() => Path = System.IO.Path.Combine(_folder, "melibot.db");

    public FakeTimeProvider Time { get; init; } = new(DeliveryFixture.Start);

    public DateTimeOffset Now => Time.GetUtcNow();

    public string Path { get; init; }

    public Action<DeliveryOptions> Configure { get; set; } = _ => { };

    public Func<Signal, CancellationToken, Task<SignalOutcome>> OnSignal { get; set; } = (_, _) => Task.FromResult<SignalOutcome>(new SignalOutcome.Done(Ingest.Nothing));

    public Func<TurnWork, CancellationToken, Task<TurnCommit>> OnTurn { get; set; } = (work, _) => Task.FromResult(Some.Commit(work.Snapshot, work.Pending[0].Id));

    public Func<TurnWork, Reason, TurnCommit> OnGiveUp { get; set; } =
        (work, reason) => Some.Commit(work.Snapshot) with { Parked = [work.Pending[0].Id], ParkReason = reason, Owner = Owner.Waiting };

    public Func<EffectLease, CancellationToken, Task<EffectOutcome>> OnEffect { get; set; } = (_, _) => Task.FromResult<EffectOutcome>(new EffectOutcome.Sent(null));

    public ConcurrentQueue<string> Route { get; } = new();

    public ConcurrentQueue<Activity> Spans { get; } = new();

    public IServiceProvider Services => _host!.Services;

    public ISignalQueue Queue => Services.GetRequiredService<ISignalQueue>();

    public ISignalStore Signals => Services.GetRequiredService<ISignalStore>();

    public ITurnStore Turns => Services.GetRequiredService<ITurnStore>();

    public IEffectStore Effects => Services.GetRequiredService<IEffectStore>();

    public SqliteDeliveryOptions File { get; private set; } = new();

    public async Task<DeliveryHost> StartAsync()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton<TimeProvider>(Time);
        builder.Services.AddSingleton<ISignalHandler>(this).AddSingleton<ITurnHandler>(this).AddSingleton<IEffectHandler>(this);
        builder.Services.AddDelivery(Configure).AddSqliteDelivery(options =>
        {
            options.Path = Path;
            File = options;
        });
        _host = builder.Build();
        await _host.StartAsync();
        return this;
    }

    public async Task StopAsync()
    {
        await _host!.StopAsync();
        _host.Dispose();
        _host = null;
    }

    /// <summary>Waits until it is so, and fails when it isn't within three minutes of real time. Moves the clock only while nothing is due that could run without.</summary>
    public async Task UntilAsync(Func<Task<bool>> isSo, TimeSpan? step = null, bool evenIfBusy = false)
    {
        var patience = Stopwatch.StartNew();
        while (!await isSo())
        {
            patience.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(3), "It never came to be.");
            if (step is { } forward && (evenIfBusy || !await IsBusyAsync()))
                Time.Advance(forward);
            await Task.Yield();
        }
    }

    /// <param name="step">How far to move the clock at a time; null to leave it alone.</param>
    /// <param name="evenIfBusy">For handlers that hang until their time is over.</param>
    public Task UntilIdleAsync(TimeSpan? step = null, bool evenIfBusy = false) => UntilAsync(
        async () =>
        {
            var counts = await Services.GetRequiredService<IDeliveryReader>().CountsAsync(default);
            return counts is { OpenSignals: 0, PendingTurns: 0, PlannedEffects: 0, SendingEffects: 0 };
        },
        step,
        evenIfBusy);

    private async Task<bool> IsBusyAsync()
    {
        var lease = TimeSpan.FromSeconds(60);
        var effects = await Services.GetRequiredService<IDeliveryReader>().EffectsAsync(null, null, 1000, default);
        return (await Signals.FindDueAsync(Now, 1, _ => false, default)).Count > 0
            || (await Turns.FindDueAsync(Now, 1, _ => false, default)).Count > 0
            || effects.Any(slot => (slot.State is EffectState.Planned or EffectState.Waiting or EffectState.Sending && slot.DueAt <= Now)
                || (slot.State == EffectState.Sending && slot.DueAt == slot.SendingAt + lease));
    }

    public async Task AskAsync(params ActivityEntry[] questions)
        => await Signals.IngestAsync(null, new Ingest([.. questions.GroupBy(question => question.Conversation).Select(group => new ConversationIngest(new ConversationRef(group.Key, group.First().Account, "questions"), null, [.. group], []))]), default);

    public ActivityEntry Question(int number, int conversation = 1) => new()
    {
        Id = $"7:question:{conversation}-{number}",
        Conversation = Some.AnyConversation(conversation).Id,
        Account = 7,
        Role = ActivityRole.Incoming,
        OrderKey = $"{number:D20}",
        Payload = "?",
        At = Now,
        Turn = ActivityTurn.Pending,
        DueAt = Now,
    };

    public EffectPlan Plan(string key) => new() { Key = key, Kind = "answer", Payload = "text", DueAt = Now };

    Task<SignalOutcome> ISignalHandler.HandleAsync(Signal signal, CancellationToken cancellationToken) => OnSignal(signal, cancellationToken);

    Task<TurnCommit> ITurnHandler.HandleAsync(TurnWork work, CancellationToken cancellationToken) => OnTurn(work, cancellationToken);

    Task<TurnCommit> ITurnHandler.GiveUpAsync(TurnWork work, Reason reason, CancellationToken cancellationToken) => Task.FromResult(OnGiveUp(work, reason));

    Task<EffectOutcome> IEffectHandler.ExecuteAsync(EffectLease lease, CancellationToken cancellationToken) => OnEffect(lease, cancellationToken);

    Task<IReadOnlyList<ActivityEntry>> IEffectHandler.ParkedAsync(EffectSlot slot, Reason reason, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<ActivityEntry>>(
    [
        new ActivityEntry
        {
            Id = "7:event:parked:" + slot.Key, Conversation = slot.Conversation, Account = slot.Account, Role = ActivityRole.Event, OrderKey = "9", Payload = reason.Text, At = Now,
        },
    ]);

    /// <summary>Writes down every span of the route as it ends.</summary>
    public ActivityListener Listen()
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == DeliverySpans.SourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span =>
            {
                Route.Enqueue(span.OperationName);
                Spans.Enqueue(span);
            },
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
            await StopAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
