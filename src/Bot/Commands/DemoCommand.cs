using System.CommandLine;
using MeliBot.Bot.Demo;

namespace MeliBot.Bot.Commands;

internal static class DemoCommand
{
    public static Command Create()
    {
        var exit = new Option<bool>("--exit") { Description = "End after the summary; the exit code is 0 only if every question has exactly one answer." };
        var json = new Option<bool>("--json") { Description = "One JSON object a line: each question, and last the summary." };
        var playbook = new Option<DirectoryInfo>("--playbook") { Description = "The folder of the playbook that answers; edits count while it runs. Without it the playbook that comes with the product." }.AcceptExistingOnly();
        return new Command("demo", "Shows the bot at work on a Mercado Libre of this machine: no account, no settings, no network needed.") { exit, json, playbook }
            .Does((result, cancellationToken) =>
            {
                IDemoView view = result.GetValue(json) ? new JsonView(new StreamWriter(Console.OpenStandardOutput()) { NewLine = "\n" }, Console.Error) : new TerminalView(Screen.Out);
                return new DemoStage(view, TimeProvider.System, result.GetValue(playbook)?.FullName).PlayAsync(stay: !result.GetValue(exit), cancellationToken);
            });
    }
}
