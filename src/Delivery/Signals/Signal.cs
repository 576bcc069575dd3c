namespace MeliBot.Delivery.Signals;

/// <summary>The durable row of a hint; unique by account, topic and resource, for ever.</summary>
/// <param name="Generation">Rises with every hint; finishing an older generation leaves the signal open.</param>
/// <param name="Attempts">Failed tries of this generation.</param>
/// <param name="FirstAt">When the oldest unhandled hint came; of hints that came while an older one was being handled, the newest.</param>
/// <param name="LastAt">When the newest came.</param>
public sealed record Signal(
    long Account,
    string Topic,
    string Resource,
    long Generation,
    int Attempts,
    DateTimeOffset FirstAt,
    DateTimeOffset LastAt,
    string Source)
{
    /// <summary>The trace of the newest hint; null when none was recorded.</summary>
    public string? Trace { get; init; }
}
