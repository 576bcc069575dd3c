using MeliBot.Dialogs.Replies;

namespace MeliBot.Dialogs.Playbooks;

/// <summary>What is said to some intents.</summary>
/// <param name="Intents">That it answers; empty for one that only dialogs say, such as a greeting.</param>
public sealed record ReplyDefinition(string Name, IReadOnlyList<string> Intents, IReadOnlyList<FragmentDefinition> Fragments, SourceSpan Source);

/// <summary>
/// One thing that a reply may say. Of the cores the first that holds is said; of every other role each that holds. It holds when its condition does and
/// everything that condition and text read is known.
/// </summary>
/// <param name="Name">For the trace: <c>warranty.none</c>.</param>
/// <param name="When">Null always holds.</param>
/// <param name="Unknown">Facts of which at least one must not be known for it to hold; null when it isn't such a branch.</param>
/// <param name="Say">Null only where <paramref name="HandOver"/> is set.</param>
/// <param name="HandOver">Why a person answers; what is said beside it is that person's draft.</param>
public sealed record FragmentDefinition(
    FragmentRole Role,
    string Name,
    Condition? When,
    IReadOnlyList<string>? Unknown,
    LocalText? Say,
    string? HandOver,
    SourceSpan Source);
