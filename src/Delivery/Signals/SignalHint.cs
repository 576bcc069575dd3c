namespace MeliBot.Delivery.Signals;

/// <summary>Something may have changed: look at it again. Never the truth.</summary>
/// <param name="Account">The seller whose resource it is.</param>
/// <param name="Topic">The platform's topic, normalised.</param>
/// <param name="Resource">Path or id, normalised, so that repeats are equal.</param>
/// <param name="At">When we learnt of it.</param>
/// <param name="Source">Who says so, for people: <c>notification</c>, <c>sweep</c>, <c>missed-feeds</c>, <c>replay</c>.</param>
public sealed record SignalHint(long Account, string Topic, string Resource, DateTimeOffset At, string Source)
{
    /// <summary>The trace in which it was accepted (W3C <c>traceparent</c>); null when none was recorded.</summary>
    public string? Trace { get; init; }
}
