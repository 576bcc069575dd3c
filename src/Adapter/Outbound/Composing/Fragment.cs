using System.Runtime.InteropServices;

namespace MeliBot.Adapter.Outbound.Composing;

/// <summary>One part of a reply.</summary>
/// <param name="Text">As the bot sent it: may hold line breaks, Markdown or HTML.</param>
/// <param name="Intent">The intent that it answers.</param>
/// <param name="Span">Where in the buyer's text that was asked.</param>
/// <param name="Rule">What produced it, for example <c>availability.yes</c>.</param>
/// <param name="Facts">What it says about the item, with sources.</param>
/// <param name="ActivityId">The outgoing activity that it came in.</param>
public sealed record Fragment(
    string Text,
    FragmentRole Role,
    string? Intent = null,
    TextSpan? Span = null,
    string? Rule = null,
    IReadOnlyList<FragmentFact>? Facts = null,
    string? ActivityId = null);

/// <summary>A stretch of the buyer's text, in UTF-16 units.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TextSpan(int Start, int Length)
{
    public int End => Start + Length;

    public bool Overlaps(TextSpan other) => Start < other.End && other.Start < End;
}

/// <param name="Name">For example <c>item.available_quantity</c>.</param>
/// <param name="Value">Null when the source doesn't know: the fragment then says so.</param>
/// <param name="Source">Where it was read, for example <c>item</c>; null when nothing backs it.</param>
/// <param name="At">When the source was read.</param>
public sealed record FragmentFact(string Name, string? Value, string? Source = null, DateTimeOffset? At = null);
