using System.Globalization;
using System.Net;
using System.Text;

namespace MeliBot.Dialogs.Playbooks;

/// <summary>A playbook's graph as a picture that needs nothing else: any browser shows it.</summary>
public static class SvgGraph
{
    private const string Style = """
        text { font: 12px ui-monospace, Menlo, Consolas, monospace; fill: #1f2933; }
        rect { stroke: #52606d; stroke-width: 1; fill: #ffffff; }
        path { fill: none; stroke: #7b8794; stroke-width: 1.2; }
        .start rect { fill: #fff3b0; } .dialog rect { fill: #d6e8ff; } .reply rect { fill: #dff5e1; } .end rect { fill: #e4e7eb; } .missing rect { fill: #ffe3e3; }
        .unreached rect { stroke: #c81e1e; stroke-width: 2; stroke-dasharray: 5 3; } .unreached text { fill: #c81e1e; }
        .back { stroke-dasharray: 4 3; } .label { fill: #616e7c; font-size: 10px; }
        """;

    public static string Write(PlaybookGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var layout = new GraphLayout(graph);
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {layout.TotalWidth:0} {layout.TotalHeight:0}\" width=\"{layout.TotalWidth:0}\" height=\"{layout.TotalHeight:0}\" role=\"img\">\n");
        svg.Append(CultureInfo.InvariantCulture, $"<title>{Escaped(graph.Name)}</title>\n<style>\n{Style}\n</style>\n");
        svg.Append("<defs><marker id=\"tip\" viewBox=\"0 0 8 8\" refX=\"8\" refY=\"4\" markerWidth=\"7\" markerHeight=\"7\" orient=\"auto-start-reverse\"><path d=\"M0 0 L8 4 L0 8 z\" style=\"fill:#7b8794;stroke:none\"/></marker></defs>\n");
        foreach (var edge in graph.Edges) Edge(svg, edge, layout.Placed[edge.From], layout.Placed[edge.To]);
        foreach (var node in layout.Placed.Values) Node(svg, node);
        return svg.Append("</svg>\n").ToString();
    }

    private static void Edge(StringBuilder svg, GraphEdge edge, PlacedNode from, PlacedNode to)
    {
        var back = to.X <= from.X;
        var (x1, y1) = back ? (from.Middle, from.Y + from.Height) : (from.X + from.Width, from.Y + (from.Height / 2));
        var (x2, y2) = back ? (to.Middle, to.Y + to.Height) : (to.X, to.Y + (to.Height / 2));
        var bend = back ? Math.Max(y1, y2) + 36 : (x1 + x2) / 2;
        var path = back
            ? string.Create(CultureInfo.InvariantCulture, $"M{x1:0.#} {y1:0.#} C{x1:0.#} {bend:0.#} {x2:0.#} {bend:0.#} {x2:0.#} {y2:0.#}")
            : string.Create(CultureInfo.InvariantCulture, $"M{x1:0.#} {y1:0.#} C{bend:0.#} {y1:0.#} {bend:0.#} {y2:0.#} {x2:0.#} {y2:0.#}");
        svg.Append(CultureInfo.InvariantCulture, $"<path d=\"{path}\"{(back ? " class=\"back\"" : "")} marker-end=\"url(#tip)\"/>\n");
        if (edge.Label is not { } label) return;
        var (x, y) = back ? ((x1 + x2) / 2, bend - 10) : (x1 + 6, y1 + ((y2 - y1) * 0.12) - 4);
        svg.Append(CultureInfo.InvariantCulture, $"<text class=\"label\" x=\"{x:0.#}\" y=\"{y:0.#}\">{Escaped(label.Length > 28 ? label[..27] + "…" : label)}</text>\n");
    }

    private static void Node(StringBuilder svg, PlacedNode placed)
    {
        var (node, lines) = (placed.Node, placed.Lines);
        var kind = node.Kind.ToString().ToLowerInvariant();
        svg.Append(CultureInfo.InvariantCulture, $"<g class=\"{kind}{(node.IsReached ? "" : " unreached")}\"><title>{Escaped(node.IsReached ? node.Label : node.Label + " (never reached)")}</title>");
        svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{placed.X:0.#}\" y=\"{placed.Y:0.#}\" width=\"{placed.Width:0.#}\" height=\"{placed.Height:0.#}\" rx=\"{(node.Kind is GraphNodeKind.Start or GraphNodeKind.End ? 14 : 4)}\"/>");
        for (var i = 0; i < lines.Count; i++)
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{placed.X + 12:0.#}\" y=\"{placed.Y + 19 + (i * 16):0.#}\">{Escaped(lines[i])}</text>");
        svg.Append("</g>\n");
    }

    private static string Escaped(string text) => WebUtility.HtmlEncode(new string([.. text.Where(c => !char.IsControl(c) && !char.IsSurrogate(c))]));
}
