using MeliBot.Dialogs.Facts;
using MeliBot.Dialogs.Understanding;

namespace MeliBot.Dialogs.Replies;

public enum FragmentRole
{
    Greeting,
    Core,
    Complement,
    Closing,
}

/// <summary>A part of a reply that says one thing.</summary>
/// <param name="Rule">Which wording was chosen and why, for the trace: <c>availability.none</c>.</param>
/// <param name="Span">What of the buyer's text it answers; null for courtesies.</param>
public sealed record Fragment(FragmentRole Role, string Text, string? Intent, string Rule, TextSpan? Span, IReadOnlyList<FactNote> Facts);
