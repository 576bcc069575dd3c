using System.Globalization;
using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Effects;
using MeliBot.Delivery.Reasons;
using MeliBot.Delivery.Signals;
using MeliBot.Delivery.State;
using MeliBot.Delivery.Turns;

namespace MeliBot.Benchmarks.Rigs;

/// <summary>Handlers that fetch nothing and run no bot: what they return has the size of the real thing, so that what is measured is the delivery.</summary>
/// <param name="conversations">Question n belongs to conversation n modulo this.</param>
internal sealed class ReadyTurns(int conversations) : ISignalHandler, ITurnHandler, IEffectHandler
{
    public const long Account = 7;

    // Of the size of the real ones, and as readable.
    private static readonly string Incoming = $$"""{"type":"message","channelId":"mercadolibre","text":"{{new string('q', 546)}}"}""";
    private static readonly string Outgoing = $$"""{"questionId":1,"text":"{{new string('a', 170)}}"}""";
    private static readonly string Trace = $$"""{"activity":"7:question:1","cause":"question","clock":"2020-01-01T00:00:00Z","seed":1,"decision":"send","text":"{{new string('t', 480)}}"}""";

    private static readonly DateTimeOffset LongAgo = DateTimeOffset.UnixEpoch.AddYears(50);

    /// <summary>Told of each turn that runs.</summary>
    public Action? OnTurn { get; set; }

    public static SignalHint Hint(long question) => new(Account, "questions", string.Create(CultureInfo.InvariantCulture, $"/questions/{question}"), LongAgo, "notification");

    public ConversationRef Conversation(long question) =>
        new(string.Create(CultureInfo.InvariantCulture, $"questions:{Account}:MLA{question % conversations}:5"), Account, "questions");

    public Ingest Found(long question) => new([new ConversationIngest(Conversation(question), null, [Question(question, ActivityTurn.Pending)], [])]);

    public static TurnCommit Answered(ConversationSnapshot snapshot, long question, long stateVersion) => new()
    {
        Conversation = snapshot.Conversation,
        ExpectedVersion = snapshot.Version,
        Handled = [string.Create(CultureInfo.InvariantCulture, $"{Account}:question:{question}")],
        Writes = [new StateWrite(Account, snapshot.Conversation.Id, stateVersion, "{\"dialog\":1}")],
        // Due much later, so that what is measured ends with the turn's commit.
        Effects = [new EffectPlan { Key = string.Create(CultureInfo.InvariantCulture, $"{Account}:answer:{question}"), Kind = "answer", Payload = Outgoing, DueAt = DateTimeOffset.MaxValue.AddDays(-1) }],
        Record = new TurnRecord(string.Create(CultureInfo.InvariantCulture, $"{Account}:turn:{question}"), snapshot.Conversation.Id, Account, string.Create(CultureInfo.InvariantCulture, $"{Account}:question:{question}"), LongAgo, "send", Trace),
    };

    public Task<SignalOutcome> HandleAsync(Signal signal, CancellationToken cancellationToken) => Task.FromResult<SignalOutcome>(new SignalOutcome.Done(Found(Number(signal.Resource, '/'))));

    public Task<TurnCommit> HandleAsync(TurnWork work, CancellationToken cancellationToken)
    {
        OnTurn?.Invoke();
        // Each turn wrote the state once.
        var before = work.Snapshot.Activities.Count(entry => entry.Turn == ActivityTurn.Done);
        return Task.FromResult(Answered(work.Snapshot, Number(work.Pending[0].Id, ':'), before));
    }

    public Task<TurnCommit> GiveUpAsync(TurnWork work, Reason reason, CancellationToken cancellationToken) => throw new InvalidOperationException(reason.Text);

    public Task<EffectOutcome> ExecuteAsync(EffectLease lease, CancellationToken cancellationToken) => Task.FromResult<EffectOutcome>(new EffectOutcome.Sent(null));

    public Task<IReadOnlyList<ActivityEntry>> ParkedAsync(EffectSlot slot, Reason reason, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<ActivityEntry>>([]);

    private ActivityEntry Question(long question, ActivityTurn turn) => new()
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"{Account}:question:{question}"),
        Conversation = Conversation(question).Id,
        Account = Account,
        Role = ActivityRole.Incoming,
        OrderKey = string.Create(CultureInfo.InvariantCulture, $"2026-11-23T12:00:00.0000000Z/{question:D20}"),
        Payload = Incoming,
        At = LongAgo,
        Turn = turn,
        DueAt = LongAgo,
    };

    private static long Number(string text, char before) => long.Parse(text.AsSpan(text.LastIndexOf(before) + 1), CultureInfo.InvariantCulture);
}
