using System.CommandLine;
using MeliBot.Bot.Composition;
using MeliBot.Dialogs.Playbooks;

namespace MeliBot.Bot.Commands.Dialogs;

/// <summary>Draws what can happen in a playbook's conversations.</summary>
internal static class GraphCommand
{
    public static Command Create()
    {
        var folder = PlaybookArgument.Create();
        var svg = new Option<string?>("--svg") { Description = "Write a picture to this file; any browser shows it." };
        var mermaid = new Option<string?>("--mermaid") { Description = "Write it to this file for Mermaid." };
        return new Command("graph", "Draws a playbook's dialogs and replies; what is never reached is marked. Without --svg and --mermaid it prints Mermaid.") { folder, svg, mermaid }
            .Does((result, cancellationToken) => RunAsync(PlaybookArgument.Find(result.GetValue(folder)), result.GetValue(svg), result.GetValue(mermaid), cancellationToken));
    }

    private static async Task<int> RunAsync(IPlaybookFolder folder, string? svg, string? mermaid, CancellationToken cancellationToken)
    {
        var reading = PlaybookReader.Read(folder, BotAbilities.OfPlaybooks);
        if (reading.Draft is not { } draft)
        {
            await Console.Error.WriteLineAsync(CheckCommand.Text(reading));
            return 1;
        }

        var graph = PlaybookGraph.Of(draft);
        if (svg is not null) await File.WriteAllTextAsync(svg, SvgGraph.Write(graph), cancellationToken);
        if (mermaid is not null) await File.WriteAllTextAsync(mermaid, MermaidGraph.Write(graph), cancellationToken);
        if (svg is null && mermaid is null) await Console.Out.WriteAsync(MermaidGraph.Write(graph));
        var lost = graph.Nodes.Where(n => !n.IsReached).ToList();
        await Console.Error.WriteLineAsync($"{graph.Nodes.Count} nodes, {graph.Edges.Count} edges; {(lost.Count == 0 ? "all are reached" : $"never reached: {string.Join(", ", lost.Select(n => n.Label))}")}.");
        if (reading.Playbook is null) await Console.Error.WriteLineAsync("It has errors, so what is drawn may lack something: see \"dialogs check\".");
        return 0;
    }
}
