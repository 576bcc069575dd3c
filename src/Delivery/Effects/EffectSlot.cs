using MeliBot.Delivery.Reasons;

namespace MeliBot.Delivery.Effects;

/// <summary>One act on the platform: a unique key, revisions, and what became of it.</summary>
public sealed record EffectSlot
{
    /// <summary>Begins with the account, for example <c>{account}:answer:{question}</c>.</summary>
    public required string Key { get; init; }

    public required long Account { get; init; }

    public required string Conversation { get; init; }

    public required string Kind { get; init; }

    public required EffectState State { get; init; }

    /// <summary>Rises with every claim and take-over; a mark with an older one is refused.</summary>
    public required long Epoch { get; init; }

    /// <summary>Rises whenever the payload is replaced.</summary>
    public required int Revision { get; init; }

    /// <summary>Leases taken of this revision that may have led to a POST; those that ended waiting, or say that they don't count, are taken back.</summary>
    public required int Attempt { get; init; }

    /// <summary>Who wants it said: <c>bot</c>, <c>agent:{id}</c>, <c>elsewhere</c>.</summary>
    public required string Author { get; init; }

    public required string Payload { get; init; }

    /// <summary>What the platform holds now, opaque; null until known.</summary>
    public string? Result { get; init; }

    public Reason? Reason { get; init; }

    /// <summary>The activity that this effect answers; null for a proactive one.</summary>
    public string? Activity { get; init; }

    /// <summary>Effects of one chain are strictly ordered by <see cref="Position"/> and stop at the first that isn't sent.</summary>
    public string? Chain { get; init; }

    public int Position { get; init; }

    /// <summary>When somebody looks at it next: acts when planned, re-reads when waiting, reads back when sending.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>When the running POST was announced; null unless sending.</summary>
    public DateTimeOffset? SendingAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>The trace in which its newest revision was planned; null when none was recorded.</summary>
    public string? Trace { get; init; }

    public bool IsFinal => State is EffectState.Sent or EffectState.AnsweredElsewhere;
}
