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

/// <param name="Reasons">Sentences for people; never empty.</param>
public sealed record Verdict(Decision Decision, IReadOnlyList<string> Reasons);
