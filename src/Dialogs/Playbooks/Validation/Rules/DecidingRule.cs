using MeliBot.Dialogs.Facts;

namespace MeliBot.Dialogs.Playbooks.Validation;

/// <summary>Times, zones and confidence of deciding.yaml make sense.</summary>
internal sealed class DecidingRule : IRule
{
    public void Check(CheckContext playbook)
    {
        var rules = playbook.Model.Deciding;
        foreach (var (zone, source) in rules.Schedules.Select(s => (s.Zone, s.Source)).Concat(rules.Dates.Select(d => (d.Zone, d.Source))))
        {
            if (zone is not null && !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
                playbook.Report(DecidingProblems.Zone, playbook.Near(source, zone), $"there is no time zone \"{zone}\"", "zones have their IANA names", DidYouMean.Say(zone, TimeZoneInfo.GetSystemTimeZones().Select(z => z.Id)) ?? "write for example America/Argentina/Buenos_Aires, or take it out for the account's own");
        }

        foreach (var date in rules.Dates.Where(d => d.To < d.From && !d.Yearly))
            playbook.Report(DecidingProblems.Dates, playbook.Near(date.Source, $"{date.To:yyyy-MM-dd}"), $"\"{date.Name}\" ends on {date.To:yyyy-MM-dd}, before it begins on {date.From:yyyy-MM-dd}", "it would never hold", "change the days");

        foreach (var rule in NamesRule.Rules(rules).SelectMany(r => r.Kinds.Values.Append(r)))
        {
            if (rule is { SendFrom: { } send, NotifyFrom: { } notify } && notify > send)
                playbook.Report(DecidingProblems.Confidence, playbook.Near(rule.Source, "confidence"), $"\"notify\" ({notify}) is higher than \"send\" ({send})", "a reply is sent from \"send\" on, sent with a notice from \"notify\" on, and held below", $"write confidence: {{ send: {notify}, notify: {send} }}");
            if (rule is { Only: true, Reply: null })
                playbook.Report(DecidingProblems.Nothing, playbook.Near(rule.Source, "only"), "\"only\" stands without a \"reply\"", "it says that a fixed reply stands for whatever the bot would say", "add reply: NAME, or take \"only\" out");
        }

        foreach (var scope in rules.Scopes.Concat(rules.Schedules.Select(s => s.Scope)).Concat(rules.Dates.Select(d => d.Scope))) Claims(playbook, scope);
        foreach (var scope in rules.Scopes)
        {
            if (scope is { Account: null, Category: null, Item: null, Conversations: null, NamesClaims: false })
                playbook.Report(DecidingProblems.Nothing, scope.Source, "this scope names no account, category or listing", "it holds everywhere, as the rules at the top of the file do", "move it there, or name where it holds");
        }

        foreach (var rule in rules.Scopes.Select(s => s.Rule).Concat(rules.Schedules.Select(s => s.Scope.Rule)).Concat(rules.Dates.Select(d => d.Scope.Rule)).Where(SaysNothing))
            playbook.Report(DecidingProblems.Nothing, rule.Source, "this rule changes nothing", "it names neither a mode nor anything else to do", "add for example mode: draft");
    }

    /// <summary>Types and stages are those of claims.</summary>
    private static void Claims(CheckContext playbook, ScopeRule scope)
    {
        if (scope is { Conversations: { } kind } and ({ ClaimType: not null } or { ClaimStage: not null }) && kind != "claims")
            playbook.Report(ClaimProblems.NotOnClaims, playbook.Near(scope.Source, scope.ClaimType is null ? "stage" : "type"), $"\"{(scope.ClaimType is null ? "stage" : "type")}\" stands in a rule for {kind}", "only claims have it, so the rule would never hold", "write conversations: claims, or take it out");
        foreach (var (key, word, known) in new[] { ("type", scope.ClaimType, ClaimWords.Types), ("stage", scope.ClaimStage, ClaimWords.Stages) })
        {
            if (word is not null && !known.Contains(word, StringComparer.Ordinal))
                playbook.Report(ClaimProblems.NewWord, playbook.Near(scope.Source, word), $"\"{word}\" is no {key} that claims are known to have", "a rule for what doesn't exist never holds; Mercado Libre may have new ones", DidYouMean.SayOrList(word, known, "words"));
        }
    }

    private static bool SaysNothing(Playbooks.DecidingRule rule) => rule is { Mode: null, SendFrom: null, NotifyFrom: null, Uncovered: null, Negative: null, Reply: null, Only: false, Kinds.Count: 0 };
}
