using MeliBot.Dialogs.Playbooks.Files;

namespace MeliBot.Dialogs.Playbooks.Validation;

/// <summary>What nothing begins, says or answers.</summary>
internal sealed class UnusedRule : IRule
{
    public void Check(CheckContext playbook)
    {
        var model = playbook.Model;
        if (!playbook.AnyUnread("dialog"))
        {
            foreach (var dialog in model.Dialogs.Values.Where(d => !playbook.Paths.IsReached(d.Name)))
                Report(playbook, dialog.Source, $"nothing begins the dialog \"{dialog.Name}\"", "it has no \"on\", and no other dialog that is reached begins it", "write on: questions, or begin it from another dialog");
            foreach (var reply in model.Replies.Values.Where(r => playbook.Paths.KindsOf(r).Count == 0 && (r.Intents.Count == 0 || model.Dialogs.Count > 0)))
                Report(playbook, reply.Source, $"nothing says the reply \"{reply.Name}\"", reply.Intents.Count == 0 ? "it answers no intent, and no dialog says it" : "no dialog that is reached answers or says it", reply.Intents.Count == 0 ? $"name the intents that it answers, or say it in a dialog: - say: {reply.Name}" : "add \"- answer: all\" to a dialog on questions");
        }

        if (!playbook.AnyUnread("reply") && model.Replies.Count > 0)
        {
            var answered = model.Replies.Values.SelectMany(r => r.Intents).Concat(model.Dialogs.Values.SelectMany(d => d.Intents)).ToHashSet(StringComparer.Ordinal);
            foreach (var intent in model.Intents.Where(i => !answered.Contains(i.Name)))
                Report(playbook, intent.Source, $"nothing answers the intent \"{intent.Name}\"", "a person must answer every question that asks it", $"make replies/{intent.Name}.yaml with intents: [{intent.Name}]");
        }

        if (playbook.AnyUnread("dialog") || playbook.AnyUnread("deciding")) return;
        var used = NamesRule.Rules(model.Deciding).SelectMany(r => r.Kinds.Values.Append(r)).Select(r => r.Reply).OfType<string>().Concat(playbook.Parts.Dialogs.Values.SelectMany(d => DialogPaths.All(d.Definition.Steps)).OfType<SayStep>().Select(s => s.Reply).OfType<string>()).ToHashSet(StringComparer.Ordinal);
        // Shipped texts are there to be named.
        foreach (var text in playbook.Parts.Texts.Values.Where(t => !used.Contains(t.Name) && !t.Source.IsShipped))
            Report(playbook, text.Source, $"nothing says the text \"{text.Name}\"", "no dialog says it, and it is no fixed reply in deciding.yaml", $"say it in a dialog (- say: {text.Name}), or take it out");
    }

    /// <summary>What a designer's folder leaves unused of the shipped playbook is no mistake.</summary>
    private static void Report(CheckContext playbook, SourceSpan source, string message, string why, string suggestion)
    {
        if (!source.IsShipped || playbook.Parts.Settings?.Name == SettingsFile.Shipped) playbook.Report(FlowProblems.Unused, source, message, why, suggestion);
    }
}
