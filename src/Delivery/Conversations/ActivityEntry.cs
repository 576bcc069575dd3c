namespace MeliBot.Delivery.Conversations;

public enum ActivityRole
{
    /// <summary>From the buyer (or the platform) to the bot.</summary>
    Incoming,

    /// <summary>Said to the buyer, by whomever.</summary>
    Outgoing,

    /// <summary>Something that happened: an effect's end, a hand-over.</summary>
    Event,
}

public enum ActivityTurn
{
    /// <summary>Shown, but never run through the bot.</summary>
    None,

    Pending,
    Done,
    Parked,
}

/// <summary>One entry of a conversation. The payload is opaque here.</summary>
public sealed record ActivityEntry
{
    /// <summary>The platform's id, beginning with the account; unique everywhere.</summary>
    public required string Id { get; init; }

    public required string Conversation { get; init; }

    public required long Account { get; init; }

    public required ActivityRole Role { get; init; }

    /// <summary>Sorts entries of one conversation by the platform's own order (date created, then id), compared ordinally.</summary>
    public required string OrderKey { get; init; }

    public required string Payload { get; init; }

    public required DateTimeOffset At { get; init; }

    public ActivityTurn Turn { get; init; }

    /// <summary>A pending turn doesn't start before; lets several lines of a buyer become one turn.</summary>
    public DateTimeOffset DueAt { get; init; }

    /// <summary>Tries of its turn that failed.</summary>
    public int Attempts { get; init; }

    /// <summary>The trace in which it was first stored, set by the store; null when none was recorded.</summary>
    public string? Trace { get; init; }
}
