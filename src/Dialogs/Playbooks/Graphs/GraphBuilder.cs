using MeliBot.Dialogs.Playbooks.Validation;

namespace MeliBot.Dialogs.Playbooks;

/// <summary>From a playbook's dialogs to nodes and edges.</summary>
internal sealed class GraphBuilder(Playbook playbook)
{
    private readonly Dictionary<string, (string Label, GraphNodeKind Kind)> _nodes = new(StringComparer.Ordinal);
    private readonly List<GraphEdge> _edges = [];

    /// <summary>Steps that answer every intent.</summary>
    private readonly List<(string Step, string Dialog)> _answers = [];

    public PlaybookGraph Build()
    {
        var paths = new DialogPaths(playbook);
        foreach (var dialog in playbook.Dialogs.Values.OrderBy(d => d.Name, StringComparer.Ordinal)) Add(dialog);
        foreach (var reply in playbook.Replies.Values.OrderBy(r => r.Name, StringComparer.Ordinal)) Add(reply, paths);

        var reached = Reached();
        return new PlaybookGraph(playbook.Name, [.. _nodes.Select(n => new GraphNode(n.Key, n.Value.Label, n.Value.Kind, reached.Contains(n.Key)))], _edges);
    }

    private static string IdOf(DialogDefinition dialog) => $"dialog:{dialog.Name}";

    private static string IdOf(ReplyDefinition reply) => $"reply:{reply.Name}";

    private void Add(DialogDefinition dialog)
    {
        _nodes[IdOf(dialog)] = (dialog.Name, GraphNodeKind.Dialog);
        if (dialog.Kind is { } kind)
        {
            _nodes[$"start:{kind}"] = (kind, GraphNodeKind.Start);
            string[] conditions = [.. Of(dialog.Claim), .. new[] { dialog.Intents.Count > 0 ? string.Join(", ", dialog.Intents) : null, dialog.When?.Text }.OfType<string>()];
            _edges.Add(new GraphEdge($"start:{kind}", IdOf(dialog), conditions.Length > 0 ? string.Join("; ", conditions) : null));
        }

        Steps(dialog, dialog.Steps, IdOf(dialog), [(IdOf(dialog), null)]);
    }

    private void Add(ReplyDefinition reply, DialogPaths paths)
    {
        _nodes[IdOf(reply)] = (reply.Name, GraphNodeKind.Reply);
        if (reply.Intents.Count == 0) return;
        var intents = string.Join(", ", reply.Intents);
        foreach (var (step, _) in _answers.Where(a => paths.KindsOf(a.Dialog) is var kinds && (kinds.Count == 0 || kinds.Any(kind => paths.MayAnswer(reply, kind))))) _edges.Add(new GraphEdge(step, IdOf(reply), intents == reply.Name ? null : intents));
    }

    /// <returns>What leads to whatever comes after; nothing where nothing comes.</returns>
    private List<(string From, string? Label)> Steps(DialogDefinition dialog, IReadOnlyList<Step> steps, string prefix, List<(string From, string? Label)> from)
    {
        for (var i = 0; i < steps.Count; i++)
        {
            var id = $"{prefix}/{i}";
            _nodes[id] = (Label(steps[i]), steps[i] is EndStep or HandOverStep ? GraphNodeKind.End : GraphNodeKind.Step);
            foreach (var (before, label) in from) _edges.Add(new GraphEdge(before, id, label));
            if (steps[i] is AnswerStep) _answers.Add((id, dialog.Name));
            from = After(dialog, steps[i], id);
        }

        return from;
    }

    private List<(string From, string? Label)> After(DialogDefinition dialog, Step step, string id)
    {
        switch (step)
        {
            case EndStep or HandOverStep:
                return [];
            case RepeatStep:
                _edges.Add(new GraphEdge(id, IdOf(dialog), "again"));
                return [];
            case IfStep fork:
                return [.. Steps(dialog, fork.Then, id + "/then", [(id, "yes")]), .. Steps(dialog, fork.Else, id + "/else", [(id, "no")])];
            case BeginStep begin:
                if (!playbook.Dialogs.ContainsKey(begin.Dialog)) _nodes.TryAdd($"dialog:{begin.Dialog}", (begin.Dialog, GraphNodeKind.Missing));
                _edges.Add(new GraphEdge(id, $"dialog:{begin.Dialog}", "begins"));
                break;
            case SayStep { Reply: { } reply }:
                if (!playbook.Replies.ContainsKey(reply)) _nodes.TryAdd($"reply:{reply}", (reply, GraphNodeKind.Missing));
                _edges.Add(new GraphEdge(id, $"reply:{reply}", "says"));
                break;
        }

        return [(id, null)];
    }

    private static string Label(Step step) => step switch
    {
        SayStep { Reply: { } reply } say => $"say{To(say)}: {reply}",
        SayStep { Text: { } text } say => $"say{To(say)}: {First(text)}",
        AnswerStep => "answer: all",
        AskStep ask => $"ask: {First(ask.Text)}",
        IfStep fork => $"if {fork.If.Text}",
        SetStep set => $"set: {string.Join(", ", set.Values.Keys)}",
        HandOverStep handOver => $"hand over: {handOver.Reason.Text}",
        ActStep act => $"act: {act.Action}",
        ProposeStep propose => $"propose: {propose.Action}{(propose.Percentage is { } percentage ? $" {percentage} %" : "")}",
        AttachEvidenceStep evidence => $"attach evidence: {evidence.Type}",
        RemindStep remind => remind.In is { } after ? $"remind: in {TimeLeft.Written(after)}" : $"remind: {TimeLeft.Written(remind.BeforeDue!.Value)} before it is due",
        BeginStep begin => $"begin: {begin.Dialog}",
        RepeatStep => "repeat",
        _ => "end",
    };

    private static string To(SayStep say) => say.To is { } to ? $" to the {to}" : "";

    private static IEnumerable<string> Of(ClaimConditions? claim) =>
        Enum.GetValues<ClaimKey>().Where(key => claim?.Names(key) == true).OrderByDescending(key => key).Select(key => $"{ClaimConditions.Word(key)} {(key == ClaimKey.Left ? $"{claim!.Left}" : string.Join(" or ", claim!.Named[key]))}");

    private static string First(LocalText text) => text.Variations.Values.SelectMany(v => v).FirstOrDefault()?.Text ?? "";

    private HashSet<string> Reached()
    {
        var next = _edges.ToLookup(e => e.From, e => e.To, StringComparer.Ordinal);
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(_nodes.Where(n => n.Value.Kind == GraphNodeKind.Start).Select(n => n.Key));
        while (open.TryPop(out var node))
        {
            if (!reached.Add(node)) continue;
            foreach (var to in next[node]) open.Push(to);
        }

        return reached;
    }
}
