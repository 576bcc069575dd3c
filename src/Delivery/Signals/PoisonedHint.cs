namespace MeliBot.Delivery.Signals;

/// <summary>
/// A hint that came through a queue and couldn't become a signal. It becomes one of a topic of its own, which the pump puts into the parking: nothing that was accepted disappears in a queue that nobody
/// reads. A replay tries the hint once more, where it could be read.
/// </summary>
internal static class PoisonedHint
{
    public const string Topic = "queue.poison";

    /// <summary>Who says so, in the signal.</summary>
    public const string Source = "queue";

    /// <param name="hint">What could be read of it; null when nothing could.</param>
    /// <param name="queue">Where it came through.</param>
    /// <param name="message">Its id there.</param>
    /// <param name="at">The moment.</param>
    public static SignalHint Of(SignalHint? hint, string queue, string message, DateTimeOffset at) => hint is null
        ? new SignalHint(0, Topic, $"{queue}/{message}", at, Source)
        : hint with { Topic = Topic, Resource = $"{hint.Topic} {hint.Resource}", At = at, Source = Source };

    /// <summary>The hint itself; null when it couldn't be read.</summary>
    public static SignalHint? HintOf(Signal signal, DateTimeOffset at) => signal.Resource.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space
        ? new SignalHint(signal.Account, signal.Resource[..space], signal.Resource[(space + 1)..], at, Source)
        : null;
}
