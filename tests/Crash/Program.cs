using System.CommandLine;
using MeliBot.Crash.Tests.Running;

// One program: the tests, and with a command as its first word that command.
var commands = new RootCommand("Kills, floods and lies to the product. Without a command it runs its tests.") { CampaignCommand.Create(), TokenClientCommand.Create() };
return args.Length > 0 && commands.Subcommands.Any(command => command.Name == args[0])
    ? await commands.Parse(args).InvokeAsync()
    : await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args);
