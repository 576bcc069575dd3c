using MeliBot.Delivery.Reasons;

namespace MeliBot.Adapter.Outbound.Guards;

/// <summary>Something in a text that the platform moderates, or that the settings forbid.</summary>
/// <param name="Guard">Which guard found it, for example <c>phone</c>.</param>
/// <param name="Reason">A sentence for people: what was seen, and why it mustn't be said.</param>
/// <param name="Start">UTF-16 offset in the text that was checked.</param>
public sealed record GuardFinding(string Guard, Reason Reason, int Start, int Length);

/// <summary>Looks for one thing that must not be said. Deterministic, and linear in the length of the text.</summary>
public interface IGuard
{
    /// <value>By which the settings switch it off, for example <c>phone</c>.</value>
    string Name { get; }

    IReadOnlyList<GuardFinding> Check(GuardRequest request);
}

/// <summary>Asked only where no other guard sees anything, those that are switched off included: what a guard may pass isn't held by one that has learnt from it.</summary>
public interface ILastGuard : IGuard;
