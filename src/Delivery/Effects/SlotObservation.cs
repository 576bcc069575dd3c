using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Reasons;

namespace MeliBot.Delivery.Effects;

public enum SlotSight
{
    /// <summary>Somebody filled it, us or another; whoever holds the slot in <c>sending</c> decides by reading back.</summary>
    Filled,

    /// <summary>It can't be filled any more (deleted, banned, closed).</summary>
    Closed,

    /// <summary>It can't be filled now (paused listing, under review).</summary>
    Blocked,

    /// <summary>It can be filled; a waiting slot becomes due.</summary>
    Open,

    /// <summary>What we or another filled in was taken down later.</summary>
    Banned,
}

/// <summary>
/// What a fetch saw about a slot. Filled or Closed on an unknown slot creates it in its final (or refused) state, so that nothing plans it later.
/// Filled ends planned, waiting, refused and parked slots as answered elsewhere and leaves sending and sent ones alone. Closed refuses whatever isn't final or sending.
/// </summary>
/// <param name="Key">The slot's key.</param>
/// <param name="Sight">What was seen.</param>
/// <param name="Result">What the platform holds, opaque.</param>
/// <param name="Reason">For people; required for Closed and Blocked.</param>
/// <param name="Activity">The activity that the slot answers.</param>
/// <param name="Kind">The effect's kind, for a slot that is created by this sight.</param>
/// <param name="Event">Appended to the conversation, once, if this sight changed the slot (or banned what was sent).</param>
public sealed record SlotObservation(string Key, string Kind, SlotSight Sight, string? Result, Reason? Reason, string? Activity, ActivityEntry? Event);
