using System.CommandLine;
using MeliBot.Bot.Composition;
using MeliBot.Bot.Local;
using Spectre.Console;

namespace MeliBot.Bot.Commands;

internal static class ParkedCommand
{
    public static Command Create()
    {
        var ids = new Argument<long[]>("ID") { Description = "Numbers as \"parked list\" shows them.", Arity = ArgumentArity.OneOrMore };
        return new Command("parked", "What could not go on: lists it with its reasons, and puts it back to work.")
        {
            new Command("list", "Shows what is parked, newest first.") { HostSettings.File }
                .Does((result, cancellationToken) => ListAsync(new(result.GetValue(HostSettings.File)), cancellationToken)),
            new Command("replay", "Puts parked work back to work.") { ids, HostSettings.File }
                .Does((result, cancellationToken) => ReplayAsync(new(result.GetValue(HostSettings.File)), result.GetRequiredValue(ids), cancellationToken)),
        };
    }

    private static async Task<int> ListAsync(HostSettings settings, CancellationToken cancellationToken)
    {
        await using var session = await ControlSession.OpenAsync(settings, cancellationToken);
        var parked = await session.Control.ParkedAsync(cancellationToken);
        if (parked.Count == 0)
        {
            Console.WriteLine("Nothing is parked.");
            return 0;
        }

        var table = new Table().AddColumns("Id", "Since (UTC)", "What", "Account", "Key", "Tries", "Reason");
        foreach (var p in parked)
            table.AddRow($"{p.Id}", $"{p.At:yyyy-MM-dd HH:mm:ss}", p.Kind.ToString().ToLowerInvariant(), $"{p.Account}", Markup.Escape(p.Key), $"{p.Attempts}", Markup.Escape(p.Reason));
        Screen.Out.Write(table);
        return 0;
    }

    private static async Task<int> ReplayAsync(HostSettings settings, IReadOnlyList<long> ids, CancellationToken cancellationToken)
    {
        await using var session = await ControlSession.OpenAsync(settings, cancellationToken);
        var missing = new List<long>();
        foreach (var id in ids)
        {
            if (await session.Control.ReplayAsync(id, cancellationToken)) Console.WriteLine($"{id} is back at work.");
            else missing.Add(id);
        }

        return missing.Count == 0 ? 0 : throw new CommandException($"Not replayed: {string.Join(", ", missing)}.", "Nothing of that number is parked any more.", "\"parked list\" shows what is.");
    }
}
