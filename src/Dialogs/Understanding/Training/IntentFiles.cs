using MeliBot.Dialogs.Playbooks;
using MeliBot.Dialogs.Playbooks.Files;

namespace MeliBot.Dialogs.Understanding;

/// <summary>Reads intent files alone, without the rest of a playbook (docs/understanding.md).</summary>
public static class IntentFiles
{
    /// <summary>Reads every *.yaml of a folder, in the order of their names.</summary>
    /// <param name="place">Of <see cref="IntentPlaces"/>: intents of other places are left out.</param>
    public static TrainingSet ReadFolder(string folder, string place = IntentPlaces.Questions) =>
        Read(Directory.GetFiles(folder, "*.yaml").Order(StringComparer.Ordinal).Select(path => (Path.GetFileName(path), File.ReadAllText(path))), place);

    /// <param name="place">Of <see cref="IntentPlaces"/>: intents of other places are left out.</param>
    /// <exception cref="FormatException">A file can't be read; says where and what to write.</exception>
    public static TrainingSet Read(IEnumerable<(string Name, string Text)> files, string place = IntentPlaces.Questions)
    {
        var diagnostics = new List<Diagnostic>();
        var parts = PartsReader.ReadIntents(files.Select(f => new SourceFile(f.Name, f.Text)), diagnostics);
        if (diagnostics.Find(d => d.Severity == Severity.Error) is { } error) throw new FormatException(error.ToString());
        return parts.TrainingOf(place);
    }
}
