using System.CommandLine;
using MeliBot.Bot.Composition;
using MeliBot.Delivery.Stores;
using MeliBot.Delivery.Stores.Keeping;
using MeliBot.Inbox;
using Spectre.Console;

namespace MeliBot.Bot.Commands;

/// <summary>The store as a whole. Never through a running host: its own settings are enough, and what is wrong with the others doesn't matter here.</summary>
internal static class DatabaseCommand
{
    public static Command Create()
    {
        var check = new Option<bool>("--check") { Description = "Read all of it, and say whether it is whole." };
        var target = new Argument<string?>("FILE") { Description = "The backup; a file that isn't there yet. Beside the database, named by the time, when it is left out.", Arity = ArgumentArity.ZeroOrOne };
        var backup = new Argument<string>("FILE") { Description = "What \"db backup\" made." };
        var overwrite = new Option<bool>("--overwrite") { Description = "Put it in the place of the database that is there; that one is kept beside it." };
        return new Command("db", "Looks after the database: its state, its schema, backups, and its move to PostgreSQL.")
        {
            new Command("status", "Says where it is, its schema, its size, and whether a host has it.") { check, HostSettings.File }
                .Does((result, cancellationToken) => WithAsync(result, keeper => StatusAsync(keeper, result.GetValue(check), cancellationToken))),
            new Command("migrate", "Brings its schema up to date, as the start of a host does.") { HostSettings.File }
                .Does((result, cancellationToken) => WithAsync(result, keeper => MigrateAsync(keeper, cancellationToken))),
            new Command("backup", "Copies it while hosts go on, and checks the copy.") { target, HostSettings.File }
                .Does((result, cancellationToken) => WithAsync(result, keeper => BackupAsync(keeper, result.GetValue(target), cancellationToken))),
            new Command("restore", "Puts a backup in its place. No host may run.") { backup, overwrite, HostSettings.File }
                .Does((result, cancellationToken) => WithAsync(result, async keeper =>
                {
                    await RestoreAsync(keeper, result.GetRequiredValue(backup), result.GetValue(overwrite), cancellationToken);
                    ForgetIndex(result.GetValue(HostSettings.File));
                })),
            DatabaseMoveCommand.Create(),
        };
    }

    private static async Task<int> WithAsync(ParseResult result, Func<IStoreKeeper, Task> act)
    {
        await using var app = BotHost.Build(new HostSettings(result.GetValue(HostSettings.File)));
        var store = app.Services.GetRequiredService<StoreInUse>();
        if (app.Services.GetService<IStoreKeeper>() is not { } keeper)
            throw new CommandException($"That isn't done here for a store on {store.Name}.", "Its server keeps its schema and its backups: the first host of a new version migrates it.", "Use the server's own tools, for example pg_dump and pg_restore, or the backups of the service that runs it.");
        try
        {
            await act(keeper);
            return 0;
        }
        catch (StoreKeepingException e)
        {
            throw new CommandException(e.What, e.Why, e.WhatToDo, 1, e);
        }
    }

    private static async Task StatusAsync(IStoreKeeper keeper, bool check, CancellationToken cancellationToken)
    {
        var standing = await keeper.StatusAsync(check, cancellationToken);
        Console.WriteLine($"{standing.Kind}: {standing.Place}");
        if (!standing.Exists)
        {
            Console.WriteLine("It isn't there yet; the first start of a host makes it.");
            return;
        }

        Console.WriteLine($"schema    {standing.Schema}{(standing.Pending.Count == 0 ? ", up to date" : $", lacks {string.Join(", ", standing.Pending)}")}");
        Console.WriteLine(FormattableString.Invariant($"size      {standing.Bytes / 1048576.0:N1} MiB"));
        Console.WriteLine($"in use    {(standing.InUse ? "a host has it" : "no host has it")}");
        if (check) Console.WriteLine($"whole     {standing.Damage ?? "yes"}");
        Show(standing.Rows);
        if (standing.Damage is not null) throw new CommandException("The database is damaged.", standing.Damage, "Stop the host, keep a copy of the file and of its -wal, and restore the last backup that is whole.");
    }

    private static async Task MigrateAsync(IStoreKeeper keeper, CancellationToken cancellationToken)
    {
        var applied = await keeper.MigrateAsync(cancellationToken);
        Console.WriteLine(applied.Count == 0 ? "Its schema is up to date." : $"Applied: {string.Join(", ", applied)}.");
    }

    private static async Task BackupAsync(IStoreKeeper keeper, string? file, CancellationToken cancellationToken)
    {
        var copy = await keeper.BackupAsync(file, cancellationToken);
        Console.WriteLine(FormattableString.Invariant($"Backed up to {copy.File}: schema {copy.Schema}, {copy.Bytes / 1048576.0:N1} MiB, checked and whole."));
        Show(copy.Rows);
    }

    private static async Task RestoreAsync(IStoreKeeper keeper, string file, bool overwrite, CancellationToken cancellationToken)
    {
        var restored = await keeper.RestoreAsync(file, overwrite, cancellationToken);
        Console.WriteLine($"Restored {restored.Place} from {file}: schema {restored.Copy.Schema}, checked and whole.");
        if (restored.Kept is { } kept) Console.WriteLine($"What was there before is kept as {kept}.");
        Console.WriteLine("Tokens that were renewed since the backup are spent: accounts that say \"reconnect\" after the start are linked again. What was sent since is read at Mercado Libre before anything is sent.");
        Show(restored.Copy.Rows);
    }

    /// <summary>The pages' index follows the changes of the database that is gone; it is made anew.</summary>
    private static void ForgetIndex(string? settings)
    {
        var configuration = new ConfigurationManager();
        Settings.Add(configuration, Environments.Production, new HostSettings(settings));
        var index = configuration[$"{InboxOptions.Section}:{nameof(InboxOptions.IndexPath)}"] is { Length: > 0 } path ? path : StoreChoice.PathOf(configuration) + ".inbox";
        foreach (var file in (string[])[index, index + "-wal", index + "-shm"]) File.Delete(file);
    }

    private static void Show(IReadOnlyDictionary<string, long> rows)
    {
        var table = new Table().AddColumns("Table", "Rows");
        foreach (var (name, count) in rows) table.AddRow(name, FormattableString.Invariant($"{count:N0}"));
        Screen.Out.Write(table);
    }
}
