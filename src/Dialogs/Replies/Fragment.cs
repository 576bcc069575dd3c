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

/// <summary>A fact that a fragment's text relies on.</summary>
public sealed record FactNote(string Name, string? Value, string? Source, DateTimeOffset? At)
{
    public static FactNote Of<T>(string name, Fact<T>? fact, Func<T, string> text) =>
        fact is null ? new FactNote(name, null, null, null) : new FactNote(name, text(fact.Value), fact.Source, fact.At);
}
