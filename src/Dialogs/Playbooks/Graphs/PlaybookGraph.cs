namespace MeliBot.Dialogs.Playbooks;

public enum GraphNodeKind
{
    /// <summary>A kind of conversation: where everything begins.</summary>
    Start,
    Dialog,
    Step,
    Reply,

    /// <summary>An end: of the dialog, or with a person.</summary>
    End,

    /// <summary>Named, but nowhere to be found.</summary>
    Missing,
}

/// <param name="IsReached">Some way leads here from a conversation's start.</param>
public sealed record GraphNode(string Id, string Label, GraphNodeKind Kind, bool IsReached);

/// <param name="Label">The condition, or what leads there; null where one thing follows the other.</param>
public sealed record GraphEdge(string From, string To, string? Label);

/// <summary>What can happen in a playbook's conversations, also where it has errors.</summary>
public sealed record PlaybookGraph(string Name, IReadOnlyList<GraphNode> Nodes, IReadOnlyList<GraphEdge> Edges)
{
    public static PlaybookGraph Of(Playbook playbook) => new GraphBuilder(playbook).Build();
}
