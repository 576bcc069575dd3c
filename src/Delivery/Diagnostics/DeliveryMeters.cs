using System.Diagnostics.Metrics;
using MeliBot.Delivery.Reading;

namespace MeliBot.Delivery.Diagnostics;

/// <summary>Counters of what was done, and gauges of what is open, under <see cref="DeliverySpans.SourceName"/>.</summary>
public sealed class DeliveryMeters : IDisposable
{
    private readonly Meter _meter;
    private readonly Counter<long> _signals;
    private readonly Counter<long> _turns;
    private readonly Counter<long> _effects;
    private volatile DeliveryCounts? _counts;

    public DeliveryMeters(IMeterFactory? factory = null)
    {
        _meter = factory?.Create(DeliverySpans.SourceName) ?? new Meter(DeliverySpans.SourceName);
        _signals = _meter.CreateCounter<long>("melibot.delivery.signals", description: "Looks at signals, by outcome.");
        _turns = _meter.CreateCounter<long>("melibot.delivery.turns", description: "Turns, by outcome.");
        _effects = _meter.CreateCounter<long>("melibot.delivery.effects", description: "Attempts at effects, by outcome.");
        _meter.CreateObservableGauge("melibot.delivery.open", Open, description: "Work that isn't finished, by kind.");
    }

    public void Dispose() => _meter.Dispose();

    internal void Signal(string outcome) => _signals.Add(1, Tag(outcome));

    internal void Turn(string outcome) => _turns.Add(1, Tag(outcome));

    internal void Effect(string outcome) => _effects.Add(1, Tag(outcome));

    internal void Counted(DeliveryCounts counts) => _counts = counts;

    private static KeyValuePair<string, object?> Tag(string outcome) => new("outcome", outcome);

    private IEnumerable<Measurement<long>> Open() => _counts is not { } counts ? [] :
    [
        Of("signals", counts.OpenSignals), Of("turns", counts.PendingTurns), Of("effects.planned", counts.PlannedEffects),
        Of("effects.sending", counts.SendingEffects), Of("effects.waiting", counts.WaitingEffects), Of("drafts", counts.OpenDrafts),
        Of("parked.signals", counts.ParkedSignals), Of("parked.turns", counts.ParkedTurns), Of("parked.effects", counts.ParkedEffects),
    ];

    private static Measurement<long> Of(string kind, long value) => new(value, new KeyValuePair<string, object?>("kind", kind));
}
