using System.CommandLine;

namespace MeliBot.Bot.Commands.Dialogs;

internal static class DialogsCommand
{
    public static Command Create() => new("dialogs", "For bot designers: makes, checks and draws playbooks. Start with \"dialogs new FOLDER\".")
    {
        CheckCommand.Create(),
        GraphCommand.Create(),
        NewCommand.Create(),
        SchemaCommand.Create(),
    };
}
