using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace MeliBot.Adapter.Webhooks;

/// <summary>Counts what arrives, and how long each topic has been silent: a topic that the platform switched off looks like silence.</summary>
public sealed class NotificationMeters
{
    public const string Name = "MeliBot.Adapter.Notifications";

    /// <summary>Topics come from outside: what is told apart stays bounded.</summary>
    private const int MostTopics = 64;

    private readonly Counter<long> _requests;
    private readonly Histogram<double> _duration;
    private readonly ConcurrentDictionary<string, DateTimeOffset> _last = new(StringComparer.OrdinalIgnoreCase);
    private readonly TimeProvider _time;

    public NotificationMeters(IMeterFactory meters, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(meters);
        _time = time;
        var meter = meters.Create(Name);
        _requests = meter.CreateCounter<long>("melibot.notifications", "{notification}", "Requests to the notifications' address, by what became of them.");
        _duration = meter.CreateHistogram<double>("melibot.notifications.duration", "s", "From the request's start to its answer.", advice: new() { HistogramBucketBoundaries = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 1, 2] });
        meter.CreateObservableGauge("melibot.notifications.silence", Silence, "s", "Time since the last genuine notification of a topic.");
    }

    /// <summary>When the last genuine notification of each topic came; for the health page.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> LastByTopic => new Dictionary<string, DateTimeOffset>(_last, StringComparer.OrdinalIgnoreCase);

    /// <summary>What another host heard.</summary>
    internal void Learn(string topic, DateTimeOffset at)
    {
        if (_last.ContainsKey(topic) || _last.Count < MostTopics) _last.AddOrUpdate(topic, at, (_, known) => known > at ? known : at);
    }

    internal void Count(NotificationVerdict verdict, string? topic, TimeSpan took)
    {
        var name = Topic(verdict, topic);
        _requests.Add(1, new("verdict", verdict.ToString()), new("topic", name));
        _duration.Record(took.TotalSeconds, new KeyValuePair<string, object?>("verdict", verdict.ToString()));
        if (verdict is NotificationVerdict.Accepted or NotificationVerdict.Ignored) _last[name] = _time.GetUtcNow();
    }

    private string Topic(NotificationVerdict verdict, string? topic)
    {
        // Only a sender who is known names topics.
        if (topic is null || verdict is not (NotificationVerdict.Accepted or NotificationVerdict.Ignored or NotificationVerdict.WrongResource or NotificationVerdict.Unavailable)) return "-";
        return _last.ContainsKey(topic) || _last.Count < MostTopics ? topic : "other";
    }

    private IEnumerable<Measurement<double>> Silence()
    {
        var now = _time.GetUtcNow();
        foreach (var (topic, at) in _last) yield return new((now - at).TotalSeconds, new KeyValuePair<string, object?>("topic", topic));
    }
}
