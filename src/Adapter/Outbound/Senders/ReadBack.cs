using MeliBot.Adapter.Messages;
using MeliBot.Delivery.Effects;

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
    /// <returns>Null when it may be posted once more.</returns>
    public static EffectOutcome? Absent(EffectLease lease, TimeSpan apart, DateTimeOffset now)
    {
        if (lease.Slot.Attempt > LastRead) return new EffectOutcome.Park(MessageReasons.PostedTwice);

        // One post only among these tries, however long each of them took.
        if (lease.Slot.Attempt != SecondPost) return new EffectOutcome.Unknown(apart, MessageReasons.NotThereYet);
        return lease.FirstSendingAt + (2 * apart) - now is { Ticks: > 0 } early ? new EffectOutcome.Retry(early, MessageReasons.NotThereYet, Counts: false) : null;
    }
}
