namespace MeliBot.Dialogs.Playbooks.Validation;

/// <summary>A text that buyers may read.</summary>
/// <param name="Owner">As a message names it: <c>a text of the reply "warranty"</c>.</param>
/// <param name="Kinds">Kinds of conversations in which it may be said.</param>
internal sealed record SaidText(LocalText Text, string Owner, IReadOnlySet<string> Kinds);

/// <param name="Value">It may read <c>value</c>.</param>
/// <param name="Kinds">Kinds of conversations in which it is tested.</param>
internal sealed record TestedCondition(Condition Condition, bool Value, IReadOnlySet<string> Kinds);

/// <summary>Every text and condition of a playbook.</summary>
internal sealed class SaidTexts
{
    private readonly List<SaidText> _said = [];
    private readonly List<TestedCondition> _conditions = [];
    private readonly List<Template> _unsaid = [];

    public SaidTexts(CheckContext playbook)
    {
        var model = playbook.Model;
        foreach (var reply in model.Replies.Values)
        {
            var kinds = playbook.Paths.KindsOf(reply);
            foreach (var fragment in reply.Fragments)
            {
                if (fragment.When is { } when) _conditions.Add(new(when, false, kinds));
                if (fragment.Say is { } say) _said.Add(new SaidText(say, $"a text of the reply \"{reply.Name}\"", kinds));
            }
        }

        foreach (var dialog in model.Dialogs.Values)
        {
            if (dialog.When is { } when) _conditions.Add(new(when, false, playbook.Paths.KindsOf(dialog.Name)));
            foreach (var step in DialogPaths.All(dialog.Steps)) Add(step, $"a text of the dialog \"{dialog.Name}\"", playbook.Paths.KindsOf(dialog.Name));
        }

        foreach (var (name, text) in model.Texts) _said.Add(new SaidText(text, $"the text \"{name}\"", KindsOf(text)));

        // A fixed reply is said to questions; a dialog says it where it runs.
        HashSet<string> KindsOf(LocalText text) =>
            [.. model.Dialogs.Values.Where(d => DialogPaths.All(d.Steps).OfType<SayStep>().Any(s => s.Text == text)).SelectMany(d => playbook.Paths.KindsOf(d.Name)).Append("questions")];

        void Add(Step step, string owner, IReadOnlySet<string> kinds)
        {
            switch (step)
            {
                case SayStep { Text: { } text } when !model.Texts.Values.Contains(text):
                    _said.Add(new SaidText(text, owner, kinds));
                    break;
                case AskStep ask:
                    foreach (var text in new[] { ask.Text, ask.Retry }.OfType<LocalText>().Concat(ask.Choices)) _said.Add(new SaidText(text, owner, kinds));
                    if (ask.Valid is { } valid) _conditions.Add(new(valid, true, kinds));
                    break;
                case IfStep fork:
                    _conditions.Add(new(fork.If, false, kinds));
                    break;
                case SetStep set:
                    _unsaid.AddRange(set.Values.Values);
                    break;
                case ActStep act:
                    _unsaid.AddRange(act.With.Values);
                    break;
                case ProposeStep propose:
                    _unsaid.Add(propose.Reason);
                    break;
                case AttachEvidenceStep evidence:
                    _unsaid.AddRange([evidence.Reason, .. evidence.With.Values]);
                    break;
                case RemindStep remind:
                    _unsaid.Add(remind.Reason);
                    break;
                case HandOverStep handOver:
                    _unsaid.Add(handOver.Reason);
                    break;
            }
        }
    }

    public IReadOnlyList<SaidText> Said => _said;

    public IReadOnlyList<TestedCondition> Conditions => _conditions;

    /// <summary>Templates whose outcome no buyer reads.</summary>
    public IReadOnlyList<Template> Unsaid => _unsaid;
}
