using System.Diagnostics.Metrics;
using MeliBot.Delivery.Reading;

namespace MeliBot.Delivery.Diagnostics;

/// <summary>Counters of what was done, and gauges of what is open, under <see cref="DeliverySpans.SourceName"/>.</summary>
public sealed class DeliveryMeters : IDisposable
{
    private readonly Meter _meter;
    private readonly TimeProvider _time;
    private readonly Counter<long> _signals;
    private readonly Counter<long> _turns;
    private readonly Counter<long> _effects;
    private readonly Counter<long> _poisoned;
    private readonly Histogram<double> _queued;
    private volatile DeliveryCounts? _counts;
    private volatile IReadOnlyList<ParkedCount> _parked = [];
    private volatile Balanced? _balance;

    public DeliveryMeters(IMeterFactory? factory = null, TimeProvider? time = null)
    {
        _time = time ?? TimeProvider.System;
        _meter = factory?.Create(DeliverySpans.SourceName) ?? new Meter(DeliverySpans.SourceName);
        _signals = _meter.CreateCounter<long>("melibot.delivery.signals", description: "Looks at signals, by outcome.");
        _turns = _meter.CreateCounter<long>("melibot.delivery.turns", description: "Turns, by outcome.");
        _effects = _meter.CreateCounter<long>("melibot.delivery.effects", description: "Attempts at effects, by outcome.");
        _poisoned = _meter.CreateCounter<long>("melibot.queue.poisoned", description: "Messages that could not become a signal.");
        _queued = _meter.CreateHistogram<double>("melibot.queue.age", "s", "From a hint's acceptance until its signal is in the store.", advice: new() { HistogramBucketBoundaries = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1_800] });
        _meter.CreateObservableGauge("melibot.delivery.open", Open, description: "Work that isn't finished, by kind.");
        _meter.CreateObservableGauge("melibot.delivery.oldest", Oldest, "s", "Since when the oldest open signal has waited.");
        _meter.CreateObservableGauge("melibot.delivery.parked", () => _parked.Select(Of), description: "What is parked, by kind and reason.");
        _meter.CreateObservableGauge("melibot.delivery.balance", Balance, description: "All that was accepted: reflected, open, parked, and missing, which must be 0.");
    }

    public void Dispose() => _meter.Dispose();

    internal void Signal(string outcome) => _signals.Add(1, Tag(outcome));

    internal void Turn(string outcome) => _turns.Add(1, Tag(outcome));

    internal void Effect(string outcome) => _effects.Add(1, Tag(outcome));

    internal void Dequeued(DateTimeOffset acceptedAt) => _queued.Record(Math.Max(0, (_time.GetUtcNow() - acceptedAt).TotalSeconds));

    internal void Poisoned() => _poisoned.Add(1);

    internal void Counted(DeliveryCounts counts) => _counts = counts;

    internal void Counted(IReadOnlyList<ParkedCount> parked) => _parked = parked;

    /// <summary>Tells the balance until <paramref name="until"/>: then another host may have counted, and this one's is old.</summary>
    internal void Counted(DeliveryBalance balance, DateTimeOffset until) => _balance = new Balanced(balance, until);

    private static KeyValuePair<string, object?> Tag(string outcome) => new("outcome", outcome);

    private IEnumerable<Measurement<long>> Open() => _counts is not { } counts ? [] :
    [
        Of("signals", counts.OpenSignals), Of("turns", counts.PendingTurns), Of("effects.planned", counts.PlannedEffects),
        Of("effects.sending", counts.SendingEffects), Of("effects.waiting", counts.WaitingEffects), Of("drafts", counts.OpenDrafts),
        Of("parked.signals", counts.ParkedSignals), Of("parked.turns", counts.ParkedTurns), Of("parked.effects", counts.ParkedEffects),
    ];

    private IEnumerable<Measurement<double>> Oldest() =>
        _counts is { } counts ? [new(counts.OldestSignalAt is { } at ? Math.Max(0, (_time.GetUtcNow() - at).TotalSeconds) : 0)] : [];

    private IEnumerable<Measurement<long>> Balance() => _balance is not { } counted || _time.GetUtcNow() > counted.Until ? [] :
    [
        Part("accepted", counted.Balance.Accepted), Part("reflected", counted.Balance.Reflected), Part("open", counted.Balance.Open),
        Part("parked", counted.Balance.Parked), Part("missing", counted.Balance.Missing),
    ];

    private static Measurement<long> Of(string kind, long value) => new(value, new KeyValuePair<string, object?>("kind", kind));

    private static Measurement<long> Of(ParkedCount parked) => new(parked.Count, new("kind", parked.Kind), new("reason", parked.Reason));

    private static Measurement<long> Part(string part, long value) => new(value, new KeyValuePair<string, object?>("part", part));

    private sealed record Balanced(DeliveryBalance Balance, DateTimeOffset Until);
}

internal sealed record ParkedCount(string Kind, string Reason, long Count);
