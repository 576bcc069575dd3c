namespace MeliBot.Delivery.Reading;

/// <summary>
/// Nothing disappears silently: whatever was accepted (signals, activities that want a turn, effects) is done, open, or parked where a person sees it, with its reason.
/// </summary>
/// <param name="Accepted">All that there is.</param>
/// <param name="Reflected">Signals and turns that are done, effects that have their end: sent, answered elsewhere, refused.</param>
/// <param name="Open">What is still to be done.</param>
/// <param name="Parked">What can't go on and stands in the parking.</param>
public sealed record DeliveryBalance(long Accepted, long Reflected, long Open, long Parked)
{
    /// <summary>What is in none of these places. Anything but 0 is a fault of this program.</summary>
    public long Missing => Accepted - Reflected - Open - Parked;
}
