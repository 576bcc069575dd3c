namespace MeliBot.Dialogs.Playbooks.Validation;

/// <summary>Acts and guards are those of the host.</summary>
internal sealed class ActsRule : IRule
{
    public void Check(CheckContext playbook)
    {
        if (playbook.Abilities.Acts is { } acts)
        {
            foreach (var act in playbook.Model.Dialogs.Values.SelectMany(d => DialogPaths.All(d.Steps)).OfType<ActStep>().Where(a => !acts.Contains(a.Action)))
                playbook.Report(NameProblems.Act, playbook.Near(act.Source, act.Action), $"the host offers no act \"{act.Action}\"", null, DidYouMean.SayOrList(act.Action, acts, "acts"));
        }

        if (playbook.Abilities.Guards is not { } guards) return;
        foreach (var off in (playbook.Parts.Guards?.Off ?? []).Where(o => !guards.Contains(o.Value)))
            playbook.Report(NameProblems.Guard, off.Source, $"there is no guard \"{off.Value}\"", null, DidYouMean.SayOrList(off.Value, guards, "guards"));
    }
}
