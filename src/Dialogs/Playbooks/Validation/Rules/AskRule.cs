namespace MeliBot.Dialogs.Playbooks.Validation;

/// <summary>Questions back: on a buyer's question they are said with the answer, never before it.</summary>
internal sealed class AskRule : IRule
{
    public void Check(CheckContext playbook)
    {
        foreach (var dialog in playbook.Model.Dialogs.Values)
        {
            if (playbook.Paths.KindsOf(dialog.Name).Contains("questions")) Waits(playbook, dialog.Steps, null);
            foreach (var ask in DialogPaths.All(dialog.Steps).OfType<AskStep>()) Shape(playbook, ask);
        }
    }

    /// <returns>An ask that every way has passed.</returns>
    private static AskStep? Waits(CheckContext playbook, IReadOnlyList<Step> steps, AskStep? asked)
    {
        foreach (var step in steps)
        {
            if (step is AnswerStep && asked is not null)
                playbook.Report(FlowProblems.Waiting, step.Source, "the answer would wait for the buyer's next question", $"{asked.Source} asks first, and a question has one public answer: what is asked back is said with it", "put \"answer: all\" before the ask");
            if (step is AskStep ask) asked = ask;
            if (step is IfStep fork)
            {
                var (then, otherwise) = (Waits(playbook, fork.Then, asked), Waits(playbook, fork.Else, asked));
                asked ??= then is not null && otherwise is not null ? then : null;
            }
        }

        return asked;
    }

    private static void Shape(CheckContext playbook, AskStep ask)
    {
        if (ask.Type == "choice" && ask.Choices.Count < 2)
            playbook.Report(FlowProblems.AskShape, ask.Source, "a choice needs at least two choices", null, "add choices: [ \"...\", \"...\" ], or take another type");
        if (ask.Type != "choice" && ask.Choices.Count > 0)
            playbook.Report(FlowProblems.AskShape, ask.Source, $"choices have no use with the type {ask.Type}", "Mercado Libre has no buttons: choices are only what the buyer's words are compared with", "write type: choice, and name the choices in the text");
    }
}
