using System.CommandLine;
using MeliBot.Bot.Composition;

namespace MeliBot.Bot.Commands;

internal static class ServeCommand
{
    public static Command Create()
    {
        var poll = new Option<bool>("--poll") { Description = "Look for questions instead of waiting for notifications: for a machine that no webhook can reach." };
        var parent = new Option<int?>("--parent") { Description = "End when the process of this id ends.", Hidden = true };
        var roles = new Option<string?>("--roles") { Description = "What this host does of the whole: ingress, worker, inbox, with commas between them. All when it is left out. The setting Bot:Roles says the same." };
        return new Command("serve", "Runs the bot: webhook, callback, the work behind them, and the local socket of the other commands.") { poll, roles, HostSettings.File, parent }
            .Does(async (result, cancellationToken) =>
            {
                await BotHost.RunAsync(new HostSettings(result.GetValue(HostSettings.File), result.GetValue(poll), result.GetValue(roles)), result.GetValue(parent), cancellationToken);
                return 0;
            });
    }
}
