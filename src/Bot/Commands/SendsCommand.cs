using System.CommandLine;
using MeliBot.Bot.Composition;
using MeliBot.Bot.Local;
using Spectre.Console;

namespace MeliBot.Bot.Commands;

/// <summary>The switch that silences the bot everywhere.</summary>
internal static class SendsCommand
{
    private const int Shown = 10;

    public static Command Create()
    {
        var why = new Option<string>("--why") { Description = "Why, for everybody who finds the bot silent.", Required = true };
        var note = new Option<string?>("--why") { Description = "Why, for the record." };
        return new Command("sends", "Stops whatever the bot sends, in all hosts at once, while taking in and people's own messages go on.")
        {
            new Command("stop", "Stops it. What the bot wants to send waits; nothing is lost.") { why, HostSettings.File }
                .Does((result, cancellationToken) => StopAsync(new(result.GetValue(HostSettings.File)), result.GetRequiredValue(why), cancellationToken)),
            new Command("resume", "Lets it send again. What waited goes out within half a minute.") { note, HostSettings.File }
                .Does((result, cancellationToken) => ResumeAsync(new(result.GetValue(HostSettings.File)), result.GetValue(note), cancellationToken)),
            new Command("status", "Says whether it may send, and who stopped or resumed it, when and why.") { HostSettings.File }
                .Does((result, cancellationToken) => StatusAsync(new(result.GetValue(HostSettings.File)), cancellationToken)),
        };
    }

    /// <summary>In one line, for the terminal.</summary>
    public static string Tell(SendsView sends) => sends switch
    {
        { IsStopped: true } => $"Bot sends are STOPPED since {sends.Since:yyyy-MM-dd HH:mm:ss} UTC by {sends.By}: {sends.Why}",
        { Since: not null } => $"The bot may send; resumed {sends.Since:yyyy-MM-dd HH:mm:ss} UTC by {sends.By}{(sends.Why is null ? "" : $": {sends.Why}")}",
        _ => "The bot may send; nobody ever stopped it.",
    };

    private static string Who => $"{Environment.UserName} (terminal)";

    private static async Task<int> StopAsync(HostSettings settings, string why, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(why)) throw new CommandException("Nothing was stopped.", "--why is empty, and whoever finds the bot silent has to know why.", "Say it in a few words: sends stop --why \"wrong prices in the playbook\".");
        await using var session = await ControlSession.OpenAsync(settings, cancellationToken);
        Console.WriteLine(Tell(await session.Control.StopSendsAsync(Who, why, cancellationToken)));
        return 0;
    }

    private static async Task<int> ResumeAsync(HostSettings settings, string? why, CancellationToken cancellationToken)
    {
        await using var session = await ControlSession.OpenAsync(settings, cancellationToken);
        Console.WriteLine(Tell(await session.Control.ResumeSendsAsync(Who, why, cancellationToken)));
        return 0;
    }

    private static async Task<int> StatusAsync(HostSettings settings, CancellationToken cancellationToken)
    {
        await using var session = await ControlSession.OpenAsync(settings, cancellationToken);
        var sends = await session.Control.SendsAsync(cancellationToken);
        Console.WriteLine(Tell(sends));
        if (sends.Acts.Count == 0) return 0;
        var table = new Table().AddColumns("When (UTC)", "What", "Who", "Why");
        foreach (var act in sends.Acts.Take(Shown)) table.AddRow($"{act.At:yyyy-MM-dd HH:mm:ss}", act.Stopped ? "stopped" : "resumed", Markup.Escape(act.By), Markup.Escape(act.Why ?? ""));
        Screen.Out.Write(table);
        return 0;
    }
}
