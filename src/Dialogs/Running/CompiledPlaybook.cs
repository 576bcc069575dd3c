using System.Runtime.CompilerServices;
using MeliBot.Dialogs.Claims;
using MeliBot.Dialogs.Playbooks;
using MeliBot.Dialogs.Replies;

namespace MeliBot.Dialogs.Running;

/// <summary>A playbook whose templates, conditions and steps are parsed: made once, used by every turn.</summary>
internal sealed class CompiledPlaybook
{
    private static readonly ConditionalWeakTable<Playbook, CompiledPlaybook> Known = [];

    private readonly Dictionary<string, CompiledReply> _byIntent = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StepProgram[]> _starters;

    private CompiledPlaybook(Playbook playbook)
    {
        Source = playbook;
        Replies = playbook.Replies.Values.ToDictionary(r => r.Name, r => new CompiledReply(r), StringComparer.Ordinal);
        foreach (var reply in Replies.Values.OrderBy(r => r.Name, StringComparer.Ordinal))
        {
            foreach (var intent in reply.Intents) _byIntent.TryAdd(intent, reply);
        }

        Dialogs = playbook.Dialogs.Values.ToDictionary(d => d.Name, d => StepProgram.Compile(d, this), StringComparer.Ordinal);

        // What starts under a condition of its own goes before what always may.
        _starters = Dialogs.Values.Where(d => d.Kind is not null)
            .OrderByDescending(d => (d.Intents.Count > 0 ? 1 : 0) + (d.When is null ? 0 : 1)).ThenBy(d => d.Name, StringComparer.Ordinal)
            .GroupBy(d => d.Kind!, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.OrdinalIgnoreCase);
        Claims = new ClaimRouter(playbook);
        Critical = playbook.Intents.Where(i => i.Critical).Select(i => i.Name).ToHashSet(StringComparer.Ordinal);
        ReadsUser = Texts(playbook).Any(t => t.Contains("user.", StringComparison.Ordinal));
    }

    public Playbook Source { get; }

    public IReadOnlyDictionary<string, CompiledReply> Replies { get; }

    public IReadOnlyDictionary<string, StepProgram> Dialogs { get; }

    /// <summary>Chooses the dialog of a claim.</summary>
    public ClaimRouter Claims { get; }

    public IReadOnlySet<string> Critical { get; }

    /// <summary>Some text, condition or step uses what is kept about a buyer over all listings.</summary>
    public bool ReadsUser { get; }

    /// <exception cref="FormatException">A template or condition can't be parsed, which a playbook that was read without errors has none of.</exception>
    public static CompiledPlaybook Of(Playbook playbook) => Known.GetValue(playbook, static p => new CompiledPlaybook(p));

    /// <summary>The first reply that answers it, by name; null when none does.</summary>
    public CompiledReply? ReplyTo(string intent) => _byIntent.GetValueOrDefault(intent);

    /// <summary>The dialogs that a message of this kind of conversation may start, those with conditions first. Those of claims are chosen by <see cref="Claims"/>.</summary>
    public IReadOnlyList<StepProgram> Starters(string kind) => _starters.GetValueOrDefault(kind, []);

    private static IEnumerable<string> Texts(Playbook playbook)
    {
        foreach (var fragment in playbook.Replies.Values.SelectMany(r => r.Fragments))
        {
            yield return fragment.When?.Text ?? "";
            foreach (var template in fragment.Say?.Variations.Values.SelectMany(v => v) ?? []) yield return template.Text;
        }

        foreach (var text in playbook.Dialogs.Values.SelectMany(d => Texts(d.Steps).Append(d.When?.Text ?? ""))) yield return text;
    }

    private static IEnumerable<string> Texts(IEnumerable<Step> steps) => steps.SelectMany(step => step switch
    {
        SayStep { Text: { } text } => text.Variations.Values.SelectMany(v => v).Select(t => t.Text),
        AskStep ask => [ask.Into, ask.Valid?.Text ?? "", .. ask.Text.Variations.Values.SelectMany(v => v).Select(t => t.Text)],
        IfStep fork => [fork.If.Text, .. Texts(fork.Then), .. Texts(fork.Else)],
        SetStep set => [.. set.Values.Keys, .. set.Values.Values.Select(t => t.Text)],
        HandOverStep handOver => [handOver.Reason.Text],
        ProposeStep propose => [propose.Reason.Text],
        AttachEvidenceStep evidence => [evidence.Reason.Text, .. evidence.With.Values.Select(t => t.Text)],
        RemindStep remind => [remind.Reason.Text],
        ActStep act => act.With.Values.Select(t => t.Text),
        _ => Enumerable.Empty<string>(),
    });
}
