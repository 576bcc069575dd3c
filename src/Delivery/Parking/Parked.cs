using MeliBot.Delivery.Reasons;

namespace MeliBot.Delivery.Parking;

public enum ParkedKind
{
    Signal,
    Turn,
    Effect,
}

/// <summary>Something that can't go on, with its reason, where a person sees it and can replay it.</summary>
/// <param name="Key">Of the signal (<c>topic resource</c>), activity or effect.</param>
/// <param name="Reason">What happened and what to do, in a sentence.</param>
/// <param name="Detail">For support; never tokens or buyers' texts.</param>
public sealed record Parked(long Id, ParkedKind Kind, long Account, string? Conversation, string Key, Reason Reason, string? Detail, int Attempts, DateTimeOffset At);
