using System.CommandLine;
using MeliBot.Dialogs.Playbooks;

namespace MeliBot.Bot.Commands.Dialogs;

/// <summary>Which playbook a command is about.</summary>
internal static class PlaybookArgument
{
    public static Argument<string?> Create() => new("FOLDER")
    {
        Description = "The playbook's folder; \"shipped\" is the one that comes with the product. Without it the current folder, if it holds a playbook.yaml.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public static IPlaybookFolder Find(string? folder)
    {
        if (folder == ShippedPlaybook.Folder.Name && !Directory.Exists(folder)) return ShippedPlaybook.Folder;
        if (folder is not null) return new DirectoryFolder(folder);
        return File.Exists("playbook.yaml")
            ? new DirectoryFolder(".")
            : throw new CommandException("No playbook was named.", "The current folder holds no playbook.yaml.", "Name the playbook's folder, or make one with \"dialogs new FOLDER\".");
    }
}
