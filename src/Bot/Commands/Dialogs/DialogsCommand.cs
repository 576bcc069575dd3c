using System.CommandLine;

namespace MeliBot.Bot.Commands.Dialogs;

internal static class DialogsCommand
{
    public static Command Create() => new("dialogs", "For bot designers: makes, checks, draws, tries and tests playbooks. Start with \"dialogs new FOLDER\".")
    {
        NewCommand.Create(),
        CheckCommand.Create(),
        TryCommand.Create(),
        TestCommand.Create(),
        EvalCommand.Create(),
        MergeCommand.Create(),
        WhyCommand.Create(),
        GraphCommand.Create(),
        SchemaCommand.Create(),
    };
}
