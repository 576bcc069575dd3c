using System.CommandLine;
using System.Reflection;
using MeliBot.Dialogs.Playbooks;

namespace MeliBot.Bot.Commands.Dialogs;

/// <summary>Makes a small playbook to begin from.</summary>
internal static class NewCommand
{
    private const string Prefix = "new-playbook/";

    public static Command Create()
    {
        var folder = new Argument<string>("FOLDER") { Description = "The folder to make; its name becomes the playbook's." };
        var sites = new Option<string[]>("--site") { Description = "Sites that it speaks to.", DefaultValueFactory = _ => ["MLA"], AllowMultipleArgumentsPerToken = true };
        return new Command("new", "Makes a small playbook that starts from the shipped one, with one intent, one reply and one test.") { folder, sites }
            .Does((result, cancellationToken) => RunAsync(result.GetRequiredValue(folder), result.GetValue(sites) ?? [], cancellationToken));
    }

    private static async Task<int> RunAsync(string folder, string[] sites, CancellationToken cancellationToken)
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
            throw new CommandException($"{folder} can't be made.", "There is a folder of that name, and it isn't empty.", "Name another one.");

        await SchemaCommand.WriteAsync(Path.Combine(folder, ".schema"), cancellationToken);
        foreach (var (path, text) in Files())
        {
            var file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(file, text.Replace("$NAME", NameOf(folder), StringComparison.Ordinal).Replace("$SITES", string.Join(", ", sites), StringComparison.Ordinal), cancellationToken);
            await Console.Out.WriteLineAsync(Path.Combine(folder, path));
        }

        await Console.Out.WriteLineAsync($"\nNow: dialogs check {folder}");
        return 0;
    }

    private static IEnumerable<(string Path, string Text)> Files()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            var path = name[Prefix.Length..];
            var up = path.Contains('/', StringComparison.Ordinal) ? "../" : "";
            var schema = PlaybookSchema.NameOf(path) is { } file ? $"# yaml-language-server: $schema={up}.schema/{file}\n" : "";
            yield return (path, schema + reader.ReadToEnd());
        }
    }

    private static string NameOf(string folder)
    {
        var name = new string([.. Path.GetFileName(Path.GetFullPath(folder).TrimEnd(Path.DirectorySeparatorChar)).Select(c => char.IsLetterOrDigit(c) ? c : '-')]).Trim('-');
        return name.Length == 0 || !char.IsLetter(name[0]) ? "shop" : name;
    }
}
