using MeliBot.Dialogs.Playbooks.Files;
using MeliBot.Dialogs.Understanding;

namespace MeliBot.Dialogs.Playbooks.Validation;

/// <summary>Examples teach: enough of them, and none that says two things.</summary>
internal sealed class ExamplesRule : IRule
{
    private const int Enough = 10;
    private const int MaxIntents = 64;

    public void Check(CheckContext playbook)
    {
        var parts = playbook.Parts;
        foreach (var place in parts.Intents.Values.GroupBy(i => i.Definition.Place, StringComparer.Ordinal).Where(p => p.Count() > MaxIntents))
            playbook.Report(IntentProblems.TooMany, place.OrderBy(i => i.Definition.Source.File, StringComparer.Ordinal).Last().Definition.Source, $"there are {place.Count()} intents", $"understanding takes at most {MaxIntents}", "merge intents that are answered alike");

        var own = parts.Intents.Values.Any(i => !i.Definition.Source.IsShipped) || parts.Examples.Any(e => !e.Source.IsShipped) || parts.Negatives.Any(n => !n.Source.IsShipped);
        if (!own) return;
        Same(playbook);
        Mixed(playbook);
        Few(playbook);
    }

    private static void Same(CheckContext playbook)
    {
        var seen = new Dictionary<(string Place, string Text), ExamplePart>();
        foreach (var example in playbook.Parts.Examples)
        {
            var key = (playbook.Parts.PlaceOf(example), Folded(example));
            if (seen.TryAdd(key, example)) continue;
            var first = seen[key];
            if (first.Example.Intents.Order(StringComparer.Ordinal).SequenceEqual(example.Example.Intents.Order(StringComparer.Ordinal), StringComparer.Ordinal)) continue;
            if (!example.Source.IsShipped || !first.Source.IsShipped)
                playbook.Report(IntentProblems.SameExample, example.Source, $"this question is an example of {Names(example)}, and of {Names(first)}", $"it stands in {first.Source} as well; capitals, accents and marks aside they are the same, and nothing can be learnt from both", first.Source.IsShipped ? first.Example.Intents.Count == 0 ? "take it out here" : $"take it out here, or label it {Names(first)}" : "take one of them out; if it asks both, put it into a list: { text: ..., intents: [" + string.Join(", ", first.Example.Intents.Concat(example.Example.Intents)) + "] }");
        }

        foreach (var negative in playbook.Parts.Negatives.Where(n => !n.Source.IsShipped))
        {
            if (seen.TryGetValue((playbook.Parts.PlaceOf(negative.Example.Intent), Careless.Of(negative.Example.Text)), out var example) && example.Example.Intents.Contains(negative.Example.Intent, StringComparer.Ordinal))
                playbook.Report(IntentProblems.Negative, negative.Source, $"this negative of \"{negative.Example.Intent}\" is an example of it as well", $"it stands in {example.Source}", "take one of them out");
        }
    }

    /// <summary>A text is heard in one place, and all that it asks with it.</summary>
    private static void Mixed(CheckContext playbook)
    {
        foreach (var example in playbook.Parts.Examples.Where(e => !e.Source.IsShipped && e.Example.Intents.Count > 1))
        {
            var place = playbook.Parts.PlaceOf(example);
            if (example.Example.Intents.FirstOrDefault(name => playbook.Parts.Intents.ContainsKey(name) && playbook.Parts.PlaceOf(name) != place) is not { } other) continue;
            playbook.Report(IntentProblems.Mixed, example.Source, $"\"{example.Example.Intents[0]}\" is heard in {place}, \"{other}\" in {playbook.Parts.PlaceOf(other)}", "nobody writes before and after a sale at once, and each place has a model of its own", "name only intents of one place");
        }
    }

    private static void Few(CheckContext playbook)
    {
        foreach (var intent in playbook.Parts.Intents.Values.Where(i => !i.Definition.Source.IsShipped))
        {
            var name = intent.Definition.Name;
            var examples = playbook.Parts.Examples.Where(e => e.Example.Intents.Contains(name, StringComparer.Ordinal)).ToArray();
            if (examples.Length < Enough)
                playbook.Report(IntentProblems.FewExamples, intent.Definition.Source, $"the intent \"{name}\" has {(examples.Length == 1 ? "1 example" : $"{examples.Length} examples")}", $"below {Enough} it is recognised by luck", "add questions as buyers write them: short and long, with and without marks and accents");
            else
                Languages(playbook, intent, examples);
        }
    }

    private static void Languages(CheckContext playbook, IntentPart intent, ExamplePart[] examples)
    {
        string[] spoken = [.. Voices.InUse(playbook.Parts.Settings).Where(playbook.Model.Voices.Chains.ContainsKey).Select(site => playbook.Model.Voices.Chains[site][^1].Split('-')[0]).Distinct(StringComparer.Ordinal)];
        foreach (var language in spoken.Where(language => examples.All(e => e.Example.Locale.Length > 0 && !e.Example.Locale.StartsWith(language, StringComparison.Ordinal))))
            playbook.Report(IntentProblems.FewExamples, intent.Definition.Source, $"the intent \"{intent.Definition.Name}\" has no example in {(language == "pt" ? "Portuguese" : language == "es" ? "Spanish" : language)}", "the playbook speaks to a site of that language", "add some, or say in playbook.yaml which sites it speaks to: voices: [MLA]");
    }

    private static string Folded(ExamplePart example) => Careless.Of(example.Example.Text);

    private static string Names(ExamplePart example) => example.Example.Intents.Count == 0 ? "no intent" : string.Join(" and ", example.Example.Intents.Select(i => $"\"{i}\""));
}
