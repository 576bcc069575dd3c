using MeliBot.Dialogs.Playbooks.Files;

namespace MeliBot.Dialogs.Playbooks.Validation;

/// <summary>Every text has a wording for every site that the playbook speaks to.</summary>
internal sealed class VoicesRule : IRule
{
    public void Check(CheckContext playbook)
    {
        var chains = playbook.Model.Voices.Chains;
        string[] heard = [.. chains.Values.SelectMany(c => c).Distinct(StringComparer.Ordinal)];
        string[] sites = [.. Voices.InUse(playbook.Parts.Settings).Where(chains.ContainsKey)];
        foreach (var site in (playbook.Parts.Settings?.Voices.Keys ?? []).Where(s => !chains.ContainsKey(s)))
            playbook.Report(NameProblems.Voice, playbook.Near(playbook.Parts.Settings!.VoicesSource, site), $"the site \"{site}\" isn't known", "no voices come with it", $"{DidYouMean.SayOrList(site, chains.Keys.Where(k => k.Length == 3), "sites")}; or say which voices it hears: {site}: [es]");

        foreach (var (text, owner, _) in playbook.Texts.Said)
        {
            foreach (var voice in text.Variations.Keys.Where(v => v.Length > 0 && !heard.Contains(v, StringComparer.Ordinal)))
                playbook.Report(NameProblems.Voice, playbook.Near(text.Source, voice + ":"), $"no site hears the voice \"{voice}\"", "the text would never be said", DidYouMean.SayOrList(voice, heard, "voices"));
            string[] without = [.. sites.Where(site => !text.Variations.ContainsKey("") && !chains[site].Any(text.Variations.ContainsKey))];
            if (without.Length == 0) continue;
            string[] needed = [.. without.Select(site => chains[site][^1]).Distinct(StringComparer.Ordinal)];
            playbook.Report(TextProblems.Translation, text.Source, $"{owner} has no wording for {Some(without)}", $"{without[0]} hears {string.Join(", then ", chains[without[0]])}; the text has {string.Join(", ", text.Variations.Keys)}", $"add {string.Join(" and ", needed.Select(v => $"{v}: \"...\""))}{(sites.Length > 5 ? ", or say in playbook.yaml which sites it speaks to: voices: [MLA]" : "")}");
        }
    }

    private static string Some(string[] sites) => sites.Length <= 4 ? string.Join(", ", sites) : $"{string.Join(", ", sites.Take(3))} and {sites.Length - 3} sites more";
}
