namespace MeliBot.Dialogs.Playbooks;

/// <summary>A question, what is known when it is asked, and what must come of it. Nulls aren't looked at.</summary>
/// <param name="Item">A file under <c>tests/items</c>: the listing as Mercado Libre's JSON; null for no listing.</param>
/// <param name="Before">Questions of the same buyer on the same item that came first.</param>
/// <param name="Text">The whole answer.</param>
/// <param name="Contains">Parts of it.</param>
/// <param name="Decision"><c>send</c>, <c>draft</c>, <c>hold</c>, <c>drop</c> or <c>shadow</c>.</param>
public sealed record PlaybookTest(
    string Name,
    string Question,
    string? Locale,
    string? Item,
    DateTimeOffset? At,
    IReadOnlyList<string> Before,
    IReadOnlyList<string>? Intents,
    string? Text,
    IReadOnlyList<string> Contains,
    IReadOnlyList<string> Lacks,
    string? Decision,
    SourceSpan Source)
{
    /// <summary><see cref="Question"/> is written after the sale.</summary>
    public bool IsMessage { get; init; }

    /// <summary>A file under <c>tests/orders</c>; null where no sale is known.</summary>
    public string? Order { get; init; }

    /// <summary>A file under <c>tests/claims</c>: the test is of a turn of that claim; null for none.</summary>
    public string? Claim { get; init; }

    /// <summary>What happens in the claim, in place of a text; null where somebody writes.</summary>
    public string? Event { get; init; }

    /// <summary>Who writes in the claim: complainant, respondent or mediator.</summary>
    public string? From { get; init; }

    /// <summary>The dialog that must begin; <see cref="NoDialog"/> for none.</summary>
    public string? Dialog { get; init; }

    /// <summary>What must be proposed, each once and nothing else; null isn't looked at.</summary>
    public IReadOnlyList<string>? Proposes { get; init; }

    /// <summary>Where no dialog must begin: a person gets it.</summary>
    public const string NoDialog = "none";
}
