using System.CommandLine;
using System.ComponentModel.DataAnnotations;
using MeliBot.Bot.Composition;
using MeliBot.Delivery.Stores.Keeping;
using MeliBot.Delivery.Stores.Moving;
using MeliBot.Delivery.Stores.Postgres;
using MeliBot.Delivery.Stores.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Table = Spectre.Console.Table;
using TableExtensions = Spectre.Console.TableExtensions;

namespace MeliBot.Bot.Commands;

/// <summary>From the file of one host to the database that several share.</summary>
internal static class DatabaseMoveCommand
{
    public static Command Create()
    {
        var source = new Option<string?>("--from") { Description = "The SQLite file; the one of the settings (Delivery:Sqlite:Path) when it is left out." };
        return new Command("move", "Moves it from its SQLite file to the PostgreSQL database of the settings, counts and sums both, and puts the file aside. No host may run. Broken off, it goes on where it was.") { source, HostSettings.File }
            .Does((result, cancellationToken) => MoveAsync(result.GetValue(HostSettings.File), result.GetValue(source), cancellationToken));
    }

    private static async Task<int> MoveAsync(string? settings, string? from, CancellationToken cancellationToken)
    {
        var configuration = new ConfigurationManager();
        Settings.Add(configuration, Environments.Production, new HostSettings(settings));
        var options = new PostgresDeliveryOptions();
        configuration.GetSection(PostgresDeliveryOptions.Section).Bind(options);
        var wrong = new List<ValidationResult>();
        if (!Validator.TryValidateObject(options, new ValidationContext(options), wrong, validateAllProperties: true))
            throw new CommandException("Nothing was moved.", string.Join(" ", wrong.Select(result => $"{PostgresDeliveryOptions.Section}:{string.Join(", ", result.MemberNames)} {result.ErrorMessage}")), "Set it in the settings file or the environment: it says where to.", 2);
        var file = from ?? (configuration[$"{SqliteDeliveryOptions.Section}:{nameof(SqliteDeliveryOptions.Path)}"] is { Length: > 0 } path ? path : new SqliteDeliveryOptions().Path);
        try
        {
            var (tables, kept) = await new StoreMove(file, options, TimeProvider.System, NullLogger.Instance).RunAsync((table, rows) => Console.WriteLine(FormattableString.Invariant($"{table}: {rows:N0}")), cancellationToken);
            var shown = TableExtensions.AddColumns(new Table(), "Table", "Rows", "Sum of both");
            foreach (var table in tables) TableExtensions.AddRow(shown, table.Name, FormattableString.Invariant($"{table.Rows:N0}"), table.Checksum);
            Screen.Out.Write(shown);
            Console.WriteLine($"Moved: both sides are the same, row by row. The file is kept as {kept}; the next start of a host uses PostgreSQL.");
            return 0;
        }
        catch (StoreKeepingException e)
        {
            throw new CommandException(e.What, e.Why, e.WhatToDo, 1, e);
        }
    }
}
