using MeliBot.Dialogs.Replies;
using MeliBot.Dialogs.Understanding;
using Microsoft.Bot.Builder.Dialogs;

namespace MeliBot.Dialogs.Running;

/// <summary>A dialog of the playbook as a Bot Framework dialog. What waits is kept by its place, so that it goes on under a later version that still has that place.</summary>
internal sealed class FileDialog(StepProgram program, string version, PlaybookActions actions) : Dialog(program.Name)
{
    private const string PathKey = "path";
    private const string VersionKey = "version";

    public override Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object options = null!, CancellationToken cancellationToken = default) => RunAsync(dc, 0, cancellationToken);

    public override Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default) => RunAsync(dc, Place(dc, out _), cancellationToken);

    public override async Task<DialogTurnResult> ResumeDialogAsync(DialogContext dc, DialogReason reason, object result = null!, CancellationToken cancellationToken = default)
    {
        var talk = TurnTalk.Of(dc.Context);
        if (talk.StartAnew) return await dc.CancelAllDialogsAsync(cancellationToken).ConfigureAwait(false);
        var at = Place(dc, out var waiting);
        if (!waiting) return await RunAsync(dc, at, cancellationToken).ConfigureAwait(false);
        if (program.Instructions[at] is Ask ask) talk.Variables.Set(ask.Into, AskPrompts.ValueOf(result));
        return await RunAsync(dc, at + 1, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Where it waits; its beginning when this version has no such place.</summary>
    private int Place(DialogContext dc, out bool waiting)
    {
        var state = dc.ActiveDialog.State;
        var path = state.TryGetValue(PathKey, out var kept) ? kept?.ToString() : null;
        var at = path is null ? -1 : program.IndexOf(path);
        waiting = at >= 0 && program.Instructions[at] is Ask or Begin;
        if (waiting) return at;
        TurnTalk.Of(dc.Context).Notes.Add($"The dialog '{program.Name}' starts anew: version {version} of the playbook has no step {path} to go on from (it was begun under {(state.TryGetValue(VersionKey, out var old) ? old : "an unknown one")}).");
        return 0;
    }

    private async Task<DialogTurnResult> RunAsync(DialogContext dc, int at, CancellationToken cancellationToken)
    {
        var talk = TurnTalk.Of(dc.Context);
        while (at < program.Instructions.Count)
        {
            if (!talk.Step())
            {
                talk.Speech.HandOver($"The dialog '{program.Name}' goes round without end.");
                return await dc.CancelAllDialogsAsync(cancellationToken).ConfigureAwait(false);
            }

            switch (program.Instructions[at])
            {
                case Ask ask when talk.Speech.Silence is { } silence:
                    talk.Speech.Withhold($"{program.Name}.{ask.Path}.ask", silence);
                    return await dc.EndDialogAsync(null, cancellationToken).ConfigureAwait(false);
                case Ask ask:
                    Wait(dc, ask);
                    await talk.Speech.BeforePromptAsync(cancellationToken).ConfigureAwait(false);
                    if (await AskPrompts.OptionsAsync(ask, program.Name, talk, cancellationToken).ConfigureAwait(false) is { } options)
                        return await dc.PromptAsync(AskPrompts.IdOf(ask.Type), options, cancellationToken).ConfigureAwait(false);
                    at++;
                    break;
                case Begin begin:
                    Wait(dc, begin);
                    if (dc.FindDialog(begin.Dialog) is not null) return await dc.BeginDialogAsync(begin.Dialog, null, cancellationToken).ConfigureAwait(false);
                    talk.Speech.HandOver($"The dialog '{program.Name}' begins '{begin.Dialog}', which neither the playbook nor the host has.");
                    at++;
                    break;
                case End:
                    return await dc.EndDialogAsync(null, cancellationToken).ConfigureAwait(false);
                case Jump jump:
                    at = jump.Target;
                    break;
                case JumpUnless test:
                    talk.Facts.About(FirstIntent(talk));
                    at = await talk.HoldsAsync(test.Condition, test.Needs, cancellationToken).ConfigureAwait(false) ? at + 1 : test.Target;
                    break;
                case var instruction:
                    await DoAsync(instruction, talk, dc, cancellationToken).ConfigureAwait(false);
                    at++;
                    break;
            }
        }

        return await dc.EndDialogAsync(null, cancellationToken).ConfigureAwait(false);
    }

    private async Task DoAsync(Instruction instruction, TurnTalk talk, DialogContext dc, CancellationToken cancellationToken)
    {
        if (instruction is not AnswerAll) talk.Facts.About(FirstIntent(talk));
        switch (instruction)
        {
            case AnswerAll:
                await AnswerWriter.AnswerAsync(talk, cancellationToken).ConfigureAwait(false);
                break;
            case Say { To: { } to } when to != talk.Receiver:
                talk.Speech.Withhold($"{program.Name}.{instruction.Path}", talk.Speech.Silence ?? $"it is meant for the {to}, and only the {talk.Receiver} may be written to");
                break;
            case SayReply { Reply: var reply }:
                var rendered = await talk.Renderer.RenderAsync(reply, FirstIntent(talk), critical: false, cancellationToken).ConfigureAwait(false);
                if (rendered.HandOver is { } why) talk.Speech.HandOver(why);
                await talk.Speech.SayAsync(rendered.Fragments, cancellationToken).ConfigureAwait(false);
                break;
            case SayText { Text: var text }:
                var rule = $"{program.Name}.{instruction.Path}";
                if (await talk.Renderer.RenderAsync(text, rule, cancellationToken).ConfigureAwait(false) is { } said)
                    await talk.Speech.SayAsync([new Fragment(FragmentRole.Core, said.Text, FirstIntent(talk)?.Name, said.Rule, null, said.Facts)], cancellationToken).ConfigureAwait(false);
                break;
            case SetValues set:
                foreach (var (variable, value, needs) in set.Values) talk.Variables.Set(variable, await talk.TextAsync(value, needs, cancellationToken).ConfigureAwait(false));
                break;
            case HandOver handOver:
                talk.Speech.HandOver(await talk.TextAsync(handOver.Reason, handOver.Needs, cancellationToken).ConfigureAwait(false));
                break;
            case Propose propose:
                await ClaimActs.ProposeAsync(program.Name, propose, talk, dc.Context, cancellationToken).ConfigureAwait(false);
                break;
            case Remind remind:
                await ClaimActs.RemindAsync(program.Name, remind, talk, dc.Context, cancellationToken).ConfigureAwait(false);
                break;
            case Act act:
                var with = new Dictionary<string, string>(StringComparer.Ordinal);
                foreach (var (name, value, needs) in act.With) with[name] = await talk.TextAsync(value, needs, cancellationToken).ConfigureAwait(false);
                if (!await actions.RunAsync(act.Action, dc.Context, with, cancellationToken).ConfigureAwait(false))
                    talk.Speech.HandOver($"The dialog '{program.Name}' wants '{act.Action}' done, which this host doesn't offer.");
                break;
        }
    }

    private void Wait(DialogContext dc, Instruction at)
    {
        dc.ActiveDialog.State[PathKey] = at.Path;
        dc.ActiveDialog.State[VersionKey] = version;
    }

    private static AskedIntent? FirstIntent(TurnTalk talk) => talk.Question.Intents.Count > 0 ? talk.Question.Intents[0] : null;
}
