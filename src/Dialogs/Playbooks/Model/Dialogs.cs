namespace MeliBot.Dialogs.Playbooks;

/// <param name="Kind"><c>questions</c>, <c>orders</c> or <c>claims</c>; null for one that only other dialogs begin.</param>
/// <param name="Intents">It starts only when one of these was recognised; empty for any.</param>
/// <param name="When">It starts only when this holds.</param>
public sealed record DialogDefinition(string Name, string? Kind, IReadOnlyList<string> Intents, Condition? When, IReadOnlyList<Step> Steps, SourceSpan Source)
{
    /// <summary>What it asks of a claim; null where it names nothing of one.</summary>
    public ClaimConditions? Claim { get; init; }
}

public abstract record Step(SourceSpan Source);

/// <summary>Says a reply of the playbook, or a text of its own.</summary>
/// <param name="Reply">Name; null when <paramref name="Text"/> is set.</param>
public sealed record SayStep(string? Reply, LocalText? Text, SourceSpan Source) : Step(Source)
{
    /// <summary>In a claim: said only where this party is the one who may be written to; null says it to whoever is.</summary>
    public string? To { get; init; }
}

/// <summary>Answers every intent that was recognised by its reply, in the order asked.</summary>
public sealed record AnswerStep(SourceSpan Source) : Step(Source);

/// <summary>Asks, and on channels where it may, waits; on a question it is said with the answer and the buyer's next question continues here.</summary>
/// <param name="Into">Variable that takes what was said: <c>conversation.size</c>.</param>
/// <param name="Type"><c>text</c>, <c>number</c>, <c>confirm</c> or <c>choice</c>.</param>
/// <param name="Choices">Of a choice.</param>
/// <param name="Valid">Must hold of the value, as <c>value</c>.</param>
/// <param name="Tries">After so many invalid replies the dialog goes on without a value.</param>
public sealed record AskStep(LocalText Text, string Into, string Type, IReadOnlyList<LocalText> Choices, Condition? Valid, LocalText? Retry, int Tries, SourceSpan Source) : Step(Source);

public sealed record IfStep(Condition If, IReadOnlyList<Step> Then, IReadOnlyList<Step> Else, SourceSpan Source) : Step(Source);

/// <param name="Values">By variable (<c>conversation.name</c> or <c>user.name</c>), as templates.</param>
public sealed record SetStep(IReadOnlyDictionary<string, Template> Values, SourceSpan Source) : Step(Source);

/// <summary>Gives the conversation to a person.</summary>
public sealed record HandOverStep(Template Reason, SourceSpan Source) : Step(Source);

/// <summary>Asks the host for something that isn't talk; what a host offers is registered by name.</summary>
public sealed record ActStep(string Action, IReadOnlyDictionary<string, Template> With, SourceSpan Source) : Step(Source);

/// <summary>Proposes to a person an act that costs money or can't be taken back; nobody else carries it out.</summary>
/// <param name="Action">Of <see cref="Claims.ClaimProposals"/>.</param>
/// <param name="Percentage">Of a partial refund.</param>
public sealed record ProposeStep(string Action, int? Percentage, Template Reason, SourceSpan Source) : Step(Source);

/// <summary>Proposes to a person to show Mercado Libre how the product was sent.</summary>
/// <param name="With">By the platform's names, as templates; what isn't known is left out.</param>
public sealed record AttachEvidenceStep(string Type, IReadOnlyDictionary<string, Template> With, Template Reason, SourceSpan Source) : Step(Source);

/// <summary>Has the claim brought up again.</summary>
/// <param name="In">From now.</param>
/// <param name="BeforeDue">Before the claim's due date; of the two exactly one is set.</param>
public sealed record RemindStep(TimeSpan? In, TimeSpan? BeforeDue, Template Reason, SourceSpan Source) : Step(Source);

/// <summary>Begins another dialog, of the playbook or written in C#, and goes on when it ends.</summary>
public sealed record BeginStep(string Dialog, SourceSpan Source) : Step(Source);

/// <summary>Starts this dialog's steps anew.</summary>
public sealed record RepeatStep(SourceSpan Source) : Step(Source);

public sealed record EndStep(SourceSpan Source) : Step(Source);
