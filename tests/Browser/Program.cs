using System.CommandLine;
using MeliBot.Browser.Tests.Measures;

// One program: the tests, and with "measure" as its first word the figures that tests/Benchmarks asks for.
var commands = new RootCommand("Drives the inbox in a real browser. Without a command it runs its tests.") { MeasureCommand.Create() };
return args.Length > 0 && commands.Subcommands.Any(command => command.Name == args[0])
    ? await commands.Parse(args).InvokeAsync()
    : await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args);
