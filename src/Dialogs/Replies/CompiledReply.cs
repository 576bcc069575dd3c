using MeliBot.Dialogs.Facts;
using MeliBot.Dialogs.Playbooks;
using MeliBot.Dialogs.Templates;

namespace MeliBot.Dialogs.Replies;

/// <summary>A reply, ready to be said any number of times.</summary>
internal sealed class CompiledReply(ReplyDefinition definition)
{
    public string Name { get; } = definition.Name;

    public IReadOnlyList<string> Intents { get; } = definition.Intents;

    public IReadOnlyList<CompiledFragment> Fragments { get; } = [.. definition.Fragments.Select((f, i) => new CompiledFragment(definition, f, i))];

    public bool HasCore { get; } = definition.Fragments.Any(f => f.Role == FragmentRole.Core);
}

internal sealed class CompiledFragment
{
    public CompiledFragment(ReplyDefinition reply, FragmentDefinition definition, int index)
    {
        Role = definition.Role;
        Rule = RuleOf(reply.Name, definition, index);
        When = definition.When is null ? null : ConditionSyntax.Parse(definition.When.Text);
        WhenNeeds = NeedsOf.Text(definition.When?.Text ?? "") | (definition.Unknown ?? []).Aggregate(Needs.None, (needs, name) => needs | NeedsOf.Text(name));
        Unknown = definition.Unknown;
        Say = definition.Say is null ? null : new Wordings(definition.Say);
        HandOver = definition.HandOver;
    }

    public FragmentRole Role { get; }

    /// <summary><c>warranty.none</c></summary>
    public string Rule { get; }

    public ConditionNode? When { get; }

    public Needs WhenNeeds { get; }

    public IReadOnlyList<string>? Unknown { get; }

    public Wordings? Say { get; }

    public string? HandOver { get; }

    private static string RuleOf(string reply, FragmentDefinition definition, int index)
    {
        if (definition.Name.Contains('.', StringComparison.Ordinal)) return definition.Name;
        var name = definition.Name.Length > 0 ? definition.Name : definition.Unknown is not null ? "unknown" : $"{index + 1}";
        return $"{reply}.{name}";
    }
}
