using System.Globalization;

namespace MeliBot.Dialogs.Playbooks.Validation;

/// <summary>No text is written that a guard would hold each time.</summary>
internal sealed class GuardsRule : IRule
{
    public void Check(CheckContext playbook)
    {
        if (playbook.Abilities.HeldOf is not { } heldBefore) return;
        var heldAfter = playbook.Abilities.HeldAfterSale ?? heldBefore;
        var rules = playbook.Model.Guards;
        foreach (var (text, owner, kinds) in playbook.Texts.Said)
        {
            var heldOf = kinds.Count > 0 && !kinds.Contains("questions") ? heldAfter : heldBefore;
            if (kinds.Contains("claims") && playbook.Abilities.HeldInClaims is { } inClaims) heldOf = inClaims;
            foreach (var template in text.Variations.Values.SelectMany(v => v))
            {
                var words = Words(template.Text);
                // What ships is held to it by the tests of the build.
                foreach (var held in (template.Source.IsShipped ? [] : heldOf(words)).Where(h => !rules.Off.Contains(h.Guard, StringComparer.Ordinal) && !IsAllowed(words, h, rules)).DistinctBy(h => h.Guard))
                    playbook.Report(TextProblems.Held, playbook.Within(template.Source, template.Text, held.Start, held.Length), $"the guard \"{held.Guard}\" would hold {owner}: {held.Reason}", "Mercado Libre takes such texts down, and may block the account", $"say it another way; if the guard is wrong here, add the phrase to \"allow\" in guards.yaml");
                foreach (var phrase in rules.Forbidden)
                {
                    if (Find(words, phrase) is >= 0 and var at)
                        playbook.Report(TextProblems.Held, playbook.Within(template.Source, template.Text, at, phrase.Length), $"guards.yaml forbids \"{phrase}\", and {owner} says it", "it would be held each time", "say it another way, or take the phrase out of \"forbid\"");
                }
            }
        }
    }

    private static bool IsAllowed(string text, HeldText held, GuardRules rules) => rules.Allowed.Any(phrase =>
        Find(text, phrase) is >= 0 and var at && at <= held.Start && held.Start + held.Length <= at + phrase.Length);

    private static int Find(string text, string phrase) => CultureInfo.InvariantCulture.CompareInfo.IndexOf(text, phrase, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace);

    /// <summary>Facts are letters here, and tags blanks: places stay where they are.</summary>
    private static string Words(string template)
    {
        var words = template.ToCharArray();
        for (var i = template.IndexOf('{', StringComparison.Ordinal); i >= 0 && i + 1 < template.Length; i = template.IndexOf('{', i + 1))
        {
            if (template[i + 1] is not ('{' or '%')) continue;
            var end = template.IndexOf(template[i + 1] == '{' ? "}}" : "%}", i, StringComparison.Ordinal);
            if (end < 0) break;
            Array.Fill(words, template[i + 1] == '{' ? 'x' : ' ', i, end + 2 - i);
            i = end;
        }

        return new string(words);
    }
}
