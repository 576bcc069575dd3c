using System.CommandLine;

namespace MeliBot.Bot.Commands.Dialogs;

internal static class DialogsCommand
{
    public static Command Create() => new("dialogs", "For bot designers: tries, tests and measures playbooks.")
    {
        TryCommand.Create(),
        TestCommand.Create(),
        EvalCommand.Create(),
        MergeCommand.Create(),
        WhyCommand.Create(),
    };
}
