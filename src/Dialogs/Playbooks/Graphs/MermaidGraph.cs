using System.Globalization;
using System.Text;

namespace MeliBot.Dialogs.Playbooks;

/// <summary>A playbook's graph for Mermaid, as Markdown viewers draw it.</summary>
public static class MermaidGraph
{
    public static string Write(PlaybookGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var number = graph.Nodes.Select((n, i) => (n.Id, i)).ToDictionary(x => x.Id, x => $"n{x.i}", StringComparer.Ordinal);
        var text = new StringBuilder("flowchart LR\n");
        foreach (var node in graph.Nodes)
        {
            var (open, close) = node.Kind switch { GraphNodeKind.Start => ("([", "])"), GraphNodeKind.End => ("([", "])"), GraphNodeKind.Dialog => ("[[", "]]"), GraphNodeKind.Reply => (">", "]"), _ => ("[", "]") };
            text.Append(CultureInfo.InvariantCulture, $"  {number[node.Id]}{open}\"{Escaped(node.Label)}\"{close}{(node.IsReached ? "" : ":::unreached")}\n");
        }

        foreach (var edge in graph.Edges)
            text.Append(CultureInfo.InvariantCulture, $"  {number[edge.From]} -->{(edge.Label is null ? "" : $"|\"{Escaped(edge.Label)}\"|")} {number[edge.To]}\n");
        return text.Append("  classDef unreached stroke:#c81e1e,stroke-width:2px,stroke-dasharray:5 3,color:#c81e1e\n").ToString();
    }

    private static string Escaped(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        .Replace("&", "&amp;", StringComparison.Ordinal).Replace("\"", "#quot;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}
