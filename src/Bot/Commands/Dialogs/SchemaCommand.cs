using System.CommandLine;
using MeliBot.Dialogs.Playbooks;

namespace MeliBot.Bot.Commands.Dialogs;

/// <summary>Writes the JSON Schemas of a playbook's files, for editors.</summary>
internal static class SchemaCommand
{
    public static Command Create()
    {
        var to = new Option<string>("--out") { Description = "The folder to write them to.", Required = true };
        return new Command("schema", "Writes the JSON Schemas of a playbook's files: editors complete and check with them.") { to }
            .Does(async (result, cancellationToken) =>
            {
                foreach (var file in await WriteAsync(result.GetRequiredValue(to), cancellationToken)) await Console.Out.WriteLineAsync(file);
                return 0;
            });
    }

    public static async Task<IReadOnlyList<string>> WriteAsync(string folder, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var files = PlaybookSchema.All();
        foreach (var (name, schema) in files) await File.WriteAllTextAsync(Path.Combine(folder, name), schema, cancellationToken);
        return [.. files.Keys.Select(name => Path.Combine(folder, name))];
    }
}
