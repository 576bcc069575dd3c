using MeliBot.Delivery.Reasons;

namespace MeliBot.Adapter.Policy;

/// <summary>What happens to a reply.</summary>
public enum Decision
{
    Send,

    /// <summary>A person approves, edits or discards it.</summary>
    Draft,

    /// <summary>There is nothing to approve, and a person has to answer.</summary>
    Hold,

    /// <summary>Nothing is said, and nobody needs to.</summary>
    Drop,

    /// <summary>Decided, shown, never sent; leaves no state.</summary>
    Shadow,
}

/// <param name="Reasons">For people; never empty.</param>
public sealed record Verdict(Decision Decision, IReadOnlyList<Reason> Reasons)
{
    /// <summary>It is sent, and a person is told to look at it.</summary>
    public bool Notify { get; init; }

    /// <summary>Said instead of what the bot said, after the same guards; null to say that. The turn's state then counts for nothing: the buyer never heard what it is about.</summary>
    public string? Instead { get; init; }
}
