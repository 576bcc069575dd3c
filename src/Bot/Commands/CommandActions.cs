using System.CommandLine;
using MeliBot.Bot.Composition;
using MeliBot.Delivery;
using MeliBot.Delivery.Stores;
using MeliBot.Delivery.Stores.Sqlite;
using MeliBot.Dialogs.Playbooks;
using MeliBot.MercadoLibre;

namespace MeliBot.Bot.Commands;

internal static class CommandActions
{
    /// <summary>Runs the command; what a person can act on is told on the error stream without a stack trace.</summary>
    public static Command Does(this Command command, Func<ParseResult, CancellationToken, Task<int>> action)
    {
        command.SetAction(async (result, cancellationToken) =>
        {
            try
            {
                return await action(result, cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return 130;
            }
            catch (CommandException failure)
            {
                return await TellAsync(failure);
            }
            catch (SettingsException refused)
            {
                await Console.Error.WriteLineAsync(refused.Message);
                return 2;
            }
            catch (PlaybookException e)
            {
                await Console.Error.WriteLineAsync(e.Message);
                return 2;
            }
            catch (Exception e) when (e is DeliveryUnavailableException or SchemaTooNewException)
            {
                return await TellAsync(new CommandException("The database can't be used.", e.Message, "Do what it says, then run the command again.", 3, e));
            }
            catch (StoreInUseException e)
            {
                return await TellAsync(new CommandException("The database can't be opened.", e.Message, "Stop the other host, or run this command where its data folder is set, so that it talks to that host.", 3, e));
            }
            catch (MercadoLibreException e)
            {
                return await TellAsync(new CommandException("Mercado Libre didn't do what was asked.", e.Error.Message, e.Error.WhatToDo, 1, e));
            }
        });
        return command;
    }

    private static async Task<int> TellAsync(CommandException failure)
    {
        await Console.Error.WriteLineAsync($"{failure.What}\n  Why: {failure.Why}\n  What to do: {failure.WhatToDo}");
        return failure.ExitCode;
    }
}
