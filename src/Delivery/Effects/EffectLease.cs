namespace MeliBot.Delivery.Effects;

/// <summary>The right to act on a slot until the lease ends or the epoch moves on.</summary>
/// <param name="Slot">The slot in <see cref="EffectState.Sending"/>, with the lease's epoch.</param>
/// <param name="Recovering">An earlier attempt may have reached the platform: read back before anything else.</param>
/// <param name="FirstSendingAt">When the first attempt was announced that may have reached the platform: of this revision, or of one that was taken over while that was unknown.</param>
public sealed record EffectLease(EffectSlot Slot, bool Recovering, DateTimeOffset FirstSendingAt)
{
    /// <summary>Whether an outage has lasted too long to be waited out: from now on each try counts.</summary>
    public bool HasLasted(TimeSpan giveUpAfter, DateTimeOffset now) => now - FirstSendingAt > giveUpAfter;
}
