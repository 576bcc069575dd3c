using MeliBot.Delivery.Reasons;

namespace MeliBot.Delivery.Signals;

/// <summary>What became of one look at a signal's resource.</summary>
public abstract record SignalOutcome
{
    private SignalOutcome()
    {
    }

    public sealed record Done(Ingest Ingest) : SignalOutcome;

    /// <summary>Not now; try again after <paramref name="After"/>. Never parks by itself.</summary>
    public sealed record Later(TimeSpan After, Reason Reason) : SignalOutcome;

    /// <summary>Failed in a way that may pass; parks after <see cref="DeliveryOptions.MaxAttempts"/>.</summary>
    public sealed record Failed(TimeSpan After, Reason Reason, string? Detail = null) : SignalOutcome;

    public sealed record Park(Reason Reason, string? Detail = null) : SignalOutcome;
}
