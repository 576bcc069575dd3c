namespace MeliBot.Delivery.Signals;

/// <summary>What became of one look at a signal's resource.</summary>
public abstract record SignalOutcome
{
    private SignalOutcome()
    {
    }

    public sealed record Done(Ingest Ingest) : SignalOutcome;

    /// <summary>Not now; try again after <paramref name="After"/>. Never parks by itself.</summary>
    public sealed record Later(TimeSpan After, string Reason) : SignalOutcome;

    /// <summary>Failed in a way that may pass; parks after <see cref="DeliveryOptions.MaxAttempts"/>.</summary>
    public sealed record Failed(TimeSpan After, string Reason, string? Detail = null) : SignalOutcome;

    public sealed record Park(string Reason, string? Detail = null) : SignalOutcome;
}
