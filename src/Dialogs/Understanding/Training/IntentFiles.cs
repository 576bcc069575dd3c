using MeliBot.Dialogs.Playbooks;
using MeliBot.Dialogs.Playbooks.Files;

namespace MeliBot.Dialogs.Understanding;

/// <summary>Reads intent files alone, without the rest of a playbook (docs/understanding.md).</summary>
public static class IntentFiles
{
    /// <summary>Reads every *.yaml of a folder, in the order of their names.</summary>
    public static TrainingSet ReadFolder(string folder) =>
        Read(Directory.GetFiles(folder, "*.yaml").Order(StringComparer.Ordinal).Select(path => (Path.GetFileName(path), File.ReadAllText(path))));

    /// <exception cref="FormatException">A file can't be read; says where and what to write.</exception>
    public static TrainingSet Read(IEnumerable<(string Name, string Text)> files)
    {
        var diagnostics = new List<Diagnostic>();
        var parts = PartsReader.ReadIntents(files.Select(f => new SourceFile(f.Name, f.Text)), diagnostics);
        if (diagnostics.Find(d => d.Severity == Severity.Error) is { } error) throw new FormatException(error.ToString());
        return TrainingSet.Of(parts.Examples.Select(e => e.Example), parts.Negatives.Select(n => n.Example), parts.Patterns.Select(p => p.Pattern));
    }
}
