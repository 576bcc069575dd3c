namespace MeliBot.Dialogs.Understanding;

/// <summary>One thing that the buyer asks.</summary>
/// <param name="Score">Share of the sentence's words that the rules account for, 0 to 1.</param>
/// <param name="Options">The colour, size, voltage or the like that were named with it, in the order said.</param>
/// <param name="Quantity">Units that were named with it.</param>
/// <param name="Terms">It comes with a condition that the listing's facts don't settle, such as a price "with tax".</param>
/// <param name="Carried">Not said, but meant: what was asked before of another option.</param>
public sealed record RecognisedIntent(string Name, double Score, TextSpan Span, IReadOnlyList<NamedOption> Options, int? Quantity = null, bool Terms = false, bool Carried = false);

/// <param name="Text">As the buyer wrote it.</param>
/// <param name="Folded">Without case and accents.</param>
/// <param name="Kind">color, size, voltage, measure, or the listing's own name for the choice.</param>
public sealed record NamedOption(string Text, string Folded, string Kind, TextSpan Span);

/// <summary>What a question asks, in the order asked.</summary>
/// <param name="FollowUp">It leans on what was said before: "¿y en azul?".</param>
public sealed record Understood(IReadOnlyList<RecognisedIntent> Intents, bool FollowUp);

/// <summary>What is known of the listing that helps to read a question about it.</summary>
/// <param name="Title">Its words say nothing by themselves in a question.</param>
/// <param name="Options">What can be chosen on the listing.</param>
public sealed record ListingHints(string? Title, IReadOnlyList<ListingOption> Options)
{
    public static readonly ListingHints None = new(null, []);
}

/// <param name="Name">For example <c>Color</c>.</param>
/// <param name="Value">For example <c>Azul marino</c>.</param>
public sealed record ListingOption(string Name, string Value);
