using System.CommandLine;
using MeliBot.Bot.Composition;
using MeliBot.Bot.Local;

namespace MeliBot.Bot.Commands;

internal static class PlaybookCommand
{
    public static Command Create() =>
        new Command("playbook", "Shows which playbook the running bot answers from, and what is wrong with its last edit. Exit code 1 when an edit has errors.") { HostSettings.File }
            .Does((result, cancellationToken) => ShowAsync(new(result.GetValue(HostSettings.File)), cancellationToken));

    private static async Task<int> ShowAsync(HostSettings settings, CancellationToken cancellationToken)
    {
        await using var session = await ControlSession.OpenAsync(settings, cancellationToken);
        if (!session.HostRuns)
            throw new CommandException("There is no playbook in use.", "No host runs on this database.", "Start one with \"serve\". \"dialogs check\" checks a playbook's files without one.", 3);
        var playbook = await session.Control.PlaybookAsync(cancellationToken);
        Console.WriteLine(Say(playbook));
        foreach (var problem in playbook.Problems) Console.WriteLine($"\n{problem}");
        return playbook.Broken ? 1 : 0;
    }

    /// <summary>One line.</summary>
    public static string Say(PlaybookView playbook) =>
        $"{playbook.Folder} answers in version {playbook.Version}"
        + (playbook.Broken ? $"; an edit read at {playbook.ReadAt:HH:mm:ss} UTC has errors and doesn't count." : playbook.Learning ? "; its new examples are being learnt." : ".");
}
