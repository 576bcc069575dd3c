using MeliBot.Dialogs.Playbooks;

namespace MeliBot.Dialogs.Claims;

/// <summary>Claims as a kind of conversation.</summary>
internal static class ClaimPlace
{
    public const string Name = "claims";

    /// <summary>Some way through the dialog, or through one that it begins, says or asks something.</summary>
    public static bool Talks(DialogDefinition dialog, IReadOnlyDictionary<string, DialogDefinition> all) => Talks(dialog.Steps, all, [dialog.Name]);

    private static bool Talks(IReadOnlyList<Step> steps, IReadOnlyDictionary<string, DialogDefinition> all, HashSet<string> seen) => steps.Any(step => step switch
    {
        SayStep or AskStep or AnswerStep => true,
        IfStep fork => Talks(fork.Then, all, seen) || Talks(fork.Else, all, seen),
        // What the host wrote in C# may say anything.
        BeginStep begin => all.TryGetValue(begin.Dialog, out var begun) ? seen.Add(begun.Name) && Talks(begun.Steps, all, seen) : true,
        _ => false,
    });
}
