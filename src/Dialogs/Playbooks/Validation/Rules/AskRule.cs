using System.Text.RegularExpressions;

namespace MeliBot.Dialogs.Playbooks.Validation;

/// <summary>Questions back: on a buyer's question they are said with the answer, never before it.</summary>
internal sealed class AskRule : IRule
{
    private static readonly Regex Personal = new(
        @"\b(dni|cpf|cnpj|cuit|cuil|rfc|curp|rut|documento|tel[eé]fono|telefone|celular|whats\s?app|direcci[oó]n|domicilio|endere[cç]o|e-?mail|correo electr[oó]nico|c[oó]digo postal|cep|nombre completo|nome completo|tarjeta|cart[aã]o|cbu|pix)\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking);

    public void Check(CheckContext playbook)
    {
        foreach (var dialog in playbook.Model.Dialogs.Values)
        {
            if (playbook.Paths.KindsOf(dialog.Name).Contains("questions")) Waits(playbook, dialog.Steps, null);
            var sells = playbook.Paths.KindsOf(dialog.Name).Any(kind => kind is "orders" or "claims");
            foreach (var ask in DialogPaths.All(dialog.Steps).OfType<AskStep>())
            {
                Shape(playbook, ask);
                if (sells) Person(playbook, ask);
            }
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

    /// <summary>Who buys and lives where is the platform's to know; a seller who asks for it in a thread is sanctioned.</summary>
    private static void Person(CheckContext playbook, AskStep ask)
    {
        foreach (var template in ask.Text.Variations.Values.SelectMany(v => v))
        {
            if (Personal.Match(template.Text) is not { Success: true } found) continue;
            playbook.Report(FlowProblems.Personal, playbook.Within(template.Source, template.Text, found.Index, found.Length), $"the dialog asks for \"{found.Value}\"", "personal data is never asked for in a sale: Mercado Libre has it, and takes such messages down", "ask for something else, or hand over");
            return;
        }
    }

    private static void Shape(CheckContext playbook, AskStep ask)
    {
        if (ask.Type == "choice" && ask.Choices.Count < 2)
            playbook.Report(FlowProblems.AskShape, ask.Source, "a choice needs at least two choices", null, "add choices: [ \"...\", \"...\" ], or take another type");
        if (ask.Type != "choice" && ask.Choices.Count > 0)
            playbook.Report(FlowProblems.AskShape, ask.Source, $"choices have no use with the type {ask.Type}", "Mercado Libre has no buttons: choices are only what the buyer's words are compared with", "write type: choice, and name the choices in the text");
    }
}
