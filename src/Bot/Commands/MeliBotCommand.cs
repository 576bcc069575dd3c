using System.CommandLine;
using MeliBot.Bot.Commands.Claims;
using MeliBot.Bot.Commands.Dialogs;

namespace MeliBot.Bot.Commands;

internal static class MeliBotCommand
{
    /// <summary>By the name that it is called by.</summary>
    internal static readonly IReadOnlyList<(string Name, Func<Command> Create)> All =
    [
        ("demo", DemoCommand.Create),
        ("serve", ServeCommand.Create),
        ("accounts", AccountsCommand.Create),
        ("conversations", ConversationsCommand.Create),
        ("orders", OrdersCommand.Create),
        ("claims", ClaimsCommand.Create),
        ("notes", NotesCommand.Create),
        ("parked", ParkedCommand.Create),
        ("sends", SendsCommand.Create),
        ("db", DatabaseCommand.Create),
        ("playbook", PlaybookCommand.Create),
        ("payload", PayloadCommand.Create),
        ("dialogs", DialogsCommand.Create),
    ];

    /// <param name="arguments">The command line. Where it begins with a command's name only that one is made: every start would have the makings of all others compiled.</param>
    public static RootCommand Create(IReadOnlyList<string> arguments)
    {
        var root = new RootCommand("MeliBot answers the questions that buyers ask on Mercado Libre. Start with \"demo\".");
        var named = arguments.Count > 0 ? All.Where(command => command.Name == arguments[0]).ToArray() : [];
        foreach (var command in named.Length > 0 ? named : All) root.Add(command.Create());
        return root;
    }
}
