using System.Globalization;

namespace MeliBot.Simulator;

/// <summary>The executable's arguments.</summary>
public static class CommandLine
{
    public const string Help =
        """
        A Mercado Libre for this machine.

          --urls URL         where to listen (http://127.0.0.1:0, a free port)
          --scenario FILE    a scenario to load; its steps wait for POST /_control/scenario/start
          --start            let the scenario's steps begin at once
          --seed N           chances, ids and tokens of this run (1)
          --speed X          platform seconds per second (1)
          --parent PID       end when that process ends
          --help             this text

        /play is a page on which to be a buyer; /_control/state shows everything. docs/simulator.md tells the rest.
        """;

    /// <exception cref="FormatException">An argument is unknown or has no use; the message says which.</exception>
    public static SimulatorOptions Parse(IReadOnlyList<string> arguments)
    {
        var options = new SimulatorOptions();
        for (var i = 0; i < arguments.Count; i++)
        {
            var (name, given) = arguments[i].Split('=', 2) is [var n, var v] ? (n, v) : (arguments[i], null);
            switch (name)
            {
                case "--urls":
                    options.Urls = Value();
                    break;
                case "--scenario":
                    options.ScenarioFile = Value();
                    break;
                case "--start":
                    options.StartScenario = true;
                    break;
                case "--seed":
                    options.Seed = Number<int>("a whole number");
                    break;
                case "--speed":
                    options.Speed = Number<double>("a number above 0");
                    if (options.Speed <= 0) throw Bad("--speed", "a number above 0");
                    break;
                case "--parent":
                    options.ParentProcessId = Number<int>("a process id");
                    break;
                default:
                    throw new FormatException($"Unknown argument {arguments[i]}. Known are --urls, --scenario, --start, --seed, --speed, --parent and --help.");
            }

            string Value()
            {
                if (given is not null) return given;
                return i + 1 < arguments.Count ? arguments[++i] : throw Bad(name, "a value after it");
            }

            T Number<T>(string what)
                where T : struct, ISpanParsable<T> => T.TryParse(Value(), CultureInfo.InvariantCulture, out var number) ? number : throw Bad(name, what);
        }

        return options;
    }

    private static FormatException Bad(string name, string what) => new($"{name} needs {what}.");
}
