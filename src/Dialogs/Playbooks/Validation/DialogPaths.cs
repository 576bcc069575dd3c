using MeliBot.Dialogs.Understanding;

namespace MeliBot.Dialogs.Playbooks.Validation;

/// <summary>Which dialogs and replies can come up, and in which kinds of conversations.</summary>
internal sealed class DialogPaths
{
    private readonly Playbook _playbook;
    private readonly Dictionary<string, HashSet<string>> _kinds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _said = new(StringComparer.Ordinal);
    private readonly HashSet<string> _answering = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _places;
    private readonly bool _claimsOfTheirOwn;

    public DialogPaths(Playbook playbook)
    {
        _playbook = playbook;
        _claimsOfTheirOwn = playbook.Intents.Any(i => i.Place == IntentPlaces.Claims);
        _places = playbook.Intents.ToDictionary(i => i.Name, i => i.Place, StringComparer.Ordinal);
        foreach (var dialog in playbook.Dialogs.Values.Where(d => d.Kind is not null)) Visit(dialog, dialog.Kind!);
    }

    public bool IsReached(string dialog) => _kinds.ContainsKey(dialog);

    /// <summary>Empty for a dialog that nothing begins.</summary>
    public IReadOnlySet<string> KindsOf(string dialog) => _kinds.GetValueOrDefault(dialog) ?? [];

    public IReadOnlySet<string> KindsOf(ReplyDefinition reply)
    {
        var kinds = new HashSet<string>(_said.GetValueOrDefault(reply.Name) ?? [], StringComparer.Ordinal);
        kinds.UnionWith(_answering.Where(kind => MayAnswer(reply, kind)));
        return kinds;
    }

    /// <summary>One of its intents is heard in such conversations.</summary>
    public bool MayAnswer(ReplyDefinition reply, string kind) => reply.Intents.Any(intent => _places.GetValueOrDefault(intent, IntentPlaces.Questions) == PlaceOf(kind));

    /// <summary>Where the intents are heard that count in a kind of conversation.</summary>
    public string PlaceOf(string kind) => IntentPlaces.Of(kind, _claimsOfTheirOwn);

    /// <summary>Every step, inside <c>if</c> too.</summary>
    public static IEnumerable<Step> All(IEnumerable<Step> steps) =>
        steps.SelectMany(step => step is IfStep fork ? All(fork.Then).Concat(All(fork.Else)).Prepend(step) : [step]);

    private void Visit(DialogDefinition dialog, string kind)
    {
        if (!_kinds.TryGetValue(dialog.Name, out var kinds)) _kinds[dialog.Name] = kinds = new HashSet<string>(StringComparer.Ordinal);
        if (!kinds.Add(kind)) return;
        foreach (var step in All(dialog.Steps))
        {
            if (step is AnswerStep) _answering.Add(kind);
            if (step is SayStep { Reply: { } reply }) (_said.TryGetValue(reply, out var at) ? at : _said[reply] = new HashSet<string>(StringComparer.Ordinal)).Add(kind);
            if (step is BeginStep begin && _playbook.Dialogs.TryGetValue(begin.Dialog, out var next)) Visit(next, kind);
        }
    }
}
