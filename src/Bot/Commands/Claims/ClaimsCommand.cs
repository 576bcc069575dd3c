using System.CommandLine;

namespace MeliBot.Bot.Commands.Claims;

internal static class ClaimsCommand
{
    public static Command Create() => new("claims", "Looks at the claims of the linked accounts.")
    {
        ListCommand.Create(),
        ShowCommand.Create(),
        WhyCommand.Create(),
    };
}
