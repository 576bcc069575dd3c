using System.CommandLine;
using MeliBot.Bot.Commands.Claims;
using MeliBot.Bot.Commands.Dialogs;

namespace MeliBot.Bot.Commands;

internal static class MeliBotCommand
{
    public static RootCommand Create() => new("MeliBot answers the questions that buyers ask on Mercado Libre. Start with \"demo\".")
    {
        DemoCommand.Create(),
        ServeCommand.Create(),
        AccountsCommand.Create(),
        ConversationsCommand.Create(),
        OrdersCommand.Create(),
        ClaimsCommand.Create(),
        NotesCommand.Create(),
        ParkedCommand.Create(),
        SendsCommand.Create(),
        DatabaseCommand.Create(),
        PlaybookCommand.Create(),
        PayloadCommand.Create(),
        DialogsCommand.Create(),
    };
}
