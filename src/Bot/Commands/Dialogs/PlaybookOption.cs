using System.CommandLine;
using MeliBot.Bot.Composition;
using MeliBot.Bot.Rehearsal;
using MeliBot.Dialogs.Playbooks;
using MeliBot.Dialogs.Understanding;

namespace MeliBot.Bot.Commands.Dialogs;

/// <summary>The playbook that a rehearsal is on.</summary>
internal static class PlaybookOption
{
    public static Option<string?> Create() => new("--playbook") { Description = "The playbook's folder. Without it the current folder if it holds a playbook.yaml, else the playbook that comes with the product." };

    /// <summary>Whether the current folder is one.</summary>
    public static bool IsHere => File.Exists("playbook.yaml");

    /// <exception cref="CommandException">It has errors.</exception>
    public static Playbook Read(string? folder)
    {
        if (folder is null && !IsHere) return ShippedPlaybook.Playbook;
        var found = PlaybookArgument.Find(folder);
        if (found == ShippedPlaybook.Folder) return ShippedPlaybook.Playbook;
        var reading = PlaybookReader.Read(found, BotAbilities.OfPlaybooks);
        return reading.Playbook ?? throw new CommandException(
            $"The playbook {found.Name} can't be used.",
            string.Join("\n  ", reading.Diagnostics.Where(d => d.Severity == Severity.Error).Select(d => d.ToString().ReplaceLineEndings("\n  "))),
            "Mend what is told, and run it again; \"dialogs check\" tells warnings too.");
    }

    /// <param name="first">The place whose messages are rehearsed first: its model is read, or learnt, while the rest is made. Null when that isn't known.</param>
    public static RehearsalStage Open(string? folder, string? first, CancellationToken cancellationToken)
    {
        if (first == IntentPlaces.Questions) _ = Task.Run(() => WarmUp.RunAsync(cancellationToken), cancellationToken);
        var playbook = Read(folder);
        var models = new PlaybookModels(playbook, cancellationToken);
        // Whoever asks it waits for that, and is told what went wrong.
        if (first is not null) _ = Task.Run(() => models.Of(first), cancellationToken);
        return new RehearsalStage(playbook, () => models.Of(IntentPlaces.Questions)!, () => models.Of(IntentPlaces.Orders), () => models.Of(IntentPlaces.Claims));
    }
}
