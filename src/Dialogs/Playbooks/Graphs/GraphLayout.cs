namespace MeliBot.Dialogs.Playbooks;

/// <param name="X">Of the left upper corner.</param>
internal sealed record PlacedNode(GraphNode Node, IReadOnlyList<string> Lines, double X, double Y, double Width, double Height)
{
    public double Middle => X + (Width / 2);
}

/// <summary>Places nodes in layers from left to right: what follows stands further right, and edges cross little.</summary>
internal sealed class GraphLayout
{
    private const double Letter = 6.6;
    private const double Line = 16;
    private const double BetweenLayers = 90;
    private const double BetweenNodes = 14;
    private const int Letters = 30;
    private const double Margin = 24;

    private readonly Dictionary<string, PlacedNode> _placed = new(StringComparer.Ordinal);

    public GraphLayout(PlaybookGraph graph)
    {
        var forward = Forward(graph);
        var layers = Layers(graph, forward);
        Order(layers, forward);
        var x = Margin;
        var height = layers.Count == 0 ? 0 : layers.Max(Height);
        foreach (var layer in layers)
        {
            var y = Margin + ((height - Height(layer)) / 2);
            var width = layer.Max(Width);
            foreach (var node in layer)
            {
                _placed[node.Id] = new PlacedNode(node, Wrap(node.Label), x, y, Width(node), Height(node));
                y += Height(node) + BetweenNodes;
            }

            x += width + BetweenLayers;
        }

        (TotalWidth, TotalHeight) = (Math.Max(200, x - BetweenLayers + Margin), height + (2 * Margin));
    }

    public double TotalWidth { get; }

    public double TotalHeight { get; }

    public IReadOnlyDictionary<string, PlacedNode> Placed => _placed;

    /// <summary>Edges without those that lead back to where one came from.</summary>
    private static List<GraphEdge> Forward(PlaybookGraph graph)
    {
        var next = graph.Edges.ToLookup(e => e.From, StringComparer.Ordinal);
        var (done, open) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        var forward = new List<GraphEdge>();
        foreach (var node in graph.Nodes.OrderBy(n => n.Kind == GraphNodeKind.Start ? 0 : 1)) Visit(node.Id, 0);
        return forward;

        void Visit(string id, int depth)
        {
            if (depth > 2_000 || !done.Add(id)) return;
            open.Add(id);
            foreach (var edge in next[id])
            {
                if (open.Contains(edge.To)) continue;
                forward.Add(edge);
                Visit(edge.To, depth + 1);
            }

            open.Remove(id);
        }
    }

    private static List<List<GraphNode>> Layers(PlaybookGraph graph, List<GraphEdge> forward)
    {
        var layerOf = graph.Nodes.ToDictionary(n => n.Id, _ => 0, StringComparer.Ordinal);
        for (var moved = true; moved;)
        {
            moved = false;
            foreach (var edge in forward.Where(e => layerOf.ContainsKey(e.From) && layerOf.ContainsKey(e.To) && layerOf[e.To] <= layerOf[e.From]))
            {
                layerOf[edge.To] = layerOf[edge.From] + 1;
                moved = layerOf[edge.To] <= graph.Nodes.Count;
            }
        }

        return [.. graph.Nodes.GroupBy(n => layerOf[n.Id]).OrderBy(g => g.Key).Select(g => g.ToList())];
    }

    /// <summary>Each node moves to the middle of those that it is joined to, first seen from the left, then from the right.</summary>
    private static void Order(List<List<GraphNode>> layers, List<GraphEdge> forward)
    {
        var before = forward.ToLookup(e => e.To, e => e.From, StringComparer.Ordinal);
        var after = forward.ToLookup(e => e.From, e => e.To, StringComparer.Ordinal);
        var place = layers.SelectMany(l => l.Select((n, i) => (n.Id, At: (double)i / Math.Max(1, l.Count)))).ToDictionary(x => x.Id, x => x.At, StringComparer.Ordinal);
        for (var round = 0; round < 8; round++)
        {
            var joined = round % 2 == 0 ? before : after;
            foreach (var layer in layers)
            {
                var sorted = layer.OrderBy(n => joined[n.Id].Where(place.ContainsKey).Select(id => place[id]).DefaultIfEmpty(place[n.Id]).Average()).ToList();
                layer.Clear();
                layer.AddRange(sorted);
                for (var i = 0; i < layer.Count; i++) place[layer[i].Id] = (double)i / Math.Max(1, layer.Count);
            }
        }
    }

    private static double Width(GraphNode node) => (Wrap(node.Label).Max(l => l.Length) * Letter) + 24;

    private static double Height(GraphNode node) => (Wrap(node.Label).Count * Line) + 14;

    private static double Height(List<GraphNode> layer) => layer.Sum(Height) + (BetweenNodes * (layer.Count - 1));

    private static List<string> Wrap(string label)
    {
        var lines = new List<string> { "" };
        foreach (var word in label.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines[^1].Length > 0 && lines[^1].Length + 1 + word.Length > Letters) lines.Add("");
            lines[^1] += (lines[^1].Length > 0 ? " " : "") + (word.Length > Letters ? word[..(Letters - 1)] + "…" : word);
        }

        if (lines.Count > 3) lines = [.. lines.Take(2), lines[2] + "…"];
        return lines;
    }
}
