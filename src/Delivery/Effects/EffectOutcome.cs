using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Reasons;

namespace MeliBot.Delivery.Effects;

/// <summary>What an attempt at an effect came to.</summary>
public abstract record EffectOutcome
{
    private EffectOutcome()
    {
    }

    /// <summary>Entries to append in the marking transaction: the answer as an activity, the event for the bot.</summary>
    public IReadOnlyList<ActivityEntry> Activities { get; init; } = [];

    /// <param name="Result">What the platform holds now, opaque.</param>
    public sealed record Sent(string? Result) : EffectOutcome;

    public sealed record AnsweredElsewhere(string? Result) : EffectOutcome;

    /// <summary>The platform said no for good.</summary>
    public sealed record Refused(Reason Reason, string? Result = null) : EffectOutcome;

    /// <summary>Not possible now; look again at <paramref name="Until"/> or when an observation opens it.</summary>
    public sealed record Waiting(DateTimeOffset Until, Reason Reason) : EffectOutcome;

    /// <summary>This attempt certainly did nothing (refused before the effect): back to planned; an earlier one that may have is still read back first. Doesn't count as a try when <paramref name="Counts"/> is false (rate limits).</summary>
    public sealed record Retry(TimeSpan After, Reason Reason, bool Counts = true) : EffectOutcome;

    /// <summary>Perhaps done: stays in sending, and is read back after <paramref name="After"/>. Doesn't count as a try when <paramref name="Counts"/> is false (an outage that may pass).</summary>
    public sealed record Unknown(TimeSpan After, Reason Reason, bool Counts = true) : EffectOutcome;

    public sealed record Park(Reason Reason, string? Detail = null) : EffectOutcome;
}
