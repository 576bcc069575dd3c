using MeliBot.Dialogs.Claims;

namespace MeliBot.Dialogs.Playbooks.Validation;

/// <summary>What only claims have stands on claims, and every dialog there says what it is for.</summary>
internal sealed class ClaimsRule : IRule
{
    public void Check(CheckContext playbook)
    {
        foreach (var part in playbook.Parts.Dialogs.Values)
        {
            var dialog = part.Definition;
            if (part.ClaimKey is { } key && dialog.Kind != ClaimPlace.Name)
                playbook.Report(ClaimProblems.NotOnClaims, key.Source, $"\"{key.Value}\" stands in a dialog that isn't on claims", "only claims have it, so the dialog would begin as if it weren't there", dialog.Kind is null ? "write on: claims, or take it out" : $"write on: claims instead of on: {dialog.Kind}, or take it out");
            foreach (var word in part.ClaimWords.Where(w => !w.Known.Contains(w.Word, StringComparer.Ordinal)))
                playbook.Report(ClaimProblems.NewWord, word.Source, $"\"{word.Word}\" is no {word.Key} that claims are known to have", "a dialog that names only what doesn't exist never begins; Mercado Libre may have new ones", DidYouMean.SayOrList(word.Word, word.Known, "words"));
        }

        foreach (var dialog in playbook.Model.Dialogs.Values)
        {
            foreach (var step in DialogPaths.All(dialog.Steps)) Step(playbook, dialog, step);
            if (dialog.Kind == ClaimPlace.Name) Talk(playbook, dialog);
        }

        Same(playbook);
    }

    private static void Step(CheckContext playbook, DialogDefinition dialog, Step step)
    {
        var kinds = playbook.Paths.KindsOf(dialog.Name);
        var word = step switch
        {
            ProposeStep => "propose",
            AttachEvidenceStep => "attach_evidence",
            RemindStep => "remind",
            SayStep { To: not null } => "to",
            _ => null,
        };
        if (word is not null && kinds.FirstOrDefault(kind => kind != ClaimPlace.Name) is { } other)
            playbook.Report(ClaimProblems.NotOnClaims, step.Source, $"\"{word}\" stands in a dialog that runs on {other}", "only claims have it", "put it into a dialog on claims");
        if (step is not ProposeStep proposal) return;
        if (proposal is { Action: ClaimProposals.PartialRefund, Percentage: null })
            playbook.Report(ClaimProblems.Proposal, step.Source, "a partial refund without a percentage", "Mercado Libre takes 50 where none is named, and that is money", "add percentage: and a number from 1 to 99 that Mercado Libre offers");
        if (proposal is { Percentage: not null, Action: not ClaimProposals.PartialRefund })
            playbook.Report(ClaimProblems.Proposal, step.Source, $"{proposal.Action} takes no percentage", "only a partial_refund gives back a part", "take it out, or write action: partial_refund");
        if (proposal.Action == ClaimProposals.AddEvidence)
            playbook.Report(ClaimProblems.Proposal, step.Source, "add_evidence without evidence", "there would be nothing to show", "write attach_evidence: with method, company and tracking instead");
    }

    private static void Talk(CheckContext playbook, DialogDefinition dialog)
    {
        if (!ClaimPlace.Talks(dialog, playbook.Model.Dialogs)) return;
        var named = dialog.Claim ?? ClaimConditions.None;
        if (!named.Names(ClaimKey.Type) && !named.Names(ClaimKey.Stage))
            playbook.Report(ClaimProblems.TalksAnywhere, dialog.Source, $"the dialog \"{dialog.Name}\" would talk whatever the claim is", "what fits no dialog is a person's, never one's that talks anyway", "name a type or a stage, such as stage: claim; or only hand over");
        if (named.Named.TryGetValue(ClaimKey.Stage, out var stages) && !stages.Any(ClaimReceiver.MayTalkAt))
            playbook.Report(ClaimProblems.Silent, dialog.Source, $"the dialog \"{dialog.Name}\" has something to say at {string.Join(" or ", stages)}", "nobody can be written to there, so a person would get it", "hand over instead, or name stage: claim or dispute");
        else if (named.Named.TryGetValue(ClaimKey.Type, out var types) && types.All(ClaimReceiver.IsWithoutMessages))
            playbook.Report(ClaimProblems.Silent, dialog.Source, $"the dialog \"{dialog.Name}\" has something to say in a {string.Join(" or ", types)}", "such claims have no messages, so a person would get it", "hand over instead, or name another type");
    }

    private static void Same(CheckContext playbook)
    {
        var seen = new Dictionary<string, DialogDefinition>(StringComparer.Ordinal);
        foreach (var dialog in playbook.Model.Dialogs.Values.Where(d => d.Kind == ClaimPlace.Name).OrderBy(d => d.Name, StringComparer.Ordinal))
        {
            if (seen.TryAdd(Key(dialog), dialog)) continue;
            var first = seen[Key(dialog)];
            playbook.Report(ClaimProblems.SameClaims, dialog.Source, $"the dialogs \"{first.Name}\" and \"{dialog.Name}\" begin by the same", $"\"{first.Name}\" always goes first, by its name, so this one never begins", "name something more in one of them, or take one out");
        }

        static string Key(DialogDefinition dialog)
        {
            var named = (dialog.Claim ?? ClaimConditions.None).Named.OrderBy(n => n.Key).Select(n => $"{n.Key}={string.Join(",", n.Value.Order(StringComparer.Ordinal))}");
            return $"{string.Join(";", named)};{dialog.Claim?.Left};{string.Join(",", dialog.Intents.Order(StringComparer.Ordinal))};{dialog.When?.Text}";
        }
    }
}
