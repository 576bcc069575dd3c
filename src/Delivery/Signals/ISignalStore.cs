using MeliBot.Delivery.Reasons;

namespace MeliBot.Delivery.Signals;

public interface ISignalStore
{
    /// <summary>Inserts the signal or marks it dirty (generation + 1), and makes it due now.</summary>
    Task RaiseAsync(SignalHint hint, CancellationToken cancellationToken);

    /// <summary>Open, due signals, oldest first, at most <paramref name="max"/>, none that <paramref name="inFlight"/> says is already being handled here.</summary>
    Task<IReadOnlyList<Signal>> FindDueAsync(DateTimeOffset now, int max, Func<Signal, bool> inFlight, CancellationToken cancellationToken);

    /// <summary>When the next open signal falls due after that moment; null when none does.</summary>
    Task<DateTimeOffset?> NextDueAsync(DateTimeOffset after, CancellationToken cancellationToken);

    /// <summary>Stores what the fetch found and finishes the signal's generation, in one transaction.</summary>
    Task IngestAsync(Signal? signal, Ingest ingest, CancellationToken cancellationToken);

    /// <summary>Makes the signal due again at <paramref name="dueAt"/>, unless a newer hint already did; a failed try counts.</summary>
    Task RetryAsync(Signal signal, DateTimeOffset dueAt, string reason, bool counts, CancellationToken cancellationToken);

    /// <summary>Closes the signal into the parking with its reason; a newer hint or a replay opens it again.</summary>
    Task ParkAsync(Signal signal, Reason reason, string? detail, CancellationToken cancellationToken);
}
