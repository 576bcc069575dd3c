using MeliBot.Dialogs.Replies;

namespace MeliBot.Dialogs.Playbooks.Validation;

/// <summary>Of the cores the first that holds is said: one behind a core that always holds never is.</summary>
internal sealed class UnreachableFragmentRule : IRule
{
    public void Check(CheckContext playbook)
    {
        foreach (var reply in playbook.Model.Replies.Values)
        {
            FragmentDefinition[] cores = [.. reply.Fragments.Where(f => f.Role == FragmentRole.Core)];
            for (var i = 1; i < cores.Length; i++)
            {
                if (cores[..i].FirstOrDefault(before => Always(playbook, before)) is { } always)
                    Report(playbook, cores[i], $"{always.Source} always holds, and of the cores the first that holds is said", "move that one to the end, or give it a condition");
                else if (cores[..i].FirstOrDefault(before => Same(playbook, before, cores[i])) is { } same)
                    Report(playbook, cores[i], $"{same.Source} has the same condition, and of the cores the first that holds is said", "make both one fragment, or change a condition");
            }
        }
    }

    private static void Report(CheckContext playbook, FragmentDefinition fragment, string why, string suggestion) =>
        playbook.Report(FlowProblems.Fragment, fragment.Source, $"the fragment \"{fragment.Name}\" is never said", why, suggestion);

    private static bool Always(CheckContext playbook, FragmentDefinition fragment) => fragment is { When: null, Unknown: null } && NeedsNothing(playbook, fragment);

    private static bool Same(CheckContext playbook, FragmentDefinition before, FragmentDefinition fragment) =>
        before.When is not null && fragment.When is not null && Plain(before.When) == Plain(fragment.When) && before.Unknown is null && fragment.Unknown is null && NeedsNothing(playbook, before);

    private static bool NeedsNothing(CheckContext playbook, FragmentDefinition fragment) => fragment.Say?.Variations.Values.SelectMany(v => v).All(t => !playbook.Read(t).Needs.Any() && playbook.Read(t).Faults.All(f => f.Problem.Severity != Severity.Error)) ?? true;

    private static string Plain(Condition condition) => string.Join(' ', condition.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
