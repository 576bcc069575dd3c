using MeliBot.Dialogs.Facts;
using MeliBot.Dialogs.Replies;
using MeliBot.Dialogs.Templates;

namespace MeliBot.Dialogs.Running;

/// <summary>One step, flat: forks are jumps.</summary>
/// <param name="Path">Where it stands in the dialog: <c>2.then.0</c>. Kept in the conversation while it waits.</param>
internal abstract record Instruction(string Path);

/// <param name="To">In a claim: the party that it is meant for; null for whoever may be written to.</param>
internal abstract record Say(string Path, string? To) : Instruction(Path);

internal sealed record SayReply(string Path, CompiledReply Reply, string? To) : Say(Path, To);

internal sealed record SayText(string Path, Wordings Text, string? To) : Say(Path, To);

internal sealed record AnswerAll(string Path) : Instruction(Path);

internal sealed record Ask(string Path, Wordings Text, string Into, string Type, IReadOnlyList<Wordings> Choices, ConditionNode? Valid, Wordings? Retry, int Tries) : Instruction(Path);

internal sealed record JumpUnless(string Path, ConditionNode Condition, Needs Needs) : Instruction(Path)
{
    public int Target { get; set; }
}

internal sealed record Jump(string Path) : Instruction(Path)
{
    public int Target { get; set; }
}

internal sealed record SetValues(string Path, IReadOnlyList<(string Variable, CompiledText Value, Needs Needs)> Values) : Instruction(Path);

internal sealed record HandOver(string Path, CompiledText Reason, Needs Needs) : Instruction(Path);

internal sealed record Act(string Path, string Action, IReadOnlyList<(string Name, CompiledText Value, Needs Needs)> With) : Instruction(Path);

/// <param name="Evidence">What is shown where evidence is proposed, by the platform's names; null for any other proposal.</param>
internal sealed record Propose(string Path, string Action, int? Percentage, CompiledText Reason, Needs Needs, IReadOnlyList<(string Name, CompiledText Value, Needs Needs)>? Evidence) : Instruction(Path);

internal sealed record Remind(string Path, TimeSpan? In, TimeSpan? BeforeDue, CompiledText Reason, Needs Needs) : Instruction(Path);

internal sealed record Begin(string Path, string Dialog) : Instruction(Path);

internal sealed record End(string Path) : Instruction(Path);
