using MeliBot.Delivery.Reasons;

namespace MeliBot.Adapter.Outbound.Composing;

/// <summary>A turn's texts as one line, and where each piece of it came from.</summary>
/// <param name="Text">One line, ready to be posted; null when there is nothing to say.</param>
/// <param name="Spans">In the text's order; between them are only single spaces.</param>
/// <param name="Dropped">What isn't in the text, or not all of it, and why.</param>
/// <param name="Holds">Why the text must not be sent without a person, in sentences; empty when it may.</param>
public sealed record Composition(
    string? Text,
    IReadOnlyList<ComposedSpan> Spans,
    IReadOnlyList<DroppedFragment> Dropped,
    IReadOnlyList<Reason> Holds)
{
    public static readonly Composition Nothing = new(null, [], [], []);
}

/// <param name="Start">UTF-16 offset in the composed text.</param>
/// <param name="Fragment">Index in the list that was composed.</param>
/// <param name="Role">The role it plays in the text: a greeting that opened a core is a greeting here.</param>
public sealed record ComposedSpan(
    int Start,
    int Length,
    int Fragment,
    FragmentRole Role,
    string? Intent,
    string? Rule,
    IReadOnlyList<FragmentFact> Facts,
    string? ActivityId);

/// <param name="Fragment">Index in the list that was composed.</param>
/// <param name="Text">What was left out, flattened.</param>
/// <param name="Reason">A sentence for people.</param>
public sealed record DroppedFragment(
    int Fragment,
    FragmentRole Role,
    string? Intent,
    string Text,
    DropCause Cause,
    Reason Reason);

public enum DropCause
{
    /// <summary>Holds no words once flattened.</summary>
    Empty,

    /// <summary>Another part says the same.</summary>
    Repeated,

    /// <summary>A greeting or closing beyond the first.</summary>
    OneIsEnough,

    NoRoom,

    /// <summary>A greeting or closing with nothing between.</summary>
    NoAnswer,
}
