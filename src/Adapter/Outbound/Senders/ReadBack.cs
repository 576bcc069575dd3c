using MeliBot.Delivery.Effects;
using MeliBot.Delivery.Reasons;

namespace MeliBot.Adapter.Outbound.Senders;

/// <summary>
/// What to do about a post whose fate is unknown, on a platform that takes the same one twice: it is looked for; absent in two reads apart it is posted once more, and what then stays unknown is a
/// person's.
/// </summary>
internal static class ReadBack
{
    /// <summary>The first try posts, the second only reads, the third reads and posts.</summary>
    private const int SecondPost = 3;

    /// <summary>The last try that waits for the second post to appear; within the tries that any effect has.</summary>
    private const int LastRead = 4;

    /// <param name="lease">Of a try after one that may have posted, which this one didn't find.</param>
    /// <param name="apart">How long between two reads.</param>
    /// <param name="now">The time.</param>
    /// <param name="notThereYet">Why it is looked for again.</param>
    /// <param name="postedTwice">Why a person has to look.</param>
    /// <returns>Null when it may be posted once more.</returns>
    public static EffectOutcome? Absent(EffectLease lease, TimeSpan apart, DateTimeOffset now, Reason notThereYet, Reason postedTwice)
    {
        if (lease.Slot.Attempt > LastRead) return new EffectOutcome.Park(postedTwice);

        // One post only among these tries, however long each of them took.
        if (lease.Slot.Attempt != SecondPost) return new EffectOutcome.Unknown(apart, notThereYet);
        return lease.FirstSendingAt + (2 * apart) - now is { Ticks: > 0 } early ? new EffectOutcome.Retry(early, notThereYet, Counts: false) : null;
    }
}
