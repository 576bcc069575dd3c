using MeliBot.Dialogs.Replies;

namespace MeliBot.Dialogs.Playbooks.Validation;

/// <summary>One intent has one answer: where two replies take it, their conditions keep them apart.</summary>
internal sealed class SameIntentRule : IRule
{
    public void Check(CheckContext playbook)
    {
        var pairs = playbook.Parts.Replies.Values
            .SelectMany(r => r.Definition.Intents.Select((intent, i) => (Intent: intent, Place: r.Labels[i], Reply: r.Definition)))
            .GroupBy(x => x.Intent, StringComparer.Ordinal);
        foreach (var group in pairs)
        {
            var replies = group.DistinctBy(x => x.Reply.Name).OrderBy(x => x.Place.IsShipped ? 0 : 1).ThenBy(x => x.Place.File, StringComparer.Ordinal).ToArray();
            for (var i = 1; i < replies.Length; i++)
            {
                if (replies[..i].Select(other => (other, both: Overlap(replies[i].Reply, other.Reply))).FirstOrDefault(x => x.both is not null) is ({ } first, { } overlap)) Report(playbook, replies[i].Place, replies[i].Reply, first.Reply, group.Key, overlap);
            }
        }
    }

    private static void Report(CheckContext playbook, SourceSpan place, ReplyDefinition reply, ReplyDefinition other, string intent, (FragmentDefinition Mine, FragmentDefinition Theirs) both)
    {
        var contradicts = (YesOrNo(both.Mine), YesOrNo(both.Theirs)) is ({ } mine, { } theirs) && mine != theirs;
        playbook.Report(
            FlowProblems.SameIntent,
            place,
            $"\"{intent}\" is answered by the reply \"{other.Name}\" too{(contradicts ? ", and they contradict" : "")}",
            $"\"{both.Mine.Name}\" here and \"{both.Theirs.Name}\" ({both.Theirs.Source}) can hold together{(contradicts ? ": one says yes, the other no" : "")}",
            other.Source.IsShipped ? $"to replace the shipped reply give yours its name: reply: {other.Name}" : "make both one reply, or give their fragments conditions that exclude each other");
    }

    private static (FragmentDefinition, FragmentDefinition)? Overlap(ReplyDefinition a, ReplyDefinition b)
    {
        foreach (var mine in Cores(a))
        {
            foreach (var theirs in Cores(b))
            {
                if (!Apart(mine, theirs)) return (mine, theirs);
            }
        }

        return null;
    }

    private static IEnumerable<FragmentDefinition> Cores(ReplyDefinition reply) => reply.Fragments.Where(f => f.Role == FragmentRole.Core);

    private static bool Apart(FragmentDefinition a, FragmentDefinition b) =>
        Knowledge.Exclude(Tree(a), Tree(b)) || NeedsWhatLacks(a, b) || NeedsWhatLacks(b, a);

    /// <summary>One rests on what the other holds without.</summary>
    private static bool NeedsWhatLacks(FragmentDefinition a, FragmentDefinition b) => b.Unknown is [var only] && Knowledge.KnownIf(Tree(a)).Any(k => k == only || k.StartsWith(only + ".", StringComparison.Ordinal));

    private static ConditionTree? Tree(FragmentDefinition fragment) => fragment.When is { } when ? TextReading.OfCondition(when.Text).Tree : null;

    private static bool? YesOrNo(FragmentDefinition fragment)
    {
        var text = fragment.Say?.Variations.Values.SelectMany(v => v).FirstOrDefault()?.Text.TrimStart('¡', ' ') ?? "";
        if (Begins(text, "sí") || Begins(text, "si") || Begins(text, "sim")) return true;
        return Begins(text, "no") || Begins(text, "não") || Begins(text, "nao") ? false : null;
    }

    private static bool Begins(string text, string word) => text.StartsWith(word, StringComparison.OrdinalIgnoreCase) && (text.Length == word.Length || !char.IsLetter(text[word.Length]));
}
