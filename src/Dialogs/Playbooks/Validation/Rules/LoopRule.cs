namespace MeliBot.Dialogs.Playbooks.Validation;

/// <summary>A dialog comes to an end, and a turn too: what repeats must wait for the buyer or change something first.</summary>
internal sealed class LoopRule : IRule
{
    [Flags]
    private enum Ways
    {
        None = 0,
        Exit = 1,
        Repeat = 2,
    }

    public void Check(CheckContext playbook)
    {
        foreach (var dialog in playbook.Model.Dialogs.Values)
        {
            if (Idle(dialog.Steps, changed: false, out _) is { } idle)
                playbook.Report(FlowProblems.Loop, idle.Source, "this repeat would never stop", "between the dialog's start and here nothing is asked or set, so everything is as it was", "ask or set something before it, or write \"- end\"");
            else if (Of(dialog.Steps) == Ways.Repeat)
                playbook.Report(FlowProblems.Loop, dialog.Source, $"the dialog \"{dialog.Name}\" never ends", "every way through it leads to \"repeat\"", "put the repeat behind an \"if\"");
            else if (Circle(playbook.Model, dialog) is { } circle)
                playbook.Report(FlowProblems.Loop, circle.Begin.Source, $"the dialog \"{dialog.Name}\" never ends", $"it always begins {string.Join(", which always begins ", circle.Names)}", "put one of these \"begin\" behind an \"if\"");
        }
    }

    private static Ways Of(IReadOnlyList<Step> steps)
    {
        var ways = Ways.None;
        foreach (var step in steps)
        {
            switch (step)
            {
                case RepeatStep: return ways | Ways.Repeat;
                case EndStep or HandOverStep: return ways | Ways.Exit;
                case IfStep fork:
                    var (then, otherwise) = (Of(fork.Then), Of(fork.Else));
                    var (thenStops, elseStops) = (UnreachableStepRule.LastOf(fork.Then) is not null, UnreachableStepRule.LastOf(fork.Else) is not null);
                    if (thenStops) ways |= then;
                    if (elseStops) ways |= otherwise;
                    ways |= (thenStops ? Ways.None : then & Ways.Repeat) | (elseStops ? Ways.None : otherwise & Ways.Repeat);
                    if (thenStops && elseStops) return ways;
                    break;
            }
        }

        return ways | Ways.Exit;
    }

    /// <summary>A repeat that is reached without anything that could make the next round differ.</summary>
    private static Step? Idle(IReadOnlyList<Step> steps, bool changed, out bool changes)
    {
        changes = changed;
        foreach (var step in steps)
        {
            if (step is RepeatStep && !changes) return step;
            if (step is AskStep or SetStep or ActStep or BeginStep) changes = true;
            if (step is not IfStep fork) continue;
            if ((Idle(fork.Then, changes, out var then) ?? Idle(fork.Else, changes, out _)) is { } idle) return idle;
            _ = Idle(fork.Else, changes, out var otherwise);
            changes = then && otherwise;
        }

        return null;
    }

    private static (BeginStep Begin, IReadOnlyList<string> Names)? Circle(Playbook playbook, DialogDefinition dialog)
    {
        var names = new List<string>();
        var first = Always(dialog.Steps);
        for (var begin = first; begin is not null; begin = playbook.Dialogs.TryGetValue(begin.Dialog, out var next) ? Always(next.Steps) : null)
        {
            if (names.Contains(begin.Dialog)) return null;
            names.Add(begin.Dialog);
            if (begin.Dialog == dialog.Name) return (first!, names);
        }

        return null;
    }

    /// <summary>The first dialog that is begun whatever happens.</summary>
    private static BeginStep? Always(IReadOnlyList<Step> steps)
    {
        foreach (var step in steps)
        {
            if (step is BeginStep begin) return begin;
            if (step is AskStep or EndStep or RepeatStep or HandOverStep || (step is IfStep fork && (UnreachableStepRule.LastOf(fork.Then) ?? UnreachableStepRule.LastOf(fork.Else)) is not null)) return null;
        }

        return null;
    }
}
