namespace MeliBot.Dialogs.Playbooks.Validation;

/// <summary>After <c>end</c>, <c>repeat</c> and <c>hand_over</c>, and after an <c>if</c> whose both sides end so, nothing comes.</summary>
internal sealed class UnreachableStepRule : IRule
{
    public void Check(CheckContext playbook)
    {
        foreach (var dialog in playbook.Model.Dialogs.Values) Check(playbook, dialog.Steps);
    }

    /// <returns>The step after which nothing comes; null where the end is reached.</returns>
    internal static Step? LastOf(IReadOnlyList<Step> steps) => steps.FirstOrDefault(Stops);

    private static void Check(CheckContext playbook, IReadOnlyList<Step> steps)
    {
        for (var i = 0; i < steps.Count; i++)
        {
            if (steps[i] is IfStep fork)
            {
                Check(playbook, fork.Then);
                Check(playbook, fork.Else);
            }

            if (!Stops(steps[i]) || i == steps.Count - 1) continue;
            playbook.Report(FlowProblems.Step, steps[i + 1].Source, "this step is never reached", $"{steps[i].Source} {Word(steps[i])}", "take it out, or move it up");
            return;
        }
    }

    private static bool Stops(Step step) => step is EndStep or RepeatStep or HandOverStep || (step is IfStep fork && fork.Then.Any(Stops) && fork.Else.Any(Stops));

    private static string Word(Step step) => step switch
    {
        EndStep => "ends the dialog",
        RepeatStep => "starts the dialog anew",
        HandOverStep => "gives the conversation to a person",
        _ => "goes elsewhere on both of its sides",
    };
}
