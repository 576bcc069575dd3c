using System.Diagnostics;

namespace MeliBot.Delivery.Diagnostics;

/// <summary>
/// Stable names of the route's spans. Each write has a span of its own: started means not yet committed, stopped means committed (or failed, with an error status).
/// </summary>
public static class DeliverySpans
{
    public const string SourceName = "MeliBot.Delivery";

    public const string SignalRaise = "signal.raise";
    /// <summary>A hint out of the queue, until its signal is durable.</summary>
    public const string SignalReceive = "signal.receive";
    public const string SignalHandle = "signal.handle";
    public const string SignalIngest = "signal.ingest";
    public const string SignalRetry = "signal.retry";
    public const string SignalPark = "signal.park";
    public const string TurnLoad = "turn.load";
    public const string TurnRun = "turn.run";
    public const string TurnCommit = "turn.commit";
    public const string TurnFail = "turn.fail";
    public const string TurnGiveUp = "turn.give-up";
    public const string EffectClaim = "effect.claim";
    public const string EffectExecute = "effect.execute";
    public const string EffectMark = "effect.mark";

    /// <summary>The transaction that several writes share, around its COMMIT.</summary>
    public const string StoreCommit = "store.commit";

    /// <summary>One migration, within its transaction.</summary>
    public const string StoreMigrate = "store.migrate";

    /// <summary>How many items the span took or wrote.</summary>
    public const string CountTag = "delivery.count";

    public const string AccountTag = "delivery.account";
    public const string KeyTag = "delivery.key";
    public const string OutcomeTag = "delivery.outcome";

    internal static readonly ActivitySource Source = new(SourceName);

    internal static Activity? Start(string name, long account, string key) => Tag(Source.StartActivity(name), account, key);

    /// <param name="trace">What was stored with the work (<see cref="TraceLink"/>): the span goes on with it.</param>
    internal static Activity? Start(string name, long account, string key, string? trace, ActivityKind kind = ActivityKind.Internal)
        => Tag(Source.StartActivity(name, kind, TraceLink.Parse(trace)), account, key);

    private static Activity? Tag(Activity? span, long account, string key)
    {
        span?.SetTag(AccountTag, account).SetTag(KeyTag, key);
        return span;
    }

    /// <summary>Other work that the span does too.</summary>
    internal static void LinkTo(this Activity? span, string? trace)
    {
        if (span is not null && TraceLink.Parse(trace) is { TraceId: var id } context && id != default) span.AddLink(new ActivityLink(context));
    }

    internal static void Failed(this Activity? span, Exception exception)
        => span?.SetStatus(ActivityStatusCode.Error, exception.GetType().Name);
}
