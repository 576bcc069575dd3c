using MeliBot.Dialogs.Understanding;

namespace MeliBot.Dialogs.Playbooks.Validation;

/// <summary>What a playbook names exists: intents, replies, dialogs, texts.</summary>
internal sealed class NamesRule : IRule
{
    private static readonly string[] OtherKinds = ["negative", "critical"];

    public void Check(CheckContext playbook)
    {
        var parts = playbook.Parts;
        foreach (var reply in parts.Replies.Values) Intents(playbook, reply.Definition.Intents, reply.Labels);
        foreach (var dialog in parts.Dialogs.Values)
        {
            Intents(playbook, dialog.Definition.Intents, dialog.Labels);
            if (dialog.Definition.Kind is { } kind) Places(playbook, dialog.Definition.Intents, dialog.Labels, playbook.Paths.PlaceOf(kind), $"the dialog \"{dialog.Definition.Name}\" is on {kind}, so it would never start by it");
        }

        foreach (var example in parts.Examples.Where(e => e.Owner is null)) Intents(playbook, example.Example.Intents, example.Labels);
        foreach (var test in parts.Tests)
        {
            Intents(playbook, test.Test.Intents ?? [], test.Labels);
            Places(playbook, test.Test.Intents ?? [], test.Labels, test.Test.Claim is not null ? playbook.Paths.PlaceOf(IntentPlaces.Claims) : test.Test.IsMessage ? IntentPlaces.Orders : IntentPlaces.Questions, test.Test.IsMessage ? "the test is of a message after the sale" : "the test is of a question before the sale");
        }

        foreach (var rule in Rules(playbook.Model.Deciding))
        {
            foreach (var (kind, inner) in rule.Kinds.Where(k => !OtherKinds.Contains(k.Key, StringComparer.Ordinal))) Intent(playbook, kind, inner.Source, OtherKinds);
            foreach (var fixedReply in rule.Kinds.Values.Append(rule).Where(r => r.Reply is not null)) FixedReply(playbook, fixedReply);
        }

        foreach (var dialog in playbook.Model.Dialogs.Values)
        {
            foreach (var step in DialogPaths.All(dialog.Steps)) Step(playbook, step);
        }
    }

    public static IEnumerable<Playbooks.DecidingRule> Rules(DecidingRules rules) =>
        [rules.General, .. rules.Scopes.Select(s => s.Rule), .. rules.Schedules.Select(s => s.Scope.Rule), .. rules.Dates.Select(d => d.Scope.Rule)];

    private static void Intents(CheckContext playbook, IReadOnlyList<string> names, IReadOnlyList<SourceSpan> places)
    {
        for (var i = 0; i < Math.Min(names.Count, places.Count); i++) Intent(playbook, names[i], places[i], []);
    }

    private static void Places(CheckContext playbook, IReadOnlyList<string> names, IReadOnlyList<SourceSpan> labels, string place, string why)
    {
        for (var i = 0; i < Math.Min(names.Count, labels.Count); i++)
        {
            if (!playbook.Parts.Intents.ContainsKey(names[i]) || playbook.Parts.PlaceOf(names[i]) == place) continue;
            var there = playbook.Parts.Intents.Keys.Where(name => playbook.Parts.PlaceOf(name) == place).ToArray();
            playbook.Report(NameProblems.Place, labels[i], $"\"{names[i]}\" is heard in {playbook.Parts.PlaceOf(names[i])} only", why, there.Contains($"sale_{names[i]}") ? $"did you mean \"sale_{names[i]}\"?" : there.Length > 0 ? DidYouMean.SayOrList(names[i], there, "intents") : $"make an intent with place: {place}");
        }
    }

    private static void Intent(CheckContext playbook, string name, SourceSpan place, string[] others)
    {
        var known = playbook.Parts.Intents.Keys;
        if (!known.Contains(name) && !playbook.MayBeUnread("intent", name))
            playbook.Report(NameProblems.Intent, place, $"there is no intent \"{name}\"", null, DidYouMean.Say(name, known.Concat(others)) ?? $"make intents/{name}.yaml; {DidYouMean.SayOrList(name, known.Concat(others), "intents")}");
    }

    private static void FixedReply(CheckContext playbook, Playbooks.DecidingRule rule)
    {
        var name = rule.Reply!;
        if (playbook.Parts.Texts.ContainsKey(name) || playbook.MayBeUnread("texts", name)) return;
        playbook.Report(NameProblems.Text, playbook.Near(rule.Source, name), $"the fixed reply \"{name}\" is no text of this playbook", playbook.Parts.Replies.ContainsKey(name) ? $"there is a reply of that name, but a fixed reply is said whatever was asked: a text" : null, DidYouMean.Say(name, playbook.Parts.Texts.Keys) ?? $"add to texts.yaml: {name}: \"...\"");
    }

    private static void Step(CheckContext playbook, Step step)
    {
        var (replies, texts, dialogs) = (playbook.Parts.Replies.Keys, playbook.Parts.Texts.Keys, playbook.Parts.Dialogs.Keys.Concat(playbook.Abilities.Dialogs));
        if (step is SayStep { Reply: { } reply } && !replies.Contains(reply) && !playbook.MayBeUnread("reply", reply) && !playbook.AnyUnread("texts"))
            playbook.Report(NameProblems.Reply, step.Source, $"there is no reply or text \"{reply}\"", "a single word is a name", DidYouMean.Say(reply, replies.Concat(texts)) ?? $"make replies/{reply}.yaml, or say the word itself by its voice: {{ es: \"{reply}\" }}");
        if (step is BeginStep { Dialog: { } dialog } && !dialogs.Contains(dialog, StringComparer.Ordinal) && !playbook.MayBeUnread("dialog", dialog))
            playbook.Report(NameProblems.Dialog, step.Source, $"there is no dialog \"{dialog}\"", "neither the playbook nor the host has one of that name", DidYouMean.Say(dialog, dialogs) ?? $"make dialogs/{dialog}.yaml");
    }
}
