using System.Collections.Frozen;
using System.Globalization;
using MeliBot.Dialogs.Claims;
using MeliBot.Dialogs.Facts;
using MeliBot.Dialogs.Playbooks;
using MeliBot.Dialogs.Replies;
using MeliBot.Dialogs.Templates;

namespace MeliBot.Dialogs.Running;

/// <summary>A dialog's steps as a list of instructions.</summary>
internal sealed class StepProgram
{
    private readonly FrozenDictionary<string, int> _byPath;

    private StepProgram(DialogDefinition definition, IReadOnlyList<Instruction> instructions)
    {
        (Name, Kind, Intents, Instructions) = (definition.Name, definition.Kind, definition.Intents, instructions);
        When = definition.When is null ? null : ConditionSyntax.Parse(definition.When.Text);
        WhenNeeds = NeedsOf.Text(definition.When?.Text ?? "");
        _byPath = instructions.Select((instruction, at) => (instruction, at)).Where(x => x.instruction is not Jump).ToFrozenDictionary(x => x.instruction.Path, x => x.at, StringComparer.Ordinal);
    }

    public string Name { get; }

    public string? Kind { get; }

    public IReadOnlyList<string> Intents { get; }

    public ConditionNode? When { get; }

    public Needs WhenNeeds { get; }

    public IReadOnlyList<Instruction> Instructions { get; }

    /// <summary>-1 when this version has no such step.</summary>
    public int IndexOf(string path) => _byPath.GetValueOrDefault(path, -1);

    public static StepProgram Compile(DialogDefinition dialog, CompiledPlaybook playbook)
    {
        var instructions = new List<Instruction>();
        Add(dialog.Steps, "");
        return new StepProgram(dialog, instructions);

        void Add(IReadOnlyList<Step> steps, string above)
        {
            for (var i = 0; i < steps.Count; i++)
            {
                var path = string.Create(CultureInfo.InvariantCulture, $"{above}{i}");
                if (steps[i] is IfStep fork) AddFork(fork, path);
                else if (steps[i] is RepeatStep) instructions.Add(new Jump(path) { Target = 0 });
                else instructions.Add(InstructionOf(steps[i], path, playbook));
            }
        }

        void AddFork(IfStep fork, string path)
        {
            var test = new JumpUnless(path, ConditionSyntax.Parse(fork.If.Text), NeedsOf.Text(fork.If.Text));
            instructions.Add(test);
            Add(fork.Then, path + ".then.");
            var over = new Jump(path + ".over");
            if (fork.Else.Count > 0) instructions.Add(over);
            test.Target = instructions.Count;
            Add(fork.Else, path + ".else.");
            over.Target = instructions.Count;
        }
    }

    private static Instruction InstructionOf(Step step, string path, CompiledPlaybook playbook) => step switch
    {
        SayStep { Reply: { } name } when playbook.Replies.TryGetValue(name, out var reply) => new SayReply(path, reply, ((SayStep)step).To),
        SayStep { Reply: { } name } say => new SayText(path, new Wordings(playbook.Source.Texts[name]), say.To),
        SayStep say => new SayText(path, new Wordings(say.Text!), say.To),
        AnswerStep => new AnswerAll(path),
        AskStep ask => new Ask(path, new Wordings(ask.Text), ask.Into, ask.Type, [.. ask.Choices.Select(c => new Wordings(c))], ask.Valid is null ? null : ConditionSyntax.Parse(ask.Valid.Text), ask.Retry is null ? null : new Wordings(ask.Retry), ask.Tries),
        SetStep set => new SetValues(path, Values(set.Values)),
        HandOverStep handOver => new HandOver(path, CompiledText.Parse(handOver.Reason.Text), NeedsOf.Text(handOver.Reason.Text)),
        ActStep act => new Act(path, act.Action, Values(act.With)),
        ProposeStep propose => new Propose(path, propose.Action, propose.Percentage, CompiledText.Parse(propose.Reason.Text), NeedsOf.Text(propose.Reason.Text), null),
        AttachEvidenceStep evidence => new Propose(path, ClaimProposals.AddEvidence, null, CompiledText.Parse(evidence.Reason.Text), NeedsOf.Text(evidence.Reason.Text), [("type", CompiledText.Parse(evidence.Type), Needs.None), .. Values(evidence.With)]),
        RemindStep remind => new Remind(path, remind.In, remind.BeforeDue, CompiledText.Parse(remind.Reason.Text), NeedsOf.Text(remind.Reason.Text)),
        BeginStep begin => new Begin(path, begin.Dialog),
        EndStep => new End(path),
        _ => throw new NotSupportedException($"{step.Source}: this version can't run {step.GetType().Name}."),
    };

    private static IReadOnlyList<(string, CompiledText, Needs)> Values(IReadOnlyDictionary<string, Template> values) =>
        [.. values.Select(v => (v.Key, CompiledText.Parse(v.Value.Text), NeedsOf.Text(v.Value.Text)))];
}
